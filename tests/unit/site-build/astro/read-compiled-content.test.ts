import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { embedProviders } from '../../../../src/lib/embeds/providers.ts';
import { handToAstro } from '../../../../src/library/astro-handover.ts';
import type { CompiledContent } from '../../../../src/library/content/compiled-content.ts';
import { defaultImageSettings } from '../../../../src/schema/images.ts';
import { readCompiledContent } from '../../../../src/site-build/astro/read-compiled-content.ts';
import { commandStrings } from '../../../../src/strings/commands.ts';
import { smallestSite } from '../../../support/newsroom.ts';
import { writeContent } from '../../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  // Files of tests share a process, and another one may have handed over something.
  delete (globalThis as { warraqHandover?: unknown }).warraqHandover;
  root = await mkdtemp(path.join(os.tmpdir(), 'compiled-content-'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true });
});

afterAll(() => {
  delete (globalThis as { warraqHandover?: unknown }).warraqHandover;
});

const open = () =>
  readCompiledContent({
    contentDirectory: path.join(root, 'content'),
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, 'cache'),
    now: Date.UTC(2026, 0, 1),
    includeUnpublished: false,
    fingerprint: 'engine',
  });

describe('what Astro compiles of the content', () => {
  it('is the published files in MDX, with the settings that they are rendered with', async () => {
    const article = String(smallestSite['articles/first.md']);
    await writeContent(path.join(root, 'content'), {
      ...smallestSite,
      'articles/first.mdx': article,
      'articles/draft.mdx': article.replace('---\n', '---\ndraft: true\n'),
      'pages/about.mdx': '---\ntitle: من نحن\n---\n\nصحيفة.\n',
    });
    const { settings, mdxFiles } = await open();
    expect(mdxFiles).toEqual(['articles/first.mdx', 'pages/about.mdx']);
    expect(settings).toEqual({
      url: 'https://sada.example',
      typesetting: true,
      disabledRules: [],
      digits: 'latn',
      embeds: [...embedProviders],
      labels: {},
      images: defaultImageSettings,
      components: [],
    });
  });

  it('is what a build has handed over, without opening the library', async () => {
    const compiledContent: CompiledContent = {
      settings: {
        url: 'https://other.example',
        typesetting: true,
        disabledRules: [],
        digits: 'latn',
        embeds: [...embedProviders],
        labels: {},
        images: { formats: [], widths: [320] },
      },
      mdxFiles: [],
      components: [],
    };
    handToAstro({ compiledContent });
    expect(await open()).toBe(compiledContent);
  });

  it('is read even if the cache is another program’s file', async () => {
    await writeContent(path.join(root, 'content'), smallestSite);
    await mkdir(path.join(root, 'cache'));
    await writeFile(path.join(root, 'cache', 'warraq.sqlite'), 'another program’s file');
    const told = vi.spyOn(console, 'error').mockReturnValue();
    expect((await open()).mdxFiles).toEqual([]);
    expect(told.mock.calls).toEqual([[commandStrings.cacheRenewed]]);
  });
});
