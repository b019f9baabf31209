import { decodePart } from '../../lib/decode-path.ts';
import type { WordPressExport, WordPressItem } from './export.ts';

/** An author of posts, as the export knows it. */
export interface BylineAuthor {
  key: string;
  /** The login, or the name in addresses. */
  slug: string;
  name: string;
}

/** Finds the authors of posts. */
export interface Bylines {
  /**
   * Returns the authors of a post, in their order: those that the plugin Co-Authors Plus names in the taxonomy `author`,
   * or else the one who created it.
   */
  authorsOf(post: WordPressItem): BylineAuthor[];
  /** Everyone whom the export knows as an author, whether of a post or not. */
  everyone: readonly BylineAuthor[];
}

export function createBylines({ authors, terms, items }: WordPressExport): Bylines {
  const names = new Map(authors.map(({ login, name }) => [login, name]));
  const byNicename = new Map(authors.map(({ login }) => [nicenameOf(login), login]));
  const user = (login: string): BylineAuthor => ({ key: login, slug: login, name: names.get(login) ?? login });
  const profiles = new Map<string, BylineAuthor>();
  for (const { type, slug, title, meta } of items) {
    if (type !== 'guest-author') continue;
    const bare = bareSlug(slug);
    const login = byNicename.get(nicenameOf(meta.get('cap-linked_account') ?? ''));
    const name = meta.get('cap-display_name') || title;
    profiles.set(bare, login === undefined ? { key: `guest:${bare}`, slug: bare, name } : user(login));
  }
  const find = (written: string, name: string): BylineAuthor => {
    const bare = bareSlug(written);
    const login = byNicename.get(bare);
    return profiles.get(bare) ?? (login === undefined ? { key: `guest:${bare}`, slug: bare, name } : user(login));
  };
  return {
    authorsOf(post) {
      const named = post.terms
        .filter(({ taxonomy }) => taxonomy === 'author')
        .map(({ slug, name }) => find(slug, name));
      return named.length > 0
        ? [...new Map(named.map((author) => [author.key, author])).values()]
        : [user(post.creator)];
    },
    everyone: [
      ...authors.map(({ login }) => user(login)),
      ...profiles.values(),
      ...terms.filter(({ taxonomy }) => taxonomy === 'author').map(({ slug, name }) => find(slug, name)),
    ],
  };
}

/** Co-Authors Plus writes `cap-` before the names of its authors. */
function bareSlug(slug: string): string {
  return decodePart(slug).replace(/^cap-/, '');
}

/** Writes a login as WordPress does in the address of its author: `abu.omar` and `Abu Omar` as `abu-omar`. */
export function nicenameOf(login: string): string {
  return login
    .toLowerCase()
    .replace(/[\s.]+/g, '-')
    .replace(/[^\p{L}\p{N}_-]/gu, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}
