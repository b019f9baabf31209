/** The path of a page that gets another address; both are decoded, without a slash at the end: `/c/old`. */
export interface PathChange {
  from: string;
  to: string;
  /** Whether numbered pages and feeds lie below it. */
  isListing: boolean;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
/** What may hold links: the body of a text, the settings, the file of an author, or HTML. */
export type LinkHolder = 'body' | 'settings' | 'author' | 'html';

const inAttribute = String.raw`=[ \t]{0,3}["']|\bhref[ \t]{0,3}=[ \t]{0,3}`;

/** What stands before a URL. */
const beforeUrl: Record<LinkHolder, string> = {
  body: String.raw`\]\([ \t]{0,3}<?|\]:[ \t]{0,3}<?|${inAttribute}`,
  settings: String.raw`\w:[ \t]{1,3}["']?`,
  author: String.raw`url:[ \t]{1,3}["']?`,
  html: inAttribute,
};

/**
 * Changes the links to a page in a text and leaves every other character as it is; code in a body stays too.
 * @param siteUrl the absolute URL of the front page, with which a link may begin
 */
export function renameLinks(text: string, change: PathChange, siteUrl: string, holder: LinkHolder): string {
  const site = siteUrl.replace(/\/+$/, '');
  const code = holder === 'body' ? '`+[^`\\n]*`+|' : '';
  const token = new RegExp(`${code}(?:(?<=${beforeUrl[holder]})|${RegExp.escape(site)}(?=/))/[^\\s)"'<>?#,}]*`, 'gu');
  const inLine = (line: string): string =>
    line.replace(token, (url) => (url.startsWith('`') ? url : renameUrl(url, site, change)));
  if (holder !== 'body') return inLine(text);
  let openFence: string | undefined;
  const renamed = text.split(/(?<=\n)/).map((line) => {
    const mark = fence.exec(line)?.[1];
    const isFence = mark !== undefined && (openFence === undefined || mark.startsWith(openFence));
    if (isFence) openFence = openFence === undefined ? mark : undefined;
    return isFence || openFence !== undefined ? line : inLine(line);
  });
  return renamed.join('');
}

/** Whether a text still has the old path of a page: in a script, say, where it is not known to be a link. */
export function hasOldPath(text: string, { from, isListing }: PathChange): boolean {
  const paths = [from, encodeURI(from)].map((path) => path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const end = isListing ? String.raw`[\p{L}\p{N}_.%-]` : String.raw`[\p{L}\p{N}_.%-]|\/[\p{L}\p{N}]`;
  return new RegExp(String.raw`(?<![\p{L}\p{N}_\/-])(?:${paths.join('|')})(?!${end})`, 'u').test(text);
}

function renameUrl(url: string, site: string, { from, to, isListing }: PathChange): string {
  const start = url.startsWith(site) ? site : '';
  const parts = url.slice(start.length).split('/');
  const depth = from.split('/').length;
  if (parts.slice(0, depth).map(decodePart).join('/') !== from) return url;
  const rest = parts.slice(depth);
  const isSame = isListing || rest.length === 0 || /^(?:index\.html)?$/.test(rest.join('/'));
  return isSame ? start + [to, ...rest].join('/') : url;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part).normalize('NFC');
  } catch {
    return part;
  }
}
