import path from 'node:path';
import type { WordChange } from '../editorial/renaming/front-matter-words.ts';
import type { PathChange } from '../editorial/renaming/links.ts';
import { renameTagEntry } from '../editorial/renaming/tag-entries.ts';
import { tagKey, tagSlug } from '../lib/arabic/tag-slug.ts';
import { type ContentFile, fileId, type ListedContent } from '../library/content/content-files.ts';
import type { Article, FormerNames, Library } from '../library/types.ts';
import { authorPath, categoryPath, encodePath, seriesPath, standalonePath, tagPath } from '../model/urls.ts';
import { idMeant, isId } from '../schema/file-ids.ts';
import { findNearest } from '../schema/nearest.ts';
import { reservedAddresses } from '../schema/reserved-addresses.ts';
import { isTag } from '../schema/tags.ts';
import { bareValue } from '../schema/yaml/clean-text.ts';
import { commandStrings } from '../strings/commands.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.renaming;

const renamedKinds = ['category', 'author', 'series', 'page', 'tag'] as const satisfies FormerNames['kind'][];

export interface Renaming {
  kind: FormerNames['kind'];
  from: string;
  to: string;
}

/** What a renaming changes. */
export interface RenamingPlan extends Renaming {
  /** The file that is renamed; its name is already the new one if only what names it is left. */
  named?: { file: string; renamed: string };
  /** The new text of `tags.yaml`; undefined if it stays. */
  tagsText?: string;
  /** What changes in the front matter of articles. */
  word?: WordChange;
  /** The change of the page's address; undefined if it stays. */
  path?: PathChange;
}

/** Reads what was typed after the command. Throws a `CommandFailure` if it is not a renaming. */
export function readRenaming(texts: readonly string[]): Renaming {
  const [kind, from, to, ...rest] = texts.map(bareValue);
  if (kind === 'article') throw new CommandFailure(words.articleId);
  const known = renamedKinds.find((each) => each === kind);
  if (kind && known === undefined) {
    throw new CommandFailure(words.unknownKind(kind, renamedKinds, findNearest(kind, renamedKinds)));
  }
  if (known === undefined || !from || !to || rest.length > 0) throw new CommandFailure(words.usage);
  return { kind: known, from, to };
}

/** Plans a renaming. Throws a `CommandFailure` if it is impossible. */
export function planRenaming(
  renaming: Renaming,
  library: Library,
  listed: ListedContent,
  tagsText: string,
): RenamingPlan {
  const { kind, from, to } = renaming;
  if (from === to) throw new CommandFailure(words.sameName(from));
  if (kind === 'tag') return planTag(renaming, library, tagsText);
  refuseName(renaming, library);
  const files = { category: listed.categories, author: listed.authors, series: listed.series, page: listed.pages }[
    kind
  ];
  return {
    ...renaming,
    named: findNamed(renaming, library, files),
    ...(kind !== 'page' && { word: { key: kind, rename: (word) => (word === from ? to : undefined) } }),
    path: { from: addressOf(kind, from), to: addressOf(kind, to), isListing: kind !== 'page' },
  };
}

const pathOf = { category: categoryPath, author: authorPath, series: seriesPath, page: standalonePath, tag: tagPath };

function addressOf(kind: Renaming['kind'], name: string): string {
  return pathOf[kind](name).replace(/\/$/, '');
}

/** Refuses a new name that no file can have. */
function refuseName({ kind, from, to }: Renaming, { articles, formerNames }: Library): void {
  if (!isId(to)) throw new CommandFailure(words.badName(to, idMeant(to)));
  const isTaken = kind === 'page' && (reservedAddresses.includes(to) || articles.some(({ id }) => id === to));
  if (isTaken) throw new CommandFailure(words.reserved(to));
  const owner = formerNames.find((each) => each.kind === kind && each.aliases.includes(to));
  if (owner && owner.id !== from && owner.id !== to) throw new CommandFailure(words.formerOfOther(to, owner.id));
}

function findNamed(
  { kind, from, to }: Renaming,
  library: Library,
  files: readonly ContentFile[],
): { file: string; renamed: string } {
  const old = files.find(({ file }) => fileId(file) === from)?.file;
  const renamed = files.find(({ file }) => fileId(file) === to)?.file;
  if (old !== undefined && renamed !== undefined) throw new CommandFailure(words.taken(to, renamed));
  if (old !== undefined) {
    const { dir, ext } = path.posix.parse(old);
    return { file: old, renamed: `${dir}/${to}${ext}` };
  }
  // The file was renamed by hand, or an earlier run of the command was interrupted.
  if (renamed !== undefined && isStillNamed({ kind, from, to }, library)) return { file: renamed, renamed };
  const known = files.map(({ file }) => fileId(file));
  throw new CommandFailure(words.unknownName(kind, from, findNearest(from, known), known));
}

/** Whether an old name is known as one, or articles or links still have it. */
function isStillNamed({ kind, from, to }: Renaming, { articles, pages, site, slots, formerNames }: Library): boolean {
  const isFormer = formerNames.some((each) => each.kind === kind && each.id === to && each.aliases.includes(from));
  const isIn = (article: Article): boolean => {
    if (kind === 'author') return namesAuthor(article, from);
    return (kind === 'category' && article.category === from) || (kind === 'series' && article.series === from);
  };
  const ofSlots = slots.flatMap(({ settings }) => [settings.sections ?? [], settings.exceptSections ?? []].flat());
  const address = encodePath(addressOf(kind, from));
  const urls = [
    ...[...site.navigation, ...site.footer.links].map(({ url }) => encodePath(url)),
    ...[...articles, ...pages].flatMap(({ references }) => references.map(({ url }) => url)),
  ];
  const isInSlots = kind === 'category' && ofSlots.includes(from);
  return (
    isFormer || isInSlots || articles.some(isIn) || urls.some((url) => url === address || url.startsWith(`${address}/`))
  );
}

function namesAuthor({ authors, reporters }: Article, id: string): boolean {
  return authors.includes(id) || reporters.some(({ name, written }) => name === id || written === id);
}

function planTag(renaming: Renaming, { articles, tags }: Library, text: string): RenamingPlan {
  const { from, to } = renaming;
  if (!isTag(to)) throw new CommandFailure(words.badTag(to));
  const known = [
    ...new Set([...articles.flatMap((article) => article.tags), ...tags.flatMap((each) => [each.name, ...each.also])]),
  ];
  const keys = new Set(known.map(tagKey));
  if (!keys.has(tagKey(from))) throw new CommandFailure(words.unknownName('tag', from, findNearest(from, known), []));
  const isSpelling = tagKey(from) === tagKey(to);
  const hasEntry = tags.some(({ name, also }) => [name, ...also].some((each) => tagKey(each) === tagKey(from)));
  const edited = isSpelling && !hasEntry ? undefined : editTags(text, renaming);
  const isMoved = tagSlug(from) !== tagSlug(to);
  return {
    ...renaming,
    ...(edited !== undefined && { tagsText: edited }),
    word: { key: 'tags', rename: (word) => (tagKey(word) === tagKey(from) && word !== to ? to : undefined) },
    ...(isMoved && { path: { from: addressOf('tag', from), to: addressOf('tag', to), isListing: true } }),
  };
}

function editTags(text: string, { from, to }: Renaming): string | undefined {
  const edit = renameTagEntry(text, from, to);
  switch (edit.kind) {
    case 'edited':
      return edit.text;
    case 'same':
      return undefined;
    case 'is-spelling':
      throw new CommandFailure(words.isSpelling(from, edit.name));
    case 'to-spelling':
      throw new CommandFailure(words.isSpelling(to, edit.name));
    case 'two-entries':
      throw new CommandFailure(words.twoEntries(from, to));
    case 'unsound':
      throw new CommandFailure(words.unsoundTags);
  }
}
