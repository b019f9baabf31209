import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/types.ts';
import type { HostName } from '../../../src/schema/hosting.ts';
import { planHostFiles } from '../../../src/site-build/host-files.ts';
import { article, library, site } from '../../support/library.ts';

let publicDirectory: string;
beforeEach(async () => {
  publicDirectory = await mkdtemp(path.join(os.tmpdir(), 'public-'));
});
afterEach(() => rm(publicDirectory, { recursive: true }));

const plan = (name: HostName) =>
  planHostFiles(library([article(1, { aliases: ['/old/'] })], { site: { ...site, host: { name } } }), {
    contentDirectory: path.join(publicDirectory, 'none'),
    publicDirectory,
  });

describe('the files for a host', () => {
  it('have the rules that the owner keeps in public/, and then those that Warraq adds', async () => {
    await writeFile(path.join(publicDirectory, '_headers'), '/*\n  X-Frame-Options: DENY\n');
    const [rules, headers, ...others] = await plan('cloudflare');
    expect([rules?.path, headers?.path, others]).toEqual(['_redirects', '_headers', []]);
    expect(String(await rules?.make())).toBe('/old/ /a0001/ 301\n');
    expect(String(await headers?.make())).toMatch(/^\/\*\n {2}X-Frame-Options: DENY\n\/_astro\/\*\n/);
  });

  it.each([
    ['{\n  "cleanUrls": true,\n}\n', 3],
    ['{', 1],
    ['[]', 1],
    ['{"headers": {}}', 1],
    ['{"redirects": {}}', 1],
  ])('are refused, with the line of the error, if vercel.json is %j', async (text, line) => {
    await writeFile(path.join(publicDirectory, 'vercel.json'), text);
    await expect(plan('vercel')).rejects.toMatchObject({
      name: 'ContentError',
      problems: [
        {
          file: 'public/vercel.json',
          line,
          message: 'لا يُقرأ «vercel.json» كما يقرؤه المضيف، فلا تُضاف إليه قواعد الموقع. صحّح صيغة JSON فيه، أو احذفه.',
        },
      ],
    });
    expect(await plan('netlify')).toHaveLength(2);
  });

  it('have the frames of a provider in the content policy only if a body embeds one of its pages', async () => {
    const frames = async (...bodyEmbeds: Article['bodyEmbeds']): Promise<string | undefined> => {
      const stories = library([article(1), article(2, { bodyEmbeds })]);
      const outputs = await planHostFiles(
        { ...stories, site: { ...site, host: { name: 'netlify' } } },
        { contentDirectory: publicDirectory, publicDirectory },
      );
      return /frame-src ([^;]*)/.exec(String(await outputs[0]?.make()))?.[1];
    };
    expect(await frames()).toBe("'none'");
    expect(await frames('x', 'youtube')).toBe('https://www.youtube-nocookie.com https://platform.twitter.com');
  });
});
