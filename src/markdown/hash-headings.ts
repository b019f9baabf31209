import type { Construct, Extension, State } from 'micromark-util-types';
import { hasArabicLetter } from '../lib/arabic/characters.ts';
import { sourceFrom } from './source-lines.ts';
import { tokensByLength } from './tokens-by-length.ts';

const hash = 0x0023;

/** In UTF-16 units, from the first `#`. */
interface Heading {
  textStart: number;
  textEnd: number;
  /** The end of the `#` that may follow the text, and that of the line. */
  closingEnd: number;
  lineEnd: number;
}

/** Reads `##عنوان`. One `#` begins a hashtag, and so may each further one. */
function readHeading(line: string): Heading | undefined {
  const opening = /^#{2,6}(?=[^\s#])/.exec(line)?.[0] ?? '';
  const closed = line.trimEnd();
  const text = closed.slice(0, opening.length) + closed.slice(opening.length).replace(/#+$/, '').trimEnd();
  if (opening === '' || text.includes('#', opening.length) || !hasArabicLetter(text)) return undefined;
  return { textStart: opening.length, textEnd: text.length, closingEnd: closed.length, lineEnd: line.length };
}

const hashHeading: Construct = {
  name: 'hashHeading',
  tokenize(effects, ok, nok) {
    const read = tokensByLength(this, effects);
    const wrap =
      (change: 'enter' | 'exit', type: 'atxHeading' | 'atxHeadingText', next: State): State =>
      (code) => {
        effects[change](type);
        return next(code);
      };
    return (code) => {
      const heading = readHeading(sourceFrom(this, this.now()).replace(/[\r\n].*$/s, ''));
      if (heading === undefined) return nok(code);
      const end = read('whitespace', heading.lineEnd, wrap('exit', 'atxHeading', ok));
      const closing = wrap('exit', 'atxHeadingText', read('atxHeadingSequence', heading.closingEnd, end));
      const text = read('chunkText', heading.textEnd, closing, { contentType: 'text' });
      const opening = read('atxHeadingSequence', heading.textStart, wrap('enter', 'atxHeadingText', text));
      return wrap('enter', 'atxHeading', opening)(code);
    };
  },
};

/** A flow construct: `##عنوان` is a heading although CommonMark wants a space; `#وسم` is a hashtag. */
export const hashHeadingSyntax: Extension = { flow: { [hash]: hashHeading } };
