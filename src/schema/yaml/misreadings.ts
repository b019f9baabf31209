import { messages } from '../messages.ts';
import { unwrapSmartQuotes } from './clean-text.ts';
import { correctLine } from './places.ts';
import type { Place } from './types.ts';
import { quoteYaml } from './write-yaml.ts';

/** A YAML scalar with its places in the file. */
export interface WrittenScalar {
  /** The key that it belongs to. */
  key: string;
  value: string;
  /** Neither in quotes nor a block scalar. */
  isPlain: boolean;
  place: Place;
  /** An empty place at its end, which may be in a later line. */
  end: Place;
  /** The part of it on each line. */
  lines: Place[];
  /** Inside [ ] or { }. */
  isInFlow: boolean;
}

/** A value that YAML reads without an error, but not as its author meant it. */
export interface Misreading {
  place: Place;
  message: string;
  /** The corrected line. */
  suggestion?: string | undefined;
  /** What the author meant by the scalar. */
  meant: unknown;
}

/** Recognizes a misread scalar by its spelling. Returns several only for misread list items: one for each line. */
export function findMisreadings(scalar: WrittenScalar): Misreading[] {
  const misreading = hiddenByHash(scalar) ?? (scalar.isPlain ? misreadPlain(scalar) : undefined);
  if (misreading !== undefined) return [misreading];
  return scalar.isPlain ? misreadItems(scalar) : [];
}

/** Finds `title: نص #وسم` and `title: #وسم`: YAML takes the hashtag for a comment. */
function hiddenByHash({ value, place, end, isInFlow }: WrittenScalar): Misreading | undefined {
  const rest = end.text.slice(end.start);
  const [hidden, gap = ''] = /^([ \t]*)#(?:\S.*|\s*)$/.exec(rest.trimEnd()) ?? [];
  if (hidden === undefined || isInFlow || (gap === '' && value !== '')) return undefined;
  const meant = value + (value === '' ? hidden.trimStart() : hidden);
  const head = place.text.slice(0, place.start).replace(/[:-]$/, '$& ');
  return {
    place: { ...end, start: end.start + gap.length, end: end.text.length },
    message: messages.hashtag(),
    meant,
    ...(place.end !== undefined && { suggestion: head + quoteYaml(meant) }),
  };
}

function misreadPlain(scalar: WrittenScalar): Misreading | undefined {
  return inSmartQuotes(scalar) ?? withUnopenedBracket(scalar) ?? keyWithoutSpace(scalar);
}

/** Finds `title: “نص”`: YAML takes typographic quotation marks for letters. */
function inSmartQuotes({ key, value, place, isInFlow }: WrittenScalar): Misreading | undefined {
  const inner = unwrapSmartQuotes(value);
  if (inner === undefined) return undefined;
  const meant = inner.join('، ');
  const suggestion = correctLine(place, isInFlow || inner.length > 1 ? meant : quoteYaml(meant));
  return { place, message: messages.smartQuotes(key), suggestion, meant };
}

/** Finds `tags: سياسة]`: YAML takes the bracket for a letter. */
function withUnopenedBracket({ key, value, place, end, isInFlow }: WrittenScalar): Misreading | undefined {
  if (isInFlow || !/^[^[{]*[\]}]$/.test(value)) return undefined;
  const meant = value.slice(0, -1).trimEnd();
  const bracket: Place = { ...end, start: end.start - 1 };
  return { place: bracket, message: messages.unopenedBracket(key), suggestion: correctLine(place, meant), meant };
}

/** Finds `src:a.jpg` on a line of its own: YAML takes the key and its value for one string. */
function keyWithoutSpace({ value, place }: WrittenScalar): Misreading | undefined {
  const [, word] = /^([a-z][a-z-]*):[^\s\d/]/.exec(value) ?? [];
  if (word === undefined || !startsItsLine(place)) return undefined;
  const rest = value.slice(word.length + 1);
  return {
    place: { ...place, start: place.start + word.length + 1 },
    message: messages.noSpaceAfterColon(word),
    suggestion: correctLine(place, `${word}: ${rest}`),
    meant: { [word]: rest },
  };
}

function startsItsLine({ text, start }: Place): boolean {
  return /^\s*(?:- +)?$/.test(text.slice(0, start));
}

const itemMark = /^(?:-|[–—‐‑−•*ـ])(?=\s|$)/;
/** `-وسم`: a list item without its space, if every line begins like this. */
const tightItemMark = /^[-–—‐‑−•*](?=\p{L})/u;

/** Finds a list whose items begin with a wrong dash or are not aligned: YAML joins their lines into one string. */
function misreadItems({ value, lines: written, place }: WrittenScalar): Misreading[] {
  if (!startsItsLine(place)) return [];
  const lines = written.length > 0 ? written : [place];
  const isTight = lines.every((line) => tightItemMark.test(line.text.slice(line.start)));
  return lines.flatMap((line) => {
    const [indent, rest] = [line.text.slice(0, line.start), line.text.slice(line.start)];
    const mark = (isTight ? tightItemMark : itemMark).exec(rest)?.[0];
    if (mark === undefined || indent.trim() !== '') return [];
    const [indentOfItems = indent] = /^\s*(?=- )/.exec(place.text) ?? [];
    const item = rest.slice(mark.length).trim();
    return { place: line, message: messages.notListItem(mark), suggestion: `${indentOfItems}- ${item}`, meant: value };
  });
}

/** Whether YAML's core schema (YAML 1.2.2 §10.3.2) takes the scalar for null. */
export function isNull({ isPlain, value }: Pick<WrittenScalar, 'isPlain' | 'value'>): boolean {
  return isPlain && /^(?:~|null|Null|NULL)$/.test(value);
}
