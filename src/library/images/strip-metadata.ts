/**
 * Leaves metadata out of image files without decoding them: positions, names, serial numbers and previews in EXIF, XMP
 * and comments, and whatever phones append to a photograph. Colour profiles stay. Each function returns undefined for a
 * file that has to be encoded again instead.
 */

/** Strips a JPEG, and writes its orientation from EXIF again, as the only thing that EXIF says. */
export function stripJpeg(bytes: Uint8Array, orientation = 1): Buffer | undefined {
  const file = asBuffer(bytes);
  const kept: Uint8Array[] = [file.subarray(0, 2)];
  const segments: Uint8Array[] = [];
  for (let at = 2; at + 1 < file.length; ) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      // Any number of fill bytes may stand before a marker.
      at += 1;
      continue;
    }
    if (marker === jpeg.end) {
      const exif = orientation === 1 ? [] : [orientationSegment(orientation)];
      // EXIF follows JFIF, which must be first.
      const start = segments[0]?.[1] === jpeg.app0 ? 1 : 0;
      return Buffer.concat([...kept, ...segments.toSpliced(start, 0, ...exif), Buffer.from([0xff, jpeg.end])]);
    }
    if (at + 4 > file.length) return undefined;
    const header = at + 2 + file.readUInt16BE(at + 2);
    if (header > file.length || isUncommonFrame(marker, file.subarray(at + 4, header))) return undefined;
    const end = marker === jpeg.scan ? endOfScan(file, header) : header;
    segments.push(...keepSegment(marker, file.subarray(at, end)));
    at = end;
  }
  return undefined;
}

const jpeg = { end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, app15: 0xef, comment: 0xfe };

/** Whether a segment is the header of a frame that not every browser shows, or not in the same colours. */
function isUncommonFrame(marker: number, content: Uint8Array): boolean {
  const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
  if (!isFrame) return false;
  const [precision] = content;
  const components = content[5];
  return marker > 0xc2 || precision !== 8 || (components !== 1 && components !== 3);
}

/** Returns a segment as it is published; [] if it is metadata. */
function keepSegment(marker: number, segment: Buffer): Uint8Array[] {
  const starts = (name: string) => segment.toString('latin1', 4, 4 + name.length) === name;
  if (marker === jpeg.app0) return starts('JFIF\0') ? [withoutPreview(segment)] : [];
  if (marker === jpeg.app2) return starts('ICC_PROFILE\0') ? [segment] : [];
  // Says how colours are coded.
  if (marker === jpeg.app14) return starts('Adobe') ? [segment] : [];
  return (marker > jpeg.app0 && marker <= jpeg.app15) || marker === jpeg.comment ? [] : [segment];
}

function withoutPreview(segment: Buffer): Buffer {
  const plain = Buffer.from(segment.subarray(0, 18));
  plain.writeUInt16BE(16, 2);
  plain.writeUInt16BE(0, 16);
  return plain;
}

/** An EXIF segment with one entry: tag 0x0112, a short. */
function orientationSegment(orientation: number): Buffer {
  const entry = `4d4d002a000000080001011200030000000100${orientation.toString(16).padStart(2, '0')}000000000000`;
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(entry, 'hex')]);
  const header = Buffer.from([0xff, jpeg.app1, 0, content.length + 2]);
  return Buffer.concat([header, content]);
}

/** Returns where the compressed pixels end that begin at `start`. In them, 0xff is followed by 0 or a restart marker. */
function endOfScan(file: Buffer, start: number): number {
  let at = file.indexOf(0xff, start);
  while (at !== -1) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = file.indexOf(0xff, at + 1);
  }
  return file.length;
}

/** What pixels and their colours need. An animation becomes its first picture, as in the other sizes. */
const pngChunks = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT'.split(' '));

export function stripPng(bytes: Uint8Array): Buffer | undefined {
  const file = asBuffer(bytes);
  const kept: Uint8Array[] = [file.subarray(0, 8)];
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return undefined;
    const type = file.toString('latin1', at + 4, at + 8);
    if (pngChunks.has(type)) kept.push(file.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

const webp = {
  still: new Set(['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L']),
  animated: new Set(['VP8X', 'ICCP', 'ANIM', 'ANMF']),
  /** Flags in the chunk `VP8X`. */
  metadataFlags: 0b1100,
  animationFlag: 0b10,
};

/** Strips a WebP of one picture. An animation has to be encoded again, even if it has one frame only. */
export function stripWebp(bytes: Uint8Array): Buffer | undefined {
  const chunks = readWebp(bytes);
  const isStill = chunks?.some(({ type }) => type === 'VP8 ' || type === 'VP8L');
  return chunks && isStill && !isAnimated(chunks) ? writeWebp(chunks, webp.still) : undefined;
}

/** Strips a WebP of several pictures. */
export function stripAnimatedWebp(bytes: Uint8Array): Buffer | undefined {
  const chunks = readWebp(bytes);
  return chunks && isAnimated(chunks) ? writeWebp(chunks, webp.animated) : undefined;
}

interface WebpChunk {
  type: string;
  /** With its header. */
  bytes: Buffer;
}

/** Returns undefined if the file was cut off. */
function readWebp(bytes: Uint8Array): WebpChunk[] | undefined {
  const file = asBuffer(bytes);
  const chunks: WebpChunk[] = [];
  const length = Math.min(file.length, file.readUInt32LE(4) + 8);
  for (let at = 12; at + 8 <= length; ) {
    const size = file.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > length) return undefined;
    chunks.push({ type: file.toString('latin1', at, at + 4), bytes: file.subarray(at, end) });
    at = end;
  }
  return chunks;
}

function isAnimated(chunks: readonly WebpChunk[]): boolean {
  return chunks.some(({ type, bytes }) => type === 'VP8X' && ((bytes[8] ?? 0) & webp.animationFlag) !== 0);
}

function writeWebp(chunks: readonly WebpChunk[], kept: ReadonlySet<string>): Buffer {
  const written = chunks
    .filter(({ type }) => kept.has(type))
    .map(({ type, bytes }) => (type === 'VP8X' ? withFlags(bytes, (bytes[8] ?? 0) & ~webp.metadataFlags) : bytes));
  const content = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...written]);
  const header = Buffer.from('RIFF\0\0\0\0', 'latin1');
  header.writeUInt32LE(content.length, 4);
  return Buffer.concat([header, content]);
}

function withFlags(chunk: Buffer, flags: number): Buffer {
  const changed = Buffer.from(chunk);
  changed[8] = flags;
  return changed;
}

const gif = { extension: 0x21, picture: 0x2c, end: 0x3b, comment: 0xfe, application: 0xff };
/** How often an animation is repeated, and its colours. */
const gifApplications = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'];

/** Strips a GIF. What follows its last whole block is left out, as by browsers. */
export function stripGif(bytes: Uint8Array): Buffer {
  const file = asBuffer(bytes);
  const header = 13 + colorTableLength(file[10]);
  const kept: Uint8Array[] = [file.subarray(0, header)];
  for (let at = header; at < file.length; ) {
    const end = endOfGifBlock(file, at);
    if (end === undefined) break;
    if (!isGifMetadata(file.subarray(at, end))) kept.push(file.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, Buffer.from([gif.end])]);
}

/** Returns where the block ends that begins at `start`; undefined if none begins there, or if it was cut off. */
function endOfGifBlock(file: Buffer, start: number): number | undefined {
  const kind = file[start];
  if (kind !== gif.extension && kind !== gif.picture) return undefined;
  let at = kind === gif.extension ? start + 2 : start + 11 + colorTableLength(file[start + 9]);
  // Parts follow, each after its length; the last one has the length 0.
  for (let length = file[at]; length !== undefined; length = file[at]) {
    at += length + 1;
    if (length === 0) return at;
  }
  return undefined;
}

/** Returns the length of the table of colours that these flags tell of. */
function colorTableLength(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function isGifMetadata(block: Buffer): boolean {
  const [kind, label] = block;
  if (kind !== gif.extension) return false;
  const isKnown = gifApplications.includes(block.toString('latin1', 3, 14));
  return label === gif.comment || (label === gif.application && !isKnown);
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
