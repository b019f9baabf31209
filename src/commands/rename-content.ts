import { rename } from 'node:fs/promises';
import path from 'node:path';
import { addAlias } from '../editorial/renaming/aliases.ts';
import { renameInFrontMatter } from '../editorial/renaming/front-matter-words.ts';
import { hasOldPath, type LinkHolder, renameLinks } from '../editorial/renaming/links.ts';
import { renameInSlots } from '../editorial/renaming/slot-sections.ts';
import { compareText } from '../lib/compare.ts';
import { listContent } from '../library/content/content-files.ts';
import { readContentText, writeContentText } from '../library/content/content-text.ts';
import type { Environment } from '../library/environment.ts';
import { listPublicFiles } from '../library/public-files.ts';
import { findBody } from '../schema/front-matter.ts';
import { commentTermsFile, siteFile } from '../schema/site.ts';
import { slotsFile } from '../schema/slots.ts';
import { tagsFile } from '../schema/tags.ts';
import { commandStrings } from '../strings/commands.ts';
import { openContent } from './open-content.ts';
import { planRenaming, type Renaming, type RenamingPlan } from './plan-renaming.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.renaming;

/** What a renaming changed, or would change. Files are content-relative, as they were before. */
export interface RenamingReport {
  plan: RenamingPlan;
  /** Whether the old name was written down in the file that had its new name already. */
  isAliasAdded: boolean;
  /** The articles in which the name was changed. */
  articles: string[];
  /** The files in which links were changed. */
  linking: string[];
  /** The files in which the name could not be changed. */
  skipped: string[];
  /** The files of the theme and of `public/` that have the old path where it is not known to be a link. */
  left: string[];
}

/**
 * Renames a section, an author, a standalone page or a tag, and everything that names it. The old name is written down
 * first and articles come last, so that after an interruption the same command does what is left.
 */
export async function renameContent(
  environment: Environment,
  renaming: Renaming,
  isRehearsal: boolean,
): Promise<RenamingReport> {
  const { contentDirectory } = environment;
  const library = await openContent({ ...environment, includeUnpublished: true });
  const listed = listContent(contentDirectory);
  const tagsText = listed.tags ? ((await readContentText(contentDirectory, tagsFile)) ?? '') : '';
  const plan = planRenaming(renaming, library, listed, tagsText);
  const aliased = await aliasNamed(plan, contentDirectory);
  if (!isRehearsal) await renameNamed(plan, aliased?.text, contentDirectory);
  const isAliasAdded = aliased?.isChanged === true && plan.named?.file === plan.named?.renamed;
  const report: RenamingReport = { plan, isAliasAdded, articles: [], linking: [], skipped: [], left: [] };
  for (const file of [...textsOf(listed), ...publicTexts(environment)]) {
    const place = plan.named?.file === file && !isRehearsal ? plan.named.renamed : file;
    await renameInFile(place, plan, library.site.url, contentDirectory, isRehearsal, report);
  }
  return report;
}

/** Writes the old name down, then renames the file: until then, the old name works as before. */
async function renameNamed(plan: RenamingPlan, text: string | undefined, contentDirectory: string): Promise<void> {
  if (plan.tagsText !== undefined) await writeContentText(contentDirectory, tagsFile, plan.tagsText);
  if (!plan.named || text === undefined) return;
  const { file, renamed } = plan.named;
  await writeContentText(contentDirectory, file, text);
  if (file !== renamed) await rename(path.join(contentDirectory, file), path.join(contentDirectory, renamed));
}

/** Returns the text of the renamed file with its old name; undefined if no file is renamed. */
async function aliasNamed(
  { named, from, to }: RenamingPlan,
  contentDirectory: string,
): Promise<{ text: string; isChanged: boolean } | undefined> {
  if (!named) return undefined;
  const text = await readContentText(contentDirectory, named.file);
  const aliased = text === undefined ? undefined : addAlias(text, from, to, named.file.startsWith('pages/'));
  if (aliased === undefined) throw new CommandFailure(words.unsoundFile(named.file, from));
  return { text: aliased, isChanged: aliased !== text };
}

function textsOf(listed: ReturnType<typeof listContent>): string[] {
  const { site, commentTerms, authors, pages, theme, articles, live } = listed;
  const single = [site, commentTerms].filter((file) => file !== undefined);
  const themed = theme.filter(({ file }) => isText(file) || file === slotsFile);
  return [...single, ...themed, ...authors, ...pages, ...articles, ...live].map(({ file }) => file);
}

function publicTexts(environment: Environment): string[] {
  return listPublicFiles(environment)
    .files.filter(({ isNewsroomFile, path: address }) => isNewsroomFile && isText(address))
    .map(({ absolute }) => path.relative(environment.contentDirectory, absolute).split(path.sep).join('/'))
    .sort(compareText);
}

/** Whether a file of the theme or of `public/` may name pages; only those in HTML are changed. */
function isText(file: string): boolean {
  return isHtml(file) || /(?:\.(?:css|js|json|mjs|svg|ts|txt|webmanifest|xml)|(?:^|\/)_[a-z]+)$/.test(file);
}

function isHtml(file: string): boolean {
  return /\.(?:astro|html?)$/.test(file);
}

async function renameInFile(
  file: string,
  plan: RenamingPlan,
  siteUrl: string,
  contentDirectory: string,
  isRehearsal: boolean,
  report: RenamingReport,
): Promise<void> {
  const text = await readContentText(contentDirectory, file);
  if (text === undefined) return;
  const named = renameWords(file, text, plan);
  if (named === undefined) report.skipped.push(file);
  else if (named !== text) (file === slotsFile ? report.linking : report.articles).push(file);
  const isOther = /^(?:theme|public)\//.test(file);
  const mayLink = !isOther || isHtml(file);
  const linked = plan.path && mayLink ? renameLinksOf(file, named ?? text, plan.path, siteUrl) : (named ?? text);
  if (linked !== (named ?? text)) report.linking.push(file);
  if (isOther && plan.path && hasOldPath(linked, plan.path)) report.left.push(file);
  if (linked !== text && !isRehearsal) await writeContentText(contentDirectory, file, linked);
}

/** Changes the name where it is no link: in the front matter of an article or an entry, and in the settings of slots. */
function renameWords(file: string, text: string, { word }: RenamingPlan): string | undefined {
  if (word && /^(?:articles|live)\//.test(file)) return renameInFrontMatter(text, word);
  return word?.key === 'category' && file === slotsFile ? renameInSlots(text, word.rename) : text;
}

function renameLinksOf(file: string, text: string, change: NonNullable<RenamingPlan['path']>, siteUrl: string): string {
  const holder = holderOf(file);
  if (holder !== 'body' || file === commentTermsFile) return renameLinks(text, change, siteUrl, holder);
  const { body } = findBody(text) ?? { body: '' };
  return text.slice(0, text.length - body.length) + renameLinks(body, change, siteUrl, holder);
}

function holderOf(file: string): LinkHolder {
  if (file === siteFile) return 'settings';
  if (file.startsWith('authors/')) return 'author';
  return isHtml(file) ? 'html' : 'body';
}

/** Describes what was changed, or would be: each string is a sentence or a list. */
export function describeRenaming(
  { plan, isAliasAdded, articles, linking, skipped, left }: RenamingReport,
  isRehearsal: boolean,
): string[] {
  const { named, tagsText, from, to } = plan;
  const files = [...new Set([...articles, ...linking])];
  const isMoved = named !== undefined && named.file !== named.renamed;
  const isNothing = !isMoved && !isAliasAdded && tagsText === undefined && files.length === 0 && skipped.length === 0;
  if (isNothing) return [words.nothing(from, to)];
  return [
    ...(isRehearsal ? [words.rehearsal] : []),
    ...(isMoved ? [words.file(named.file, named.renamed)] : []),
    ...(isAliasAdded ? [words.aliased(named?.file ?? '', from)] : []),
    ...(tagsText === undefined ? [] : [words.tag(from, to)]),
    words.articles(articles.length, isRehearsal),
    ...(linking.length > 0 ? [words.links(linking.length, isRehearsal)] : []),
    ...(isRehearsal && files.length > 0 ? [words.files(files)] : []),
    ...(skipped.length > 0 ? [words.skipped(skipped, from, to)] : []),
    ...(left.length > 0 ? [words.left(left, plan.path?.from ?? from)] : []),
  ];
}
