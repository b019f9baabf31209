import { messages } from './messages.ts';

/**
 * Why an old address cannot be the address of `owner`, an article, an author, a section or a page of today. `sentTo` says for
 * each article which other one claims its address as an old one: it tells plain collisions from chains and loops.
 */
export function refuseLiveAlias(
  alias: string,
  file: string,
  owner: string,
  sentTo: ReadonlyMap<string, string>,
): string {
  if (owner === file) return messages.aliasIsOwn(alias);
  const trail = followTrail(file, sentTo);
  const end = trail.indexOf(owner);
  if (end !== -1) return messages.aliasLoops(alias, owner, [owner, ...trail.slice(0, end)]);
  const [, next] = trail;
  return next === undefined ? messages.aliasIsAddress(alias, owner) : messages.aliasChains(alias, owner, next);
}

/** The files that a reader of the first one's address is sent through, in order, each once. */
function followTrail(file: string, sentTo: ReadonlyMap<string, string>): string[] {
  const trail = [file];
  for (let next = sentTo.get(file); next !== undefined && !trail.includes(next); next = sentTo.get(next)) {
    trail.push(next);
  }
  return trail;
}
