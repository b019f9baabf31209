import { decodeHTMLAttribute } from 'entities/decode';
import { isServicePath, originalOf } from '../lib/image-services.ts';
import { urlsInSrcset } from '../lib/srcset.ts';
import { resolveHref } from '../model/internal-links.ts';

/** The data of an HTML page that the link check needs. */
export interface PageLinks {
  /** The decoded ids that a fragment can name. */
  ids: Set<string>;
  /** Internal references as written: `/x/`, `#y`, `../z/`. */
  references: string[];
}

export interface BrokenLink {
  /** The path of the page that the link is on. */
  page: string;
  reference: string;
  reason: 'no-page' | 'no-fragment';
}

const attributes = new Map([
  ['a', ['href']],
  ['link', ['href']],
  ['img', ['src', 'srcset']],
  ['source', ['src', 'srcset']],
  ['script', ['src']],
  ['video', ['src', 'poster']],
  ['audio', ['src']],
  ['track', ['src']],
  ['iframe', ['src']],
]);

const tag = /<!--|<([a-z][a-z\d-]*)((?:\s+[^\s"'<>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/gi;
/** What ends a part of a page whose text may look like tags, by the tag that begins it; '' begins a comment. */
const untouched = new Map([
  ['', /-->/g],
  ['script', /<\/script/gi],
  ['style', /<\/style/gi],
]);
/** Marks links that are not the newsroom's: those of readers in their comments, and of services. */
const foreign = /\srel="[^"]*\bnofollow\b/i;
const hasId = /\sid\s*=/i;
const attribute = /\s([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi;

/**
 * Reads the links of a page that Astro has rendered. Regular expressions suffice, because Astro escapes every `<` in
 * text; a full HTML parser would take as long as rendering the page. Absolute links below the address of the site count
 * as internal.
 */
export function collectLinks(html: string, siteUrl: string): PageLinks {
  const ids = new Set<string>();
  const references = new Set<string>();
  tag.lastIndex = 0;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    const written = found[2] ?? '';
    const name = (found[1] ?? '').toLowerCase();
    const end = untouched.get(name);
    if (end !== undefined) tag.lastIndex = endOf(html, end, tag.lastIndex);
    if (name === 'a' && foreign.test(written)) continue;
    const linking = attributes.get(name);
    if (!linking && !hasId.test(written)) continue;
    // Without `matchAll`, which copies the expression each time.
    attribute.lastIndex = 0;
    for (let each = attribute.exec(written); each; each = attribute.exec(written)) {
      const key = (each[1] as string).toLowerCase();
      const isLinking = linking?.includes(key);
      if (key !== 'id' && !isLinking) continue;
      const value = decodeEntities(each[2] ?? each[3] ?? each[4] ?? '');
      if (key === 'id' && value !== '') ids.add(value);
      if (!isLinking) continue;
      const urls = key === 'srcset' ? urlsInSrcset(value) : [value];
      for (const url of urls) if (isInternal(url, siteUrl)) references.add(isServicePath(url) ? servedFile(url) : url);
    }
  }
  return { ids, references: [...references] };
}

/** Returns the file of the site that a service makes a size of. */
function servedFile(url: string): string {
  return originalOf(url) ?? url;
}

function endOf(html: string, end: RegExp, start: number): number {
  end.lastIndex = start;
  return end.test(html) ? end.lastIndex : html.length;
}

function decodeEntities(value: string): string {
  return value.includes('&') ? decodeHTMLAttribute(value) : value;
}

/**
 * Finds broken references. `pages` yields the decoded path of each page (`/k7q3m/`) with its links, one page at a time,
 * so that a large site need not fit in memory. `isAnswered` returns whether the site has a file at a decoded path;
 * `idsOf` returns the ids on a page that a fragment can name; undefined for a file
 * that is no page.
 */
export function findBrokenLinks(
  pages: Iterable<[page: string, links: PageLinks]>,
  isAnswered: (address: string) => boolean,
  idsOf: (page: string) => ReadonlySet<string> | undefined,
  siteUrl: string,
): BrokenLink[] {
  const judge = (reference: string, page: string, ids: ReadonlySet<string>): BrokenLink['reason'] | undefined => {
    const target = resolveHref(reference, page, siteUrl);
    if (!target) return undefined;
    if (!isAnswered(target.path)) return 'no-page';
    if (target.fragment === '') return undefined;
    const named = target.path === page ? ids : idsOf(target.path);
    // A fragment of a file that is no page, such as `#page=3` of a PDF, is left to the program that opens it.
    return named === undefined || named.has(target.fragment) ? undefined : 'no-fragment';
  };
  const broken: BrokenLink[] = [];
  // Results for references that begin with `/`. Most are on thousands of pages, with the same target on all of them.
  const known = new Map<string, BrokenLink['reason'] | undefined>();
  for (const [page, { ids, references }] of pages) {
    for (const reference of references) {
      const isRooted = reference.startsWith('/');
      const reason = isRooted && known.has(reference) ? known.get(reference) : judge(reference, page, ids);
      if (isRooted) known.set(reference, reason);
      if (reason) broken.push({ page, reference, reason });
    }
  }
  return broken;
}

function isInternal(url: string, siteUrl: string): boolean {
  if (url === '' || url === '#') return false;
  if (url.startsWith('//')) return false;
  return url.startsWith(`${siteUrl}/`) || url === siteUrl || !/^[a-z][a-z\d+.-]*:/i.test(url);
}
