import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** The range of a UTF-16 unit in the source; longer than one unit for an escape or a character reference. */
export interface SourceSpan {
  start: number;
  end: number;
}

const reference = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/;

/**
 * Finds the text of a Markdown node in its source, which also has escapes (`\*`), character references (`&amp;`) and
 * the markers that begin the lines of a quotation or a list.
 * @param from offset of the node in the source
 * @param to offset of the node's end
 * @param value the text of the node
 * @returns a span for each UTF-16 unit of `value`
 */
export function alignMarkdown(source: string, from: number, to: number, value: string): SourceSpan[] {
  return align(source, from, to, value, readMarkdownEscape);
}

/** Does the same as `alignMarkdown` for a YAML value on one line; the range includes its quotation marks. */
export function alignYaml(source: string, from: number, to: number, value: string): SourceSpan[] {
  return align(source, from, to, value, readYamlEscape);
}

type ReadEscape = (source: string, at: number, to: number) => { text: string; length: number } | undefined;

function align(source: string, from: number, to: number, value: string, readEscape: ReadEscape): SourceSpan[] {
  const spans: SourceSpan[] = [];
  let at = from;
  while (spans.length < value.length) {
    const escaped = readEscape(source, at, to);
    if (escaped !== undefined && value.startsWith(escaped.text, spans.length)) {
      const span = { start: at, end: at + escaped.length };
      for (let unit = 0; unit < escaped.text.length; unit += 1) spans.push(span);
      at = span.end;
    } else if (at >= to) {
      spans.push({ start: to, end: to });
    } else {
      if (source[at] === value[spans.length]) spans.push({ start: at, end: at + 1 });
      at += 1;
    }
  }
  return spans;
}

/** Returns the spans of a text that is literally in its source, from offset `from`. */
export function alignLiterally(from: number, text: string): SourceSpan[] {
  return Array.from({ length: text.length }, (_, unit) => ({ start: from + unit, end: from + unit + 1 }));
}

const yamlCharacters: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  v: '\v',
  N: '\u0085',
};

/** Reads `''`, `\"` and the escapes of unprintable characters: `\b`, `\x07`, `\ud800`. */
const readYamlEscape: ReadEscape = (source, at) => {
  const pair = source.slice(at, at + 2);
  if (pair === "''") return { text: "'", length: 2 };
  if (/^\\["\\/]/.test(pair)) return { text: pair.charAt(1), length: 2 };
  const found = /^\\(?:([0abefvN])|x([\da-fA-F]{2})|u([\da-fA-F]{4}))/.exec(source.slice(at, at + 6));
  if (found === null) return undefined;
  const [written, name = '', byte, unit] = found;
  const code = byte ?? unit;
  const text = code === undefined ? yamlCharacters[name] : String.fromCharCode(Number.parseInt(code, 16));
  return text === undefined ? undefined : { text, length: written.length };
};

const readMarkdownEscape: ReadEscape = (source, at, to) => {
  if (source[at] === '\\' && isEscapable(source[at + 1])) return { text: source.charAt(at + 1), length: 2 };
  return source[at] === '&' ? decodeReference(source.slice(at, Math.min(to, at + 40))) : undefined;
};

function isEscapable(unit: string | undefined): boolean {
  return unit !== undefined && /[!-/:-@[-`{-~]/.test(unit);
}

function decodeReference(source: string): { text: string; length: number } | undefined {
  const [written, decimal, hexadecimal, name] = reference.exec(source) ?? [];
  if (written === undefined) return undefined;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const text = name === undefined ? characterFor(code) : decodeNamedCharacterReference(name);
  return text === false ? undefined : { text, length: written.length };
}

/** Returns the character of a code point; U+FFFD for an invalid one (CommonMark §2.5). */
function characterFor(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}
