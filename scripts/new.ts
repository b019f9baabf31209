import { existsSync } from 'node:fs';
import path from 'node:path';
import { intro, isCancel, outro, select, text } from '@clack/prompts';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { composeNewArticle, drawId } from '../src/commands/new-article.ts';
import { writeLiveEntry } from '../src/commands/new-live-entry.ts';
import { openContent } from '../src/commands/open-content.ts';
import { CommandFailure } from '../src/commands/run-command.ts';
import { writeWhole } from '../src/library/atomic-file.ts';
import type { Environment } from '../src/library/environment.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.newArticle;
const isInteractive = process.stdin.isTTY === true;

runCommandLine('new', async ({ flags }) => {
  const environment = readEnvironment(new URL('..', import.meta.url));
  if (flags.live !== undefined) return writeEntry(flags.live, flags, environment);
  const { site, articles, authors, categories } = await openContent({ ...environment, includeUnpublished: true });
  if (authors.length === 0) throw new CommandFailure(words.authorsMissing);
  if (categories.length === 0) throw new CommandFailure(words.categoriesMissing);
  if (isInteractive) intro(words.intro);

  const askTitle = () => text({ message: words.title, placeholder: words.titlePlaceholder });
  const title = flags.title ?? (await ask('title', askTitle));
  if (title.trim() === '') throw new CommandFailure(words.titleMissing);
  const askAuthor = () => select({ message: words.author, options: options(authors) });
  const author = flags.author ?? (await ask('author', askAuthor));
  if (!authors.some(({ id }) => id === author)) throw new CommandFailure(words.authorUnknown(author, idsOf(authors)));
  const askCategory = () => select({ message: words.category, options: options(categories) });
  const category = flags.category ?? (await ask('category', askCategory));
  if (!categories.some(({ id }) => id === category)) {
    throw new CommandFailure(words.categoryUnknown(category, idsOf(categories)));
  }

  const { file, text: content } = composeNewArticle({
    title: title.trim(),
    author,
    category,
    id: drawId(articles),
    ...(flags.reporter !== undefined && { reporter: flags.reporter }),
    ...(flags.summary !== undefined && { summary: flags.summary }),
    draft: flags.draft ?? false,
    format: flags.mdx ? 'mdx' : 'md',
    now: environment.now,
    timeZone: site.timeZone,
  });
  const absolute = path.join(environment.contentDirectory, file);
  if (existsSync(absolute)) throw new CommandFailure(words.exists(absolute));
  await writeWhole(absolute, content);
  if (isInteractive) outro(words.created(absolute));
  else console.log(words.created(absolute));
  console.log(words.next);
});

interface EntryFlags {
  title?: string | undefined;
  author?: string | undefined;
  key?: boolean | undefined;
  pin?: boolean | undefined;
}

/** Writes an entry of live coverage without a question: a reporter has no time for any. */
async function writeEntry(article: string, flags: EntryFlags, environment: Environment): Promise<void> {
  const { title, author, key = false, pin = false } = flags;
  const { file, notes } = await writeLiveEntry(environment, { article, title, author, isKey: key, isPinned: pin });
  console.log(commandStrings.newLiveEntry.created(file));
  for (const note of notes) console.log(note);
  console.log(commandStrings.newLiveEntry.next);
}

/** Asks for a value whose flag is missing. Without a terminal, the flag is required. */
async function ask(flag: string, prompt: () => Promise<string | symbol>): Promise<string> {
  if (!isInteractive) throw new CommandFailure(words.flagMissing(flag));
  const answer = await prompt();
  if (!isCancel(answer)) return answer as string;
  throw new CommandFailure(words.cancelled);
}

function options(entries: readonly { id: string; name: string }[]): { value: string; label: string }[] {
  return entries.map(({ id, name }) => ({ value: id, label: name }));
}

function idsOf(entries: readonly { id: string }[]): string[] {
  return entries.map(({ id }) => id);
}
