import { attention } from 'micromark-core-commonmark';
import type { Construct, Extension } from 'micromark-util-types';
import type { Processor } from 'unified';
import { widenEmphasis } from './arabic-emphasis.ts';
import { arabicListSyntax, arabicListTree } from './arabic-lists.ts';
import { autolinkLiteralTree, endAtArabicPunctuation } from './autolink-literals.ts';
import { tatweelBreakSyntax } from './tatweel-break.ts';

const urlBeginnings = 'HhWw';

/**
 * Repairs Markdown for Arabic: emphasis beside clitics and «», bare URLs before ، and ؟, lists `١.`, rules `ـــ`. Stands
 * after remark-gfm, whose constructs it builds on. Text without Arabic is parsed as CommonMark and GFM parse it, save that
 * typographic quotation marks and … end a bare URL.
 */
export function remarkArabicSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  const syntax = data.micromarkExtensions;
  syntax.push(
    arabicListSyntax,
    tatweelBreakSyntax,
    startingWith('*', [widenEmphasis(attention)]),
    startingWith('~', registeredFor('~', syntax).map(widenEmphasis)),
    ...Array.from(urlBeginnings, (letter) =>
      startingWith(letter, registeredFor(letter, syntax).map(endAtArabicPunctuation)),
    ),
  );
  data.fromMarkdownExtensions.push(arabicListTree, autolinkLiteralTree);
}

function startingWith(character: string, constructs: Construct[]): Extension {
  return { text: { [character.charCodeAt(0)]: constructs } };
}

/** In the order in which the parser tries them: of `www.a@example.com`, GFM makes an e-mail address. */
function registeredFor(character: string, extensions: readonly Extension[]): Construct[] {
  const constructs = extensions.flatMap(({ text }) => text?.[character.charCodeAt(0)] ?? []);
  if (constructs.length === 0) throw new Error(`Nothing is registered for ${character}: remark-gfm must come first.`);
  return constructs;
}
