import { messages } from './messages.ts';

/**
 * The message about an alias of the article `file` that is the current address of `owner`: an article, author, section or
 * page. If articles claim each other's addresses, it names the loop or the chain.
 * @param redirects by article, the other article that claims its address as an alias, so that its readers land there
 */
export function explainAliasConflict(
  alias: string,
  file: string,
  owner: string,
  redirects: ReadonlyMap<string, string>,
): string {
  if (owner === file) return messages.aliasIsOwn(alias);
  const trail = followTrail(file, redirects);
  const end = trail.indexOf(owner);
  if (end !== -1) return messages.aliasLoops(alias, owner, [owner, ...trail.slice(0, end)]);
  const [, next] = trail;
  return next === undefined ? messages.aliasIsAddress(alias, owner) : messages.aliasChains(alias, owner, next);
}

/** The files that redirects lead through from the address of `file`, in order; ends where a loop closes. */
function followTrail(file: string, redirects: ReadonlyMap<string, string>): string[] {
  const trail = [file];
  for (let next = redirects.get(file); next !== undefined && !trail.includes(next); next = redirects.get(next)) {
    trail.push(next);
  }
  return trail;
}
