/** Writes CBOR (RFC 8949), of which Pagefind's files have integers, texts and arrays. */
export interface CborWriter {
  /** Begins an array, whose `length` members are written next. */
  array(length: number): void;
  /** Writes an integer of at most 32 bits. */
  integer(value: number): void;
  text(value: string): void;
  /** Returns what was written since the last call. */
  take(): Uint8Array;
}

const unsigned = 0 << 5;
const negative = 1 << 5;
const textType = 3 << 5;
const arrayType = 4 << 5;
const longestHead = 5;

export function createCborWriter(): CborWriter {
  let bytes = Buffer.alloc(1 << 16);
  let length = 0;

  function reserve(count: number): void {
    if (length + count <= bytes.length) return;
    const larger = Buffer.alloc(Math.max(bytes.length * 2, length + count));
    bytes.copy(larger, 0, 0, length);
    bytes = larger;
  }

  /** Writes the type of a value and its number in as few bytes as possible. */
  function head(type: number, value: number): void {
    reserve(longestHead);
    if (value < 24) bytes[length++] = type | value;
    else if (value < 0x100) {
      bytes[length++] = type | 24;
      bytes[length++] = value;
    } else if (value < 0x10000) {
      bytes[length++] = type | 25;
      length = bytes.writeUInt16BE(value, length);
    } else {
      bytes[length++] = type | 26;
      length = bytes.writeUInt32BE(value, length);
    }
  }

  return {
    array: (count) => head(arrayType, count),
    integer: (value) => (value < 0 ? head(negative, -1 - value) : head(unsigned, value)),
    text(value) {
      const size = Buffer.byteLength(value);
      head(textType, size);
      reserve(size);
      length += bytes.write(value, length);
    },
    take() {
      const taken = new Uint8Array(bytes.subarray(0, length));
      length = 0;
      return taken;
    },
  };
}
