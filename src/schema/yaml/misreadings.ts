import { messages } from '../messages.ts';
import { correctLine } from './places.ts';
import type { Place } from './types.ts';
import { quoteYaml, unwrapSmartQuotes } from './yaml-text.ts';

/** A scalar of YAML, where it stands. */
export interface WrittenScalar {
  /** The key that it belongs to. */
  key: string;
  value: string;
  /** Not in quotes and not a block. */
  isPlain: boolean;
  place: Place;
  /** Where the scalar ends: the same place, or one in a later line. */
  end: Place;
  /** The lines of a plain scalar that has several, the first from where it begins. */
  lines: Place[];
  /** Inside [ ] or { }. */
  isInFlow: boolean;
}

/** What YAML reads without complaint, and not as its author meant it. */
export interface Misreading {
  place: Place;
  message: string;
  /** The corrected line. */
  suggestion?: string | undefined;
  /** What the author meant by the scalar. */
  meant: unknown;
}

/** The misreadings of a scalar that its spelling gives away, of one kind; what is meant is the same in all of them. */
export function findMisreadings(scalar: WrittenScalar): Misreading[] {
  const misreading = hiddenByHash(scalar) ?? (scalar.isPlain ? misreadPlain(scalar) : undefined);
  if (misreading !== undefined) return [misreading];
  return scalar.isPlain ? misreadItems(scalar) : [];
}

/** `title: نص #وسم`, `title: #وسم`: what follows « #» is a comment. */
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
  const { key, value, place, isInFlow } = scalar;
  const inner = unwrapSmartQuotes(value);
  if (inner !== undefined) {
    const meant = inner.join('، ');
    const suggestion = correctLine(place, isInFlow || inner.length > 1 ? meant : quoteYaml(meant));
    return { place, message: messages.smartQuotes(key), suggestion, meant };
  }
  if (!isInFlow && /^[^[{]*[\]}]$/.test(value)) {
    const meant = value.slice(0, -1).trimEnd();
    const bracket: Place = { ...scalar.end, start: scalar.end.start - 1 };
    return { place: bracket, message: messages.unopenedBracket(key), suggestion: correctLine(place, meant), meant };
  }
  const [, word] = /^([a-z][a-z-]*):[^\s\d/]/.exec(value) ?? [];
  if (word !== undefined && startsItsLine(place)) {
    const rest = value.slice(word.length + 1);
    const gap = place.start + word.length + 1;
    return {
      place: { ...place, start: gap },
      message: messages.noSpaceAfterColon(word),
      suggestion: correctLine(place, `${word}: ${rest}`),
      meant: { [word]: rest },
    };
  }
  return undefined;
}

function startsItsLine({ text, start }: Place): boolean {
  return /^\s*(?:- +)?$/.test(text.slice(0, start));
}

const itemMark = /^(?:-|[–—‐‑−•*ـ])(?=\s|$)/;
/** `-وسم`: where every line is like this, it is a list without its spaces. */
const tightItemMark = /^[-–—‐‑−•*](?=\p{L})/u;

/** A list whose items begin with another dash, or stand one space off: YAML joins their lines to one text. */
function misreadItems({ value, lines: several, place }: WrittenScalar): Misreading[] {
  if (!startsItsLine(place)) return [];
  const lines = several.length > 0 ? several : [place];
  const isTight = lines.every((line) => tightItemMark.test(line.text.slice(line.start)));
  return lines.flatMap((line) => {
    const [indent, written] = [line.text.slice(0, line.start), line.text.slice(line.start)];
    const mark = (isTight ? tightItemMark : itemMark).exec(written)?.[0];
    if (mark === undefined || indent.trim() !== '') return [];
    const [indentOfItems = indent] = /^\s*(?=- )/.exec(place.text) ?? [];
    const item = written.slice(mark.length).trim();
    return { place: line, message: messages.notListItem(mark), suggestion: `${indentOfItems}- ${item}`, meant: value };
  });
}

/** What YAML takes for no value at all. */
export function isNull({ isPlain, value }: Pick<WrittenScalar, 'isPlain' | 'value'>): boolean {
  return isPlain && /^(?:~|null|Null|NULL)$/.test(value);
}
