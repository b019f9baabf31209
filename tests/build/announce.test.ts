import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { environmentOutsideTests, projectDirectory } from '../support/build-site.ts';
import { type Answer, type HttpService, startService } from '../support/http-service.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';
import { writeContent } from '../support/write-content.ts';

const key = 'abcdef0123456789';
const epoch = String(Date.parse('2022-01-14T00:00:00Z') / 1000);
let directory: string;
let service: HttpService | undefined;

beforeEach(async () => {
  directory = await mkdtemp(path.join(inject('temporaryRoot'), 'announce-'));
});
afterEach(async () => {
  await service?.close();
  service = undefined;
});

/** Writes a site whose hub and IndexNow endpoint are a local server with these answers. */
async function site(...answers: Answer[]): Promise<HttpService> {
  service = await startService(...answers);
  const settings = `feeds: { hub: ${service.origin}/hub }\nannounce: { indexnow-key: ${key}, indexnow-endpoint: ${service.origin}/indexnow }\n`;
  await writeContent(path.join(directory, 'content'), {
    ...smallestSite,
    'site.yaml': `${smallestSite['site.yaml']}${settings}`,
    'articles/first.md': String(smallestSite['articles/first.md']).replace('title:', 'id: k7q3m\ntitle:'),
  });
  return service;
}

function announce(...flags: string[]): Promise<{ exitCode: number; output: string }> {
  const command = spawn(process.execPath, ['scripts/announce.ts', ...flags], {
    cwd: projectDirectory,
    env: {
      ...environmentOutsideTests(),
      NO_COLOR: '1',
      CONTENT_DIR: path.join(directory, 'content'),
      CACHE_DIR: path.join(directory, 'cache'),
      SOURCE_DATE_EPOCH: epoch,
    },
  });
  let output = '';
  for (const stream of [command.stdout, command.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  return new Promise((resolve, reject) => {
    command.on('error', reject);
    command.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });
}

describe('npm run announce', () => {
  it('prints what it would send, and sends nothing without --send', async () => {
    const { origin, received } = await site({ status: 200 });
    const { exitCode, output } = await announce();
    expect(output).toBe(
      [
        `يُخبَر ${origin}/hub بتغيّر 5 خلاصات:`,
        ...['rss.xml', 'atom.xml', 'feed.json', 'c/world/rss.xml', 'a/huda/rss.xml'].map(
          (feed) => `  https://sada.example/${feed}`,
        ),
        `يُخبَر ${origin}/indexnow بتغيّر صفحة واحدة:`,
        '  https://sada.example/k7q3m/',
        'هذه تجربة، ولم يُرسَل شيء. للإرسال نفّذ: npm run announce -- --send',
        '',
      ].join('\n'),
    );
    expect([exitCode, received]).toEqual([0, []]);
  });

  it('sends only what has changed since the last time', async () => {
    const { origin, received } = await site({ status: 204 });
    const first = await announce('--send');
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.output).toContain(`قبِل ${origin}/hub الخبر.\nقبِل ${origin}/indexnow الخبر.`);
    expect(received.map(({ path: at }) => at)).toEqual(['/hub', '/indexnow']);

    expect((await announce('--send')).output).toBe('لا جديد يُخبَر به منذ آخر مرة.\n');
    expect(received).toHaveLength(2);

    await writeFile(
      path.join(directory, 'content/articles/second.md'),
      markdown(
        { id: 'm4t9x', title: 'خبر ثانٍ', author: 'huda', date: '2022-01-13T12:00:00Z', category: 'world' },
        'متن.',
      ),
    );
    await announce('--send');
    expect(JSON.parse(received.at(-1)?.body ?? '')).toEqual({
      host: 'sada.example',
      key,
      keyLocation: `https://sada.example/${key}.txt`,
      urlList: ['https://sada.example/m4t9x/'],
    });
  });

  it('reports refused requests, fails, and repeats them the next time', async () => {
    const { origin, received } = await site({ status: 204 }, { status: 403, body: 'key not found' }, { status: 200 });
    const { exitCode, output } = await announce('--send');
    expect(exitCode).toBe(1);
    expect(output).toContain(
      `رفض ${origin}/indexnow الخبر بعد محاولة واحدة، وجوابه 403: key not found. يُعاد في المرة القادمة.`,
    );
    const again = await announce('--send');
    expect(again).toMatchObject({ exitCode: 0 });
    expect(received.map(({ path: at }) => at)).toEqual(['/hub', '/indexnow', '/indexnow']);
  });

  it('reports a site without services', async () => {
    await writeContent(path.join(directory, 'content'), smallestSite);
    expect(await announce('--send')).toEqual({
      exitCode: 1,
      output:
        'ليس في site.yaml من يُخبَر بالجديد. اكتب «hub» داخل «feeds» لموزّع WebSub، أو «indexnow-key» داخل «announce» لمحركات البحث.\n',
    });
  });

  it('names the nearest flag for an unknown one', async () => {
    expect(await announce('--sned')).toEqual({
      exitCode: 1,
      output: 'لا يعرف الأمر الخيار --sned. لعلك تقصد --send. خياراته كلها يعرضها الأمر: npm run announce -- --help\n',
    });
  });
});
