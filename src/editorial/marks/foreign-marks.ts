import { toLatinDigits } from '../../lib/arabic/digits.ts';
import { findProtectedSpans, maskSpans } from '../../lib/arabic/protected-spans.ts';
import { type FindMarks, instead, type Mark, type MarkedBlock, matchMarks, unknown } from './mark.ts';

/** Finds markup of other systems, and notes without a definition. */
export const findForeignMarks: FindMarks = (block) => {
  const text = maskSpans(block.typed, findProtectedSpans(block.typed));
  return [
    ...findBulletinCode(block.typed),
    ...matchMarks(block.typed, 'bare-attribute', htmlTag, readBareAttributes),
    ...matchMarks(text, 'shortcode', shortcode, () => unknown),
    ...matchMarks(text, 'shortcode', attributes, (match) => instead(match, '', false)),
    ...matchMarks(text, 'missing-note', inlineNote, () => unknown),
    ...matchMarks(text, 'wrong-entity', entity, (match) => ({
      edits: [{ start: match.index + match[0].length, end: match.index + match[0].length, replacement: ';' }],
      isCertain: true,
    })),
    ...matchMarks(text, 'comment', comment, (match) => instead(match, `<!-- ${match[1]?.trim() ?? ''} -->`, false)),
    ...matchMarks(maskSpans(text, commentsIn(text)), 'comment', /<!\s?[-–—]{1,3}|(?<!<!)--!?>|<[–—]|[–—]>/g, (match) =>
      /^<!-|^-/.test(match[0]) || /[–—]/.test(match[0]) ? unknown : undefined,
    ),
    ...matchMarks(text, 'shortcode', /`{3,}|^:{3,}.*/gm, () => unknown),
    ...findHeadingIds(block),
    ...findNotes(block, text),
    ...matchMarks(text, 'missing-note', turnedNote, (match) => instead(match, `[^${match[1]}]`, false)),
    ...findBackslashes(block, text),
  ];
};

/** `<!—تعليق—>`, `<! -- تعليق -->` */
const comment = /<!\s?[-–—]{1,3}([^<>\n]{1,300}?)[-–—]{1,3}\s?>/g;

function commentsIn(text: string) {
  return [...text.matchAll(comment)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

const htmlTag = /<(?:a|img|span|video|audio|source|p|div|font)\s[^<>\n]{1,1000}>/gi;
const bareAttribute = /(?<=\s[a-z-]{1,40}=)[^\s"'<>`]{1,1000}(?=[\s>])/gi;

/** `<a href=https://a.example/b>`, which the parser of Markdown does not read although HTML has it → `<a href="…">` */
function readBareAttributes({ 0: written, index }: RegExpExecArray): Pick<Mark, 'edits' | 'isCertain'> | undefined {
  const edits = [...written.matchAll(bareAttribute)].flatMap(({ 0: value, index: at }) =>
    [index + at, index + at + value.length].map((start) => ({ start, end: start, replacement: '"' })),
  );
  return edits.length === 0 ? undefined : { edits, isCertain: true };
}

const pairs: Readonly<Record<string, string>> = { b: '**', i: '*', s: '~~' };
const codes =
  'url|img|quote|code|color|size|font|center|left|right|justify|align|list|spoiler|email|youtube|video|audio|embed|caption|gallery|playlist|toc|table|tr|td|th|hr|sub|sup|highlight';

/** `[b]نص[/b]` and other pairs, then `[caption id="…"]`, `[/caption]`, `[gallery …]` and `[toc]` */
const paired = /\[([bius]|url|img)(?:=([^\][\n]{1,1000}))?\]([^\][\n]{1,1000})\[\/\1\]/gi;
const single = new RegExp(
  `\\[/[a-z][a-z0-9_-]{0,40}\\]|\\[[a-z][a-z0-9_-]{0,40}(?: [a-z_-]{1,40}=| https?://)[^\\][\\n]{0,500}\\]|` +
    `\\[/(?:[bius*]|${codes})\\]|\\[(?:${codes})(?:=[^\\][\\n]{0,500}| [a-z]+=[^\\][\\n]{0,500})?\\]`,
  'gi',
);

function findBulletinCode(text: string): Mark[] {
  const found = matchMarks(text, 'bulletin-code', paired, (match) => {
    const [, name = '', value, words = ''] = match;
    const tag = name.toLowerCase();
    const typed = value?.replace(/^["']|["']$/g, '');
    if (tag === 'url') return instead(match, typed === undefined ? words : `[${words}](${typed})`);
    if (tag === 'img') return instead(match, `![](${words})`, false);
    const mark = pairs[tag] ?? '';
    return instead(match, mark + words.trim() + mark, mark !== '');
  });
  const left = maskSpans(text, found);
  const isPaired = (name: string) => new RegExp(`\\[/${name}\\]`, 'i').test(left);
  return [
    ...found,
    ...matchMarks(left, 'bulletin-code', single, (match) => {
      const [name = ''] = /[a-z*]+/i.exec(match[0]) ?? [];
      const isCertainlyCode =
        /^\[\/|=|:\/\//.test(match[0]) || /^(?:toc|gallery|caption)$/i.test(name) || isPaired(name);
      return isCertainlyCode ? instead(match, '', false) : undefined;
    }),
  ];
}

/** `{{< youtube id >}}` and `{{% note %}}` of Hugo, `{% include x %}` of Jekyll, `{{ page.title }}`, `{: .class}` of kramdown */
const shortcode = /\{\{[<%]?[^{}\n]{1,300}[>%]?\}\}|\{%[^{}\n]{1,300}%\}|\{:[ ]?[.#a-z][^{}\n]{0,200}\}/gi;

/** `![وصف](صورة.jpg){width=300}` of other converters */
const attributes = /(?<=[\uFFFC)\]])\{[ ]?(?:[.#:]|(?:width|height|target|style|class|align)=)[^{}\n]{0,200}\}/g;

/** `^[حاشية]` of other converters, and labels of several words */
const inlineNote = /\^\[[^\][\n]{1,300}\]|\[\^[^\][\s]{1,40}[ ][^\][\n]{1,60}\]/g;

/** References of HTML without their semicolon. */
const entity = /&(?:nbsp|quot|amp|lt|gt|laquo|raquo|[lr][ds]quo|hellip|[mn]dash|zwnj|[lr]lm)(?![A-Za-z0-9;=])/g;

/** `## عنوان {#id}` → `## عنوان` */
function findHeadingIds({ node, typed }: MarkedBlock): Mark[] {
  if (node.type !== 'heading') return [];
  return matchMarks(typed, 'heading-id', /\s{0,20}\{[ ]?[#.:][^{}\n]{1,200}\}\s{0,20}$/g, (match) =>
    instead(match, ''),
  );
}

/** `[^9]`, `[^ 9 ]` and `[9^]`; a class of characters such as `[^a-z]` is none. */
const note = /\[[ ]?\^[ ]?([\p{L}\p{M}\p{N}_-]{1,40})[ ]?\][ \u00A0]?([:：]?)/gu;
const turnedNote = /\[([\p{L}\p{M}\p{N}_-]{1,40})\^\]/gu;

function findNotes({ node, defined, isNested }: MarkedBlock, text: string): Mark[] {
  return matchMarks(text, 'missing-note', note, (match) => {
    const [whole, label = '', colon] = match;
    if (/^\w-\w|^[A-Z]-/i.test(label)) return undefined;
    const isStart = match.index === 0 || text.charAt(match.index - 1) === '\n';
    if (isStart && !isNested && node.type === 'paragraph' && colon !== '') return definition(match, label);
    if (defined.withoutColon.has(label)) {
      if (!isStart) return unknown;
      if (!isNested && node.type === 'paragraph') return definition(match, label);
    }
    // `[^٣]` for `[^3]`
    const meant = defined.footnotes.get(toLatinDigits(label.toLowerCase()));
    if (meant !== undefined) return instead(match, `[^${meant}]${whole.slice(whole.indexOf(']') + 1)}`);
    const end = match.index + whole.indexOf(']') + 1;
    return { edits: [{ start: match.index, end, replacement: '' }], isCertain: false };
  });
}

/** `[^9] : نص` → `[^9]: نص` */
function definition(match: RegExpExecArray, label: string): Pick<Mark, 'edits' | 'isCertain'> {
  const isSpaced = /\s/.test(match.input.charAt(match.index + match[0].length));
  return instead(match, `[^${label}]:${isSpaced ? '' : ' '}`);
}

/** A `\` at the end of a block breaks no line, nor does one with spaces behind it. */
function findBackslashes({ node, isNested }: MarkedBlock, text: string): Mark[] {
  if (node.type === 'tableCell') return [];
  return [
    ...matchMarks(text, 'backslash', /(?<=[\p{L}\p{M}\p{Po}»)\] ])[ \t]{0,20}\\[ \t\u00A0]{0,20}$/gu, (match) =>
      instead(match, ''),
    ),
    ...matchMarks(text, 'backslash', /(?<=[\p{L}\p{M}\p{Po}»)\] ])\\\n/gu, (match) =>
      instead(match, '\\\n', !isNested),
    ),
  ];
}
