import { existsSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { addAlert } from '../src/commands/new-alert.ts';
import { openContent } from '../src/commands/open-content.ts';
import { CommandFailure } from '../src/commands/run-command.ts';
import { readContentText, writeContentText } from '../src/library/content/content-text.ts';
import { breakingFile } from '../src/schema/breaking.ts';
import { describeMoment } from '../src/site-build/schedule-report.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.newAlert;

runCommandLine('breaking', async ({ flags, texts }) => {
  const text = texts.join(' ').trim();
  if (text === '') throw new CommandFailure(words.textMissing);
  const environment = readEnvironment(new URL('..', import.meta.url));
  const { contentDirectory, now } = environment;
  const { site, articles } = await openContent(environment);
  const { article, url, until } = flags;
  if (article !== undefined && !articles.some(({ id }) => id === article)) {
    throw new CommandFailure(words.articleUnknown(article));
  }
  const absolute = path.join(contentDirectory, breakingFile);
  const content = existsSync(absolute) ? await readContentText(contentDirectory, breakingFile) : undefined;
  if (content === undefined && existsSync(absolute)) throw new CommandFailure(words.unreadable(absolute));
  const added = addAlert(content, { text, article, url, until, now, timeZone: site.timeZone });
  if ('refusal' in added) throw new CommandFailure(added.refusal);
  await writeContentText(contentDirectory, breakingFile, added.text);
  console.log(words.added(absolute, describeMoment(added.alert.until, site)));
  console.log(words.next);
});
