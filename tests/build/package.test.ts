import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { environmentOutsideTests, listFiles, openOutput, projectDirectory, runBuild } from '../support/build-site.ts';
import { compareDirectories } from '../support/kept-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';
import { writeContent } from '../support/write-content.ts';

const day = '2022-01-14T10:30:00+02:00';
const withComponent = {
  'articles/box.mdx': markdown(
    { title: 'صندوق', author: 'huda', date: day, category: 'world', id: 'k7q3m' },
    '<FactBox title="حقائق">\n\nطول الجسر مئة متر.\n\n</FactBox>',
  ),
};

const root = await mkdtemp(path.join(inject('temporaryRoot'), 'package-'));
const newsroom = path.join(root, 'paper');
const engine = path.join(root, 'store/node_modules/warraq');
const running: ChildProcess[] = [];

/**
 * Installs what `npm pack` packs, without a network and as strictly as pnpm: the engine lies outside the newsroom, which
 * sees nothing but a link to it, and beside it are only the packages that it declares.
 */
beforeAll(async () => {
  const npm = { cwd: projectDirectory, stdio: 'ignore', shell: process.platform === 'win32' } as const;
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', root], npm);
  const { version, dependencies } = JSON.parse(await readFile(path.join(projectDirectory, 'package.json'), 'utf8'));
  execFileSync('tar', ['-xzf', `warraq-${version}.tgz`], { cwd: root });
  const packages = path.dirname(engine);
  await mkdir(packages, { recursive: true });
  await rename(path.join(root, 'package'), engine);
  for (const name of Object.keys(dependencies)) {
    await mkdir(path.dirname(path.join(packages, name)), { recursive: true });
    await symlink(path.join(projectDirectory, 'node_modules', name), path.join(packages, name), 'junction');
  }
  await mkdir(path.join(newsroom, 'node_modules'), { recursive: true });
  await symlink(engine, path.join(newsroom, 'node_modules/warraq'), 'junction');
  await writeContent(newsroom, { 'warraq.yaml': 'output: public\n' });
  await writeContent(path.join(newsroom, 'content'), smallestSite);
});

afterAll(() => Promise.all(running.map(end)));

function start(...typed: string[]): ChildProcess {
  const command = spawn(process.execPath, ['node_modules/warraq/bin/warraq.mjs', ...typed], {
    cwd: newsroom,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environmentOutsideTests(), NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  running.push(command);
  return command;
}

function run(...typed: string[]): Promise<{ exitCode: number | null; output: string }> {
  const command = start(...typed);
  let output = '';
  for (const stream of [command.stdout, command.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve) => command.on('close', (exitCode) => resolve({ exitCode, output })));
}

/** Starts a command that serves the site; resolves to its origin. */
function serve(...typed: string[]): Promise<{ origin: string; server: ChildProcess }> {
  const server = start(...typed);
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const [origin] = /http:\/\/localhost:\d+/.exec(printed) ?? [];
      if (origin) resolve({ origin, server });
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('close', () => reject(new Error(`The server ended:\n${printed}`)));
  });
}

/** Ends a command, unless it has ended; resolves to its exit code or signal. */
function end(command: ChildProcess): Promise<number | NodeJS.Signals | null> {
  const ended = command.exitCode ?? command.signalCode;
  if (ended !== null) return Promise.resolve(ended);
  return new Promise((resolve) => {
    command.on('close', (code, signal) => resolve(code ?? signal));
    command.kill();
  });
}

describe('the packed engine in a newsroom', () => {
  it('builds what the repository builds of the same content, and writes nothing of its own', async () => {
    const before = listFiles(engine);
    const other = path.join(root, 'other');
    const [built] = await Promise.all([
      run('build'),
      runBuild({
        contentDirectory: path.join(newsroom, 'content'),
        outputDirectory: path.join(other, 'site'),
        cacheDirectory: path.join(other, 'cache'),
      }),
    ]);
    expect(built).toMatchObject({ exitCode: 0, output: expect.stringContaining('بُني الموقع: مقال واحد') });
    expect(built.output).not.toContain('Warning');
    expect(openOutput(path.join(newsroom, 'public')).read('index.html')).toContain('افتتاح جسر جديد فوق النهر');
    expect(compareDirectories(path.join(newsroom, 'public'), path.join(other, 'site'))).toEqual([]);
    expect(listFiles(engine)).toEqual(before);
  });

  it('keeps what Node made of its sources outside of the engine, and makes again what was damaged', async () => {
    const kept = path.join(newsroom, 'node_modules/.cache/warraq');
    const folder = listFiles(kept).filter((file) => file.startsWith(`stripped-${process.version}/`));
    expect(folder.length).toBeGreaterThan(100);
    const sources = folder.map((file) => path.join(kept, file));
    const before = sources.map((file) => readFileSync(file));
    for (const file of sources) writeFileSync(file, '');
    expect(await run('--version')).toEqual({ exitCode: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    const mended = sources.filter((file, index) => readFileSync(file).equals(before[index] as Buffer));
    expect(mended.length).toBeGreaterThan(5);
  });

  it('builds again without rendering what has not changed', async () => {
    expect((await run('build')).output).toContain('لم يتغير أي ملف عما نُشر من قبل.');
  });

  it('checks, and ends with the exit code of the command', async () => {
    expect(await run('check')).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('لا أخطاء تمنع بناء الموقع.'),
    });
    expect(await run('biuld')).toEqual({
      exitCode: 1,
      output: 'لا أمر اسمه «biuld». لعلك تقصد: npx warraq build. الأوامر كلها يعرضها: npx warraq --help\n',
    });
  });

  it('writes a new article', async () => {
    const typed = ['--title', 'افتتاح المكتبة', '--author', 'huda', '--category', 'world', '--draft'];
    const { exitCode, output } = await run('new', ...typed);
    expect(exitCode).toBe(0);
    expect(output).toContain(path.join(newsroom, 'content', 'articles'));
  });

  it('serves the built site, until a signal ends it', async () => {
    const { origin, server } = await serve('preview');
    expect(await (await fetch(origin)).text()).toContain('افتتاح جسر جديد فوق النهر');
    // Vite ends with 128 and the number of the signal. Its port may be that of another test by then.
    expect(await end(server)).toBe(143);
  });
});

describe('dev of the packed engine', () => {
  let origin: string;
  beforeAll(async () => {
    await writeContent(path.join(newsroom, 'content'), withComponent);
    ({ origin } = await serve('dev'));
  });
  const get = async (url: string) => {
    const response = await fetch(origin + url);
    return { status: response.status, text: await response.text() };
  };

  it('shows the site with its scripts and styles', async () => {
    const { status, text } = await get('/k7q3m/');
    expect(status).toBe(200);
    expect(text).toContain('طول الجسر مئة متر.');
    const parts = [...text.matchAll(/<(?:script|link)[^>]+(?:src|href)="(\/(?:src|@)[^"]+)"/g)].map(
      ([, url = '']) => url,
    );
    expect(parts.length).toBeGreaterThan(3);
    const answers = await Promise.all(
      parts.map(async (url) => [url, (await get(url.replaceAll('&amp;', '&'))).status]),
    );
    expect(answers.filter(([, answered]) => answered !== 200)).toEqual([]);
  });

  it('reloads when the content changes, and shows what is wrong in Arabic', async () => {
    const { text } = await get('/@vite/client');
    const [, token = ''] = /wsToken = "([^"]+)"/.exec(text) ?? [];
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/?token=${token}`, 'vite-hmr');
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    const reloaded = new Promise((resolve) => {
      socket.addEventListener('message', ({ data }) => String(data).includes('full-reload') && resolve(true));
    });
    await writeContent(path.join(newsroom, 'content'), {
      'articles/box.mdx': withComponent['articles/box.mdx'].replace('huda', 'hudaa'),
    });
    expect(await reloaded).toBe(true);
    socket.close();
    const broken = await get('/k7q3m/');
    expect(broken.status).toBe(500);
    expect(broken.text).toContain('لا كاتب في authors باسم «hudaa»');
    expect((await get('/src/styles/problems.css')).status).toBe(200);
  });

  it.each([['paper/secret.txt'], ['paper/warraq.yaml'], ['store/node_modules/warraq/package.json']])(
    'does not serve %s, which is not of the site',
    async (file) => {
      await writeContent(newsroom, { 'secret.txt': 'secret' });
      expect((await get(`/@fs${path.join(root, file)}?raw`)).status).not.toBe(200);
    },
  );
});
