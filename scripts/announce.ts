import path from 'node:path';
import { describeOutcome, describeRequest } from '../src/commands/announcement-report.ts';
import { type Outcome, sendAnnouncement } from '../src/commands/announcement-sender.ts';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { openSoundContent } from '../src/commands/open-content.ts';
import { CommandFailure } from '../src/commands/run-command.ts';
import { readJson, writeWhole } from '../src/library/atomic-file.ts';
import { openCache } from '../src/library/cache/cache.ts';
import {
  type Announced,
  announcementRequests,
  composeAnnouncement,
  rememberAnnounced,
} from '../src/model/announcement.ts';
import { openBuildMemory } from '../src/site-build/last-build.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.announce;

runCommandLine('announce', async ({ flags }) => {
  const environment = readEnvironment(new URL('..', import.meta.url));
  const library = await openSoundContent(environment);
  const { site } = library;
  if (site.stagingOf !== undefined) throw new CommandFailure(words.staging(site.url, site.stagingOf));
  const { cacheDirectory, outputDirectory } = environment;
  const { audience = 'readers' } = openBuildMemory(openCache(cacheDirectory), outputDirectory);
  if (audience !== 'readers') throw new CommandFailure(words.notForReaders(outputDirectory));
  if (site.feeds.hub === undefined && site.announce.indexNow === undefined) throw new CommandFailure(words.nobody);

  const memoryFile = path.join(cacheDirectory, 'announced.json');
  const before = await readJson<Announced>(memoryFile);
  const announcement = composeAnnouncement(library, before, environment.now);
  const requests = announcementRequests(announcement, site);
  if (requests.length === 0) console.log(words.nothingNew);
  for (const request of requests) console.log(describeRequest(request));
  if (!flags.send) {
    console.log(words.rehearsal);
    return;
  }
  const outcomes: Outcome[] = [];
  for (const request of requests) {
    const outcome = await sendAnnouncement(request);
    outcomes.push(outcome);
    console.log(describeOutcome(outcome));
  }
  const refused = outcomes.filter(({ kind }) => kind !== 'accepted').map(({ request }) => request);
  await writeWhole(memoryFile, JSON.stringify(rememberAnnounced(before, announcement, refused)));
  process.exitCode = refused.length > 0 ? 1 : 0;
});
