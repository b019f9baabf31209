import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll } from 'vitest';
import { environmentOutsideTests, projectDirectory, type SiteDirectories } from './build-site.ts';

/** Starts `npm run dev` on a content directory for one test file. Returns its origin: `http://localhost:PORT`. */
export async function startDevServer(directories: SiteDirectories): Promise<string> {
  const server = spawn(process.execPath, ['scripts/dev.ts'], {
    cwd: projectDirectory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environmentOutsideTests(),
      NO_COLOR: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      CONTENT_DIR: directories.contentDirectory,
      OUT_DIR: directories.outputDirectory,
      CACHE_DIR: directories.cacheDirectory,
    },
  });
  afterAll(() => end(server));
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const [address] = /http:\/\/localhost:\d+/.exec(printed) ?? [];
      if (address) resolve(address);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('close', () => reject(new Error(`The server ended:\n${printed}`)));
  });
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.on('close', () => resolve());
    server.kill();
  });
}
