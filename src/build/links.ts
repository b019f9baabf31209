import { Parser } from 'htmlparser2';
import { resolveInternalLink } from '../model/internal-links.ts';

/** What the link check needs of one HTML page. */
export interface PageLinks {
  /** Decoded ids that a fragment can name. */
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
  ['iframe', ['src']],
]);

/** `origin` is the site's own: absolute links to it are internal. */
export function collectLinks(html: string, origin: string): PageLinks {
  const ids = new Set<string>();
  const references: string[] = [];
  const parser = new Parser({
    onopentag(name, attribs) {
      if (attribs.id) ids.add(attribs.id);
      for (const attribute of attributes.get(name) ?? []) {
        const value = attribs[attribute];
        if (value === undefined) continue;
        const urls =
          attribute === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '') : [value];
        references.push(...urls.filter((url) => isInternal(url, origin)));
      }
    },
  });
  parser.end(html);
  return { ids, references };
}

/**
 * Finds references that lead nowhere. `pages` maps the decoded path of each HTML page (`/k7q3m/`) to its links;
 * `files` holds the decoded paths of all files of the output (`/rss.xml`, `/k7q3m/index.html`).
 */
export function findBrokenLinks(
  pages: ReadonlyMap<string, PageLinks>,
  files: ReadonlySet<string>,
  origin: string,
): BrokenLink[] {
  const broken: BrokenLink[] = [];
  for (const [page, { references }] of pages) {
    for (const reference of new Set(references)) {
      const target = resolveInternalLink(reference, page, origin);
      const known = target && (pages.has(target.path) || files.has(target.path));
      if (!known) broken.push({ page, reference, reason: 'no-page' });
      else if (target.fragment && !pages.get(target.path)?.ids.has(target.fragment)) {
        broken.push({ page, reference, reason: 'no-fragment' });
      }
    }
  }
  return broken;
}

function isInternal(url: string, origin: string): boolean {
  if (url === '' || url === '#') return false;
  if (url.startsWith('//')) return false;
  return url.startsWith(`${origin}/`) || url === origin || !/^[a-z][a-z\d+.-]*:/i.test(url);
}
