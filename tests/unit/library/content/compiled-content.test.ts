import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCompiledContent, publishCompiledContent } from '../../../../src/library/content/compiled-content.ts';
import { smallestSite } from '../../../support/newsroom.ts';
import { writeContent } from '../../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'compiled-content-'));
});

afterEach(() => rm(root, { recursive: true }));

const open = () =>
  openCompiledContent({
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
    expect(settings).toEqual({ url: 'https://sada.example', typesetting: true, disabledRules: [] });
  });

  it('is what the build has published, without opening the library', async () => {
    const published = {
      settings: { url: 'https://other.example', typesetting: true, disabledRules: [] },
      mdxFiles: [],
    };
    publishCompiledContent(published);
    expect(await open()).toBe(published);
  });
});
