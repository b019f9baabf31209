import { existsSync } from 'node:fs';
import path from 'node:path';
import { installWaline } from './install.ts';
import { sentences } from './sentences.ts';
import { startCommentsServer } from './server.ts';
import { readSettings, SettingsError } from './settings.ts';

const project = path.resolve(import.meta.dirname, '../..');
const cache = path.resolve(project, process.env.COMMENTS_CACHE || '.cache/comments-server');
const settingsFile = path.join(project, 'comments-server.env');
if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);

try {
  const settings = readSettings(process.env, project);
  const { origin, close } = await startCommentsServer(await installWaline(cache), settings);
  // Waline installs signal handlers of its own, which keep the process alive.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      close();
      process.exit(0);
    });
  }
  console.log(sentences.running(origin, settings.site));
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
}
