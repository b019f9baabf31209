import { attention } from 'micromark-core-commonmark';
import type { Construct, Extension } from 'micromark-util-types';
import type { Processor } from 'unified';
import { arabicEmphasis } from './arabic-emphasis.ts';
import { arabicListSyntax, arabicListTree } from './arabic-lists.ts';
import { autolinkLiteralTree, endAtArabicPunctuation } from './autolink-literals.ts';
import { handTypedListSyntax, handTypedListTree } from './hand-typed-lists.ts';
import { hashHeadingSyntax } from './hash-headings.ts';
import { tatweelBreakSyntax } from './tatweel-break.ts';

/** The first letters of `http:`, `https:` and `www.`, under which GFM registers its constructs for bare URLs. */
const urlBeginnings = 'HhWw';

/** Indented paragraphs, as Word and typewriters have them, are no code; MDX reads them so too. */
const withoutIndentedCode: Extension = { disable: { null: ['codeIndented'] } };

/** Switches off the construct of tables, which is tried at each line: for texts without `|`. */
export function remarkWithoutTables(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: ['table'] } });
}

/** Adds micromark and mdast extensions for blocks in Arabic, as a remark plugin: lists `١.`, thematic breaks `ـــ`. */
export function remarkArabicBlocks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  data.micromarkExtensions.push(
    withoutIndentedCode,
    handTypedListSyntax,
    arabicListSyntax,
    tatweelBreakSyntax,
    hashHeadingSyntax,
  );
  data.fromMarkdownExtensions.push(arabicListTree, handTypedListTree);
}

/**
 * Adds micromark and mdast extensions for Arabic within blocks, as a remark plugin: emphasis beside clitics and «»,
 * autolink literals that end before ، and ؟. It wraps constructs of remark-gfm, so remark-gfm must come first. Text
 * without Arabic parses as in CommonMark and GFM, except that typographic quotation marks and … end an autolink literal.
 */
export function remarkArabicInlines(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  const syntax = data.micromarkExtensions;
  syntax.push(
    ...registeredFor('~', syntax).map((strikethrough) => arabicEmphasis(attention, strikethrough)),
    ...Array.from(urlBeginnings, (letter) =>
      textExtension(letter, registeredFor(letter, syntax).map(endAtArabicPunctuation)),
    ),
  );
  data.fromMarkdownExtensions.push(autolinkLiteralTree);
}

/** Makes an extension with text constructs for one character. micromark tries those of later extensions first. */
function textExtension(character: string, constructs: Construct[]): Extension {
  return { text: { [character.charCodeAt(0)]: constructs } };
}

/**
 * Returns the text constructs that extensions have registered for a character. Their order matters: for
 * `www.a@example.com`, GFM's e-mail construct must be tried before the one for `www.`.
 */
function registeredFor(character: string, extensions: readonly Extension[]): Construct[] {
  const constructs = extensions.flatMap(({ text }) => text?.[character.charCodeAt(0)] ?? []);
  if (constructs.length === 0) throw new Error(`Nothing is registered for ${character}: remark-gfm must come first.`);
  return constructs;
}
