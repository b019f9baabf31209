import { existsSync } from 'node:fs';
import path from 'node:path';
import { describeFault } from './faults.ts';
import { InstallationError, installWaline } from './install.ts';
import { namingFile } from './naming-file.ts';
import { sentences } from './sentences.ts';
import { type CommentsServer, startCommentsServer } from './server.ts';
import { readSettings, type ServerSettings } from './settings.ts';

// The command `warraq` names the directory of the newsroom.
const project = path.resolve(process.env.WARRAQ_NEWSROOM || path.resolve(import.meta.dirname, '../..'));
const cache = path.resolve(project, process.env.COMMENTS_CACHE || '.cache/comments-server');
const settingsFile = path.join(project, 'comments-server.env');

const typed = process.argv.slice(2);
if (typed.includes('--help') || typed.includes('-h')) {
  console.log(sentences.help);
  process.exit();
}
if (typed[0] !== undefined) {
  console.error(sentences.unknownText(typed[0]));
  process.exit(1);
}

try {
  if (existsSync(settingsFile)) namingFile(settingsFile, () => process.loadEnvFile(settingsFile));
  const settings = readSettings(process.env, project);
  const { origin, close } = await startInstalled(await installWaline(cache), settings);
  // Waline installs signal handlers of its own, which keep the process alive.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      close();
      process.exit(0);
    });
  }
  console.log(sentences.running(origin, settings.site));
} catch (error) {
  console.error(describeFault(error) ?? error);
  process.exit(1);
}

async function startInstalled(installation: string, settings: ServerSettings): Promise<CommentsServer> {
  try {
    return await startCommentsServer(installation, settings);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new InstallationError(sentences.installationIncomplete(installation), { cause: error });
  }
}
