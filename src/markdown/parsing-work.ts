/**
 * Bounds the time of parsing. micromark reads almost everything once, but at some marks it walks over all that it has
 * found so far in the paragraph or in the document; then the time grows with the square of their number. The constructs
 * below match nothing: micromark tries them at these marks, and they count the steps that it will take there.
 */
import { codeText } from 'micromark-core-commonmark';
import type { Construct, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import { messages } from './messages.ts';

/** A body that the parser would need too long for. */
export class ExcessiveMarkup extends Error {
  override name = 'ExcessiveMarkup';
  /** From 1, in the body. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** About three seconds. Of an article of 300,000 characters with marks in every line, the parser takes a hundredth. */
const mostSteps = 400_000_000;

/** Containers that begin in one line, as in `> > - `. micromark copies all open ones at each mark. */
export const deepestNesting = 100;

const steps = new WeakMap<object, number>();

function spend(context: TokenizeContext, count: number, message: () => string): void {
  const spent = (steps.get(context.parser) ?? 0) + count;
  steps.set(context.parser, spent);
  if (spent > mostSteps) throw new ExcessiveMarkup(message(), context.now().line);
}

function counting(count: (context: TokenizeContext) => number, message: () => string): Construct {
  return {
    partial: true,
    tokenize(_effects, _ok, nok) {
      spend(this, count(this), message);
      return nok;
    },
  };
}

const startsOfTexts = new WeakMap<TokenizeContext, number>();

/** Returns how many characters of its paragraph, heading or cell a tokenizer of text has read. */
function charactersRead(context: TokenizeContext): number {
  const { offset } = context.now();
  const start = startsOfTexts.get(context) ?? context.events[0]?.[1].start.offset ?? offset;
  startsOfTexts.set(context, start);
  return offset - start;
}

/** Emphasis and links: the search for the opening mark goes through all events of the paragraph. */
function countMarks(): Construct {
  return counting((context) => context.events.length + charactersRead(context) / 4, messages.tooManyMarks);
}

/** Two long runs of `*` become emphasis in emphasis, half as deep as they are long. */
function countRuns(marker: number): Construct {
  return {
    partial: true,
    tokenize(effects, _ok, nok) {
      let length = 0;
      const inside: State = (code) => {
        if (code === marker) {
          length += 1;
          effects.consume(code);
          return inside;
        }
        effects.exit('data');
        const count = this.events.length + charactersRead(this) / 4 + length ** 2 * 12;
        spend(this, count, messages.tooManyMarks);
        return nok(code);
      };
      effects.enter('data');
      return inside;
    },
  };
}

/** Code and tags: the search for their end may go through all characters of the paragraph. */
function countOpenings(construct?: Construct): Construct {
  const { previous } = construct ?? {};
  const counted = counting((context) => charactersRead(context) * 2, messages.tooManyMarks);
  return { ...counted, ...(previous && { previous }) };
}

/** Bare URLs and e-mail addresses: after `[`, each word that may be one searches the events back to the bracket. */
function countWords(beginnings: readonly Construct[]): Construct {
  return {
    ...counting(
      ({ _labelStarts = [], events }) => (_labelStarts.some(({ _balanced }) => !_balanced) ? events.length : 0),
      messages.tooManyMarks,
    ),
    previous(code) {
      return beginnings.some(({ previous }) => previous === undefined || previous.call(this, code));
    },
  };
}

/** What adjoins a line ending is moved in memory, which is much faster than a search. */
function countLines(): Construct {
  return counting(({ events }) => events.length / 8, messages.tooManyMarks);
}

/** A line of `=` or `-` may turn the paragraph before it into a heading, for which all events are copied. */
function countUnderlines(): Construct {
  return counting(({ events }) => events.length * 3, messages.tooManyBlocks);
}

/**
 * A line that ends a container, such as the item after a nested list, copies all events of the document. A line that
 * lazily continues a quotation searches them.
 */
function countContainers(): Construct {
  const containersByLine = new WeakMap<TokenizeContext, { line: number; count: number }>();
  return counting((context) => {
    const { line } = context.now();
    const before = containersByLine.get(context);
    const count = before?.line === line ? before.count + 1 : 1;
    containersByLine.set(context, { line, count });
    if (count > deepestNesting) throw new ExcessiveMarkup(messages.nestedTooDeeply(deepestNesting), line);
    if (count > 1) return 0;
    const [kind, token] = context.events.findLast(([, { start }]) => start.line < line) ?? [];
    if (kind === 'exit' && token?.type !== 'chunkFlow') return context.events.length * 6;
    return context.parser.lazy[line - 1] ? context.events.length * 4 : 0;
  }, messages.tooManyBlocks);
}

const lineEndings = [-5, -4, -3];
const containerMarkers = '>-*+[0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';
const wordCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-._';

function under(characters: string, construct: (code: number) => Construct): Record<number, Construct> {
  const codes = Array.from(characters, (character) => character.charCodeAt(0));
  return Object.fromEntries(codes.map((code) => [code, construct(code)]));
}

/** Returns the constructs that count inside blocks; `syntax` holds all those that they count for. */
function createMarkCounters(syntax: readonly Extension[]): Extension {
  const marks = countMarks();
  const registered = (code: number) => syntax.flatMap(({ text }) => text?.[code] ?? []);
  return {
    text: {
      ...under(wordCharacters, (code) => countWords(registered(code))),
      ...under('*_', countRuns),
      ...under('~]', () => marks),
      ...under('<', () => countOpenings()),
      ...under('`', () => countOpenings(codeText)),
      ...Object.fromEntries(lineEndings.map((code) => [code, countLines()])),
    },
  };
}

function createBlockCounters(): Extension {
  const containers = countContainers();
  return {
    flow: under('=-', countUnderlines),
    document: { ...under(containerMarkers, () => containers), null: containers },
  };
}

/** Adds the counting of blocks as a remark plugin. It must come after all syntax: micromark tries later extensions first. */
export function remarkBlockWork(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(createBlockCounters());
}

/** What a text must have for its marks to need `mostSteps`: the steps grow with the square of its length. */
export const mayNeedMostSteps = /^.{4001}/s;

/** Adds the counting of marks inside blocks as a remark plugin, which must come after all syntax too. */
export function remarkMarkWork(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(createMarkCounters(data.micromarkExtensions.flat()));
}
