import { messages } from './messages.ts';

/**
 * Returns the message about an alias of `file` that is the current URL of `owner`. Both are articles, authors,
 * sections, series or pages. If files have each other's URLs as aliases, the message names the loop or the chain.
 * @param redirects maps the file A to another file that has A's URL as an alias, so that
 * readers of A are redirected there
 */
export function explainAliasConflict(
  alias: string,
  file: string,
  owner: string,
  redirects: ReadonlyMap<string, string>,
): string {
  if (owner === file) return isNamedFile(file) ? messages.aliasIsOwnName(alias) : messages.aliasIsOwn(alias);
  const trail = followTrail(file, redirects);
  const end = trail.indexOf(owner);
  if (end !== -1) return messages.aliasLoops(alias, owner, [owner, ...trail.slice(0, end)]);
  const [, next] = trail;
  return next === undefined ? messages.aliasIsAddress(alias, owner) : messages.aliasChains(alias, owner, next);
}

/** Whether a file is that of an author, a section, a series or a page, whose name is its address. */
function isNamedFile(file: string): boolean {
  return /^(?:authors|categories|pages|series)\//.test(file);
}

/** Lists the files through which readers of `file`'s URL are redirected, in order, up to where a loop closes. */
function followTrail(file: string, redirects: ReadonlyMap<string, string>): string[] {
  const trail = new Set([file]);
  for (let next = redirects.get(file); next !== undefined && !trail.has(next); next = redirects.get(next)) {
    trail.add(next);
  }
  return [...trail];
}
