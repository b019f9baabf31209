import { existsSync } from 'node:fs';
import path from 'node:path';
import { installWaline } from './install.ts';
import { startCommentsServer } from './server.ts';
import { readSettings, SettingsError } from './settings.ts';

const project = path.resolve(import.meta.dirname, '../..');
const cache = path.resolve(project, process.env.COMMENTS_CACHE || '.cache/comments-server');
const settingsFile = path.join(project, 'comments-server.env');
if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);

try {
  const settings = readSettings(process.env, project);
  const { origin } = await startCommentsServer(await installWaline(cache), settings);
  console.log(`خدمة التعليقات تعمل في ${origin} للموقع ${settings.site}`);
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
}
