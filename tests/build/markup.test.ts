import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleSite } from '../support/shared-sites.ts';

interface CheckerMessage {
  type: string;
  url: string;
  lastLine?: number;
  message: string;
}

const require = createRequire(import.meta.url);
const checker = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
const hasJava = spawnSync('java', ['-version']).status === 0;

describe('the HTML of the sample site', () => {
  if (!hasJava) console.warn('Java is missing: the HTML of the sample site is not checked.');

  it.skipIf(!hasJava)('has no errors according to the Nu checker', () => {
    const site = sampleSite();
    const directory = site.directories.outputDirectory;
    const pages = site.files().filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'));
    expect(pages.length).toBeGreaterThan(30);
    const found = checkPages(pages.map((file) => path.join(directory, file)));
    const errors = found
      .filter(({ type }) => type !== 'info')
      .map(({ url, lastLine, message }) => `${decodeURI(url).split('/sample-site/').at(-1)}:${lastLine} ${message}`);
    expect(errors).toEqual([]);
  });

  it.skipIf(!hasJava)('is checked by a checker that reports errors', () => {
    const page = '<!doctype html><html lang="ar" dir="rtl"><title>ص</title><p><div>ن</div></p>';
    const { stderr } = spawnSync('java', ['-jar', checker, '--format', 'json', '-'], { input: page, encoding: 'utf8' });
    expect(JSON.parse(stderr).messages).toContainEqual(expect.objectContaining({ type: 'error' }));
  });
});

function checkPages(files: string[]): CheckerMessage[] {
  const { stderr, error } = spawnSync(
    'java',
    ['-Xss4m', '-jar', checker, '--errors-only', '--format', 'json', ...files],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (error) throw error;
  return JSON.parse(stderr).messages;
}
