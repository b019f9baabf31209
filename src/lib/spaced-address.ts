import type { Edit } from './tracked-text.ts';

/** A link or an image whose address has spaces, so that Markdown shows it as typed. */
export interface SpacedAddress {
  start: number;
  end: number;
  isImage: boolean;
  /** Put the address between < and >, and the title between straight quotation marks. */
  edits: Edit[];
}

const opening = /!?\[[^\][\n]{0,300}\]\(/g;
/** The longest address with its title, in UTF-16 code units. */
const longestResource = 1000;
/** The title after an address, in straight, curly or angular quotation marks. */
const title = /[ \t\u00A0]+(?:"(.*)"|'(.*)'|[“”„](.*)[“”]|«(.*)»)[ \t]*$/;
const files =
  'jpe?g|png|gif|webp|avif|svg|heic|bmp|tiff?|pdf|mp[34]|m4a|mov|webm|ogg|wav|zip|docx?|xlsx?|pptx?|html?|mdx?';
const addresses = [
  '(?:https?:|mailto:|tel:|ftp:|www\\.|[#/]|\\.{1,2}/)',
  '[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+/',
  `[^\n]*.(?:${files})(?:[?#][^\n]*)?$`,
];
const bare = /^(?:www\.|[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}\/)/i;
const address = new RegExp(`^(?:${addresses.join('|')})`, 'i');

/** Writes `https://` before an address that has everything but this: `www.a.example`, `a.example/b`. */
export function withScheme(typed: string): string {
  return bare.test(typed) ? `https://${typed}` : typed;
}

/** Whether a text is meant as an address: it begins as one, or ends in the extension of a file. */
export function isAddress(text: string): boolean {
  return address.test(text);
}

/**
 * Finds links and images such as `![وصف](صورة الوزير (1).jpg "تعليق")`, which Markdown does not read because of the
 * spaces or the quotation marks, with what to write: `![وصف](<صورة الوزير (1).jpg> "تعليق")`.
 */
export function findSpacedAddresses(text: string): SpacedAddress[] {
  return [...text.matchAll(opening)].flatMap(({ 0: label, index }) => {
    const from = index + label.length;
    const to = closingBracket(text, from);
    const edits = to === undefined ? undefined : rewrite(text.slice(from, to), from);
    return to === undefined || edits === undefined
      ? []
      : [{ start: index, end: to + 1, isImage: label.startsWith('!'), edits }];
  });
}

/** Returns the index of the bracket that closes one before `from`, on the same line. */
function closingBracket(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + longestResource); at += 1) {
    const unit = text.charAt(at);
    if (unit === '\n') return undefined;
    if (unit === '(') depth += 1;
    if (unit === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** Returns the edits that make an address and its title readable; undefined if there is no address, or no fault. */
function rewrite(resource: string, from: number): Edit[] | undefined {
  const titled = title.exec(resource);
  const written = (titled ? resource.slice(0, titled.index) : resource).trim();
  const typed = written.replace(/^["'«“](.*)["'»”]$/, '$1');
  const words = titled?.slice(1).find((group) => group !== undefined) ?? '';
  const isSpaced = /\s/.test(typed);
  const isMarked = titled !== null && (!/^\s+["']/.test(titled[0]) || /"/.test(words));
  if (!isAddress(typed) || /[<>\uFFFC]/.test(resource) || !(isSpaced || isMarked)) return undefined;
  const start = from + resource.indexOf(typed);
  const end = start + typed.length;
  const [open, close] = isSpaced ? ['<', '>'] : ['', ''];
  const scheme = withScheme(typed).slice(0, -typed.length);
  const edits = [
    { start: from, end: start, replacement: open + scheme },
    { start: end, end: from + (titled?.index ?? resource.length), replacement: close },
  ];
  if (titled && isMarked)
    edits.push({
      start: from + titled.index,
      end: from + resource.length,
      replacement: ` "${words.replaceAll('"', '\\"')}"`,
    });
  return edits.filter((edit) => edit.start < edit.end || edit.replacement !== '');
}
