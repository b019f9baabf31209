import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cancel, intro, isCancel, outro, select, text } from '@clack/prompts';
import { composeNewArticle, drawId } from '../src/commands/new-article.ts';
import { openContent } from '../src/commands/open-content.ts';
import { writeWhole } from '../src/library/atomic-file.ts';
import { resolveEnvironment } from '../src/library/environment.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.newArticle;
const { values: flags } = parseArgs({
  options: {
    title: { type: 'string' },
    author: { type: 'string' },
    category: { type: 'string' },
    reporter: { type: 'string' },
    summary: { type: 'string' },
    mdx: { type: 'boolean', default: false },
    draft: { type: 'boolean', default: false },
  },
});

const environment = resolveEnvironment(new URL('..', import.meta.url));
const { site, articles, authors, categories } = await openContent({ ...environment, includeUnpublished: true });
if (authors.length === 0) fail(words.authorsMissing);
if (categories.length === 0) fail(words.categoriesMissing);
const isInteractive = process.stdin.isTTY === true;
if (isInteractive) intro(words.intro);

const title =
  flags.title ?? (await ask('title', () => text({ message: words.title, placeholder: words.titlePlaceholder })));
if (title.trim() === '') fail(words.titleMissing);
const author =
  flags.author ?? (await ask('author', () => select({ message: words.author, options: options(authors) })));
if (!authors.some(({ id }) => id === author)) fail(words.authorUnknown(author, idsOf(authors)));
const category =
  flags.category ?? (await ask('category', () => select({ message: words.category, options: options(categories) })));
if (!categories.some(({ id }) => id === category)) fail(words.categoryUnknown(category, idsOf(categories)));

const { file, text: content } = composeNewArticle({
  title: title.trim(),
  author,
  category,
  id: drawId(articles),
  ...(flags.reporter !== undefined && { reporter: flags.reporter }),
  ...(flags.summary !== undefined && { summary: flags.summary }),
  draft: flags.draft,
  format: flags.mdx ? 'mdx' : 'md',
  now: environment.now,
  timeZone: site.timeZone,
});
const absolute = path.join(environment.contentDirectory, file);
if (existsSync(absolute)) fail(words.exists(absolute));
await writeWhole(absolute, content);
if (isInteractive) outro(words.created(absolute));
else console.log(words.created(absolute));
console.log(words.next);

/** Asks for a value whose flag is missing. Without a terminal, the flag is required. */
async function ask(flag: string, prompt: () => Promise<string | symbol>): Promise<string> {
  if (!isInteractive) fail(words.flagMissing(flag));
  const answer = await prompt();
  if (!isCancel(answer)) return answer as string;
  cancel(words.cancelled);
  process.exit(1);
}

function options(entries: readonly { id: string; name: string }[]): { value: string; label: string }[] {
  return entries.map(({ id, name }) => ({ value: id, label: name }));
}

function idsOf(entries: readonly { id: string }[]): string[] {
  return entries.map(({ id }) => id);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
