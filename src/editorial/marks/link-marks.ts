import { bidiOverrides, invisible } from '../../lib/arabic/characters.ts';
import { findSpacedAddresses, isAddress, withScheme } from '../../lib/spaced-address.ts';
import { type FindMarks, instead, type Mark, matchMarks, unknown } from './mark.ts';

const gap = `[ \\t\\u00A0\\u2000-\\u200A\\u202F\\u200C\\u200D${invisible}${bidiOverrides}]`;
const zeroWidth = `[\\u200C\\u200D${invisible}${bidiOverrides}]`;
/** Words in square brackets, also full-width ones: the first group is `!` or empty, the second is the words. */
const label = '(!?)[\\[［]([^\\][\\n［］]{1,300})[\\]］]';
const webAddress = '((?:https?://|mailto:|www\\.)[^\\s()（）<>\\[\\]［］]{1,1000})';

// Each pattern is shown as typed → meant.

/** `[نص] (url)` and `［نص］（url）` → `[نص](url)` */
const parted = new RegExp(
  `${label}(${gap}{0,20})([(（])${gap}{0,20}([^()（）\\n]{1,1000}(?:\\([^()\\n]{0,100}\\)[^()（）\\n]{0,1000})?)([)）])`,
  'g',
);

/** `(url)[نص]` → `[نص](url)`, unless an address follows as well */
const reversed = new RegExp(
  `[(（]${gap}{0,20}${webAddress}${gap}{0,20}[)）]${gap}{0,20}[\\[［]([^\\][\\n［］]{1,300})[\\]］](?!${gap}{0,20}[(（\\[])`,
  'g',
);

/** `(نص)[url]` → `[نص](url)` */
const swapped = new RegExp(`(!?)[(（]([^()（）\\n]{1,300})[)）]${gap}{0,20}[\\[［]${webAddress}[\\]］]`, 'g');

/** `]نص[)url(` and `]نص[(url)` → `[نص](url)`: brackets as an editor from the right shows them */
const mirrored = new RegExp(
  `(!?)\\]([^\\][\\n]{1,300})\\[${gap}{0,20}(?:\\)${webAddress}\\(|\\(${webAddress}\\))`,
  'g',
);

/** `[نص[(url)` and `[نص]{url}` → `[نص](url)` */
const wrong = new RegExp(
  `(!?)\\[([^\\][\\n]{1,300})(?:\\[${gap}{0,20}\\(${webAddress}\\)|\\]${gap}{0,20}\\{${webAddress}\\}|\\]\\(${webAddress}\\](?!\\())`,
  'g',
);

/** `[نص](url` → `[نص](url)`, if nothing after it closes the bracket */
const unclosed = new RegExp(
  `${label}\\(((?:https?://)[^\\s()<>\\[\\]«»“”،؛؟…]{1,1000})(?=[\\s،؛؟…»]|$)(?![^()]{0,1000}\\))`,
  'g',
);

/** `[نص(url)` → `[نص](url)`, if nothing after it closes the bracket */
const open = new RegExp(`(!?)\\[([^\\][()\\n]{1,300})\\(${webAddress}\\)(?![^\\][\\n]{0,300}\\])`, 'g');

/** `{نص}(url)` → `[نص](url)` */
const braced = new RegExp(`(!?)\\{([^{}\\n]{1,300})\\}${gap}{0,20}\\(${webAddress}\\)`, 'g');

/** `[نص]` with `(url)` in the next line → `[نص](url)` */
const broken = new RegExp(`(?<=\\[[^\\][\\n]{1,300}\\])${gap}{0,20}\\n${gap}{0,20}(?=\\(${webAddress}\\))`, 'g');

const pictureFile = '([^\\s()<>\\[\\]\\uFFFC]{1,300}\\.(?:jpe?g|png|gif|webp|avif|svg))';
/** `![وصف](a.png` → `![وصف](a.png)` */
const openImage = new RegExp(`(!)\\[([^\\][\\n]{0,300})\\]\\(${pictureFile}(?=\\s|$)(?![^()]{0,300}\\))`, 'gi');
/** `(a.png)![وصف]` → `![وصف](a.png)` */
const reversedImage = new RegExp(`\\(${pictureFile}\\)${gap}{0,20}!\\[([^\\][\\n]{0,300})\\](?![(\\[])`, 'gi');

/** `https:// a.example` → `https://a.example` */
const spacedScheme = /https?:\/\/[ \u00A0]{1,5}(?=(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![a-z]))/gi;

/** `[نص][مرجع]` whose label the body does not define */
const reference = /(!?)\[([^\][\n]{1,300})\]\[([^\][\n]{1,300})\]/g;

/** What is left of links; words in round brackets after words in square ones are prose. */
const rest = /\]\((?![^()\n:/.]{1,300}[ \u0600-\u06FF][^()\n:/.]{0,300}\))|!\[|\[\[|\]\]/g;

/** Finds links and images that are not read as such, and leftovers of them. */
export const findLinkMarks: FindMarks = (block) => {
  const found: Mark[] = [];
  let text = block.typed;
  const add = (marks: Mark[]) => {
    found.push(...marks);
    for (const { start, end } of marks) text = text.slice(0, start) + '\uFFFC'.repeat(end - start) + text.slice(end);
  };
  add(
    findSpacedAddresses(text).map(({ start, end, isImage, edits }) => {
      // The build refuses such an image also as it is.
      const isCertain = isImage || hasScheme(text.slice(text.indexOf('](', start) + 2, end));
      return { kind: 'address', start, end, edits, isCertain };
    }),
  );
  add(matchMarks(text, 'parted-link', parted, readParted));
  add(matchMarks(text, 'turned-link', reversed, (match) => turned(match, match[2], match[1])));
  add(matchMarks(text, 'turned-link', swapped, (match) => turned(match, match[2], match[3])));
  add(matchMarks(text, 'turned-link', wrong, (match) => turned(match, match[2], match[3] ?? match[4] ?? match[5])));
  add(matchMarks(text, 'turned-link', mirrored, (match) => turned(match, match[2], match[3] ?? match[4])));
  add(
    matchMarks(text, 'open-link', unclosed, (match) => {
      const end = match.index + match[0].length - (/[.,:;!?]*$/.exec(match[0])?.[0].length ?? 0);
      return { edits: [{ start: end, end, replacement: ')' }], isCertain: true };
    }),
  );
  add(matchMarks(text, 'open-link', open, (match) => turned(match, match[2], match[3])));
  add(matchMarks(text, 'turned-link', braced, (match) => turned(match, match[2], match[3])));
  add(matchMarks(text, 'parted-link', broken, (match) => instead(match, '')));
  add(matchMarks(text, 'open-link', openImage, (match) => instead(match, `${match[0]})`)));
  add(matchMarks(text, 'turned-link', reversedImage, (match) => instead(match, `![${match[2]}](${match[1]})`)));
  add(matchMarks(text, 'spaced-scheme', spacedScheme, (match) => instead(match, match[0].trimEnd())));
  add(matchMarks(text, 'open-link', reference, (match) => (isReference(match) ? unknown : undefined)));
  add(matchMarks(text, 'wiki-link', wiki, readWiki));
  add(matchMarks(text, 'open-link', rest, () => unknown));
  return found;
};

function readParted(match: RegExpExecArray): Pick<Mark, 'edits' | 'isCertain'> | undefined {
  const [whole, mark = '', words = '', between = '', open = '', typed = '', close = ''] = match;
  const address = typed.replace(new RegExp(`^${gap}+|${gap}+$`, 'g'), '');
  const isMirrored = /[［］]/.test(whole) || open !== '(' || close !== ')';
  if ((between === '' && !isMirrored) || isNumber(words) || !isAddress(withoutTitle(address))) return undefined;
  const resource = /\s/.test(address) ? resourceOf(mark, words, address) : withScheme(address);
  if (resource === undefined) return undefined;
  const isCertain = hasScheme(address);
  if (isMirrored || resource !== typed) return instead(match, `${mark}[${words}](${resource})`, isCertain);
  const start = match.index + mark.length + words.length + 2;
  return { edits: [{ start, end: start + between.length, replacement: '' }], isCertain };
}

/** Whether an address leaves the site. One within the site may lead nowhere, and as a link it would stop the build. */
function hasScheme(address: string): boolean {
  return /^["'«“\s]*(?:https?:|mailto:|tel:|ftp:)/i.test(withScheme(address.trim()));
}

function withoutTitle(address: string): string {
  return address.replace(/\s+["'«“”„].*$/, '');
}

/** Returns an address with spaces or a title as Markdown reads it; undefined if it is no address. */
function resourceOf(mark: string, words: string, address: string): string | undefined {
  const link = `${mark}[${words}](${address})`;
  const [found] = findSpacedAddresses(link);
  if (!found) return /^\S+[ \t]+(?:"[^"]*"|'[^']*')$/.test(address) ? address : undefined;
  let resource = '';
  let at = link.length - address.length - 1;
  for (const { start, end, replacement } of found.edits) {
    resource += link.slice(at, start) + replacement;
    at = end;
  }
  return resource + link.slice(at, -1);
}

function turned(match: RegExpExecArray, words = '', address = ''): Pick<Mark, 'edits' | 'isCertain'> | undefined {
  const typed = words.replace(new RegExp(`^${zeroWidth}+|${zeroWidth}+$`, 'g'), '').trim();
  if (typed === '' || isNumber(typed)) return undefined;
  return instead(match, `${match[0].startsWith('!') ? '!' : ''}[${typed}](${withScheme(address)})`);
}

/** Numbers in brackets are notes, not links. */
function isNumber(words: string): boolean {
  return /^[\d٠-٩۰-۹\s.,،-]*$/.test(words);
}

function isReference([, mark = '', words = '', label = '']: RegExpExecArray): boolean {
  if (label.startsWith('^') || words.startsWith('^')) return false;
  return mark === '!' || (!isNumber(words) && /^[a-z]+[a-z0-9_-]*$|^\d{1,3}$/i.test(label));
}

/** `[[صفحة]]`, `[[صفحة|نص]]`, `![[صورة.png]]` */
const wiki = /(!?)\[\[([^\][\n|]{1,300})(?:\|([^\][\n]{1,300}))?\]\]/g;

function readWiki(match: RegExpExecArray): Pick<Mark, 'edits' | 'isCertain'> | undefined {
  const [, mark = '', page = '', words] = match;
  if (!/\p{L}/u.test(page)) return undefined;
  if (mark === '') return instead(match, words ?? page, false);
  return instead(match, `![${isSize(words) ? '' : (words ?? '')}](${/\s/.test(page) ? `<${page}>` : page})`, false);
}

/** Obsidian writes the width of an image where the words are: `![[صورة.png|300]]`. */
function isSize(words = ''): boolean {
  return /^\d+(?:x\d+)?$/.test(words);
}
