import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import sharp from 'sharp';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { eachElement } from '../../src/markdown/walk-tree.ts';
import { lettersOfPost, samplePosts, writeBackup } from '../support/blogger.ts';
import { openOutput, runBuild, type SiteDirectories } from '../support/build-site.ts';
import { lettersOfLine, sampleLines, writeJsonLines } from '../support/json-lines.ts';
import { hugoProject, jekyllProject, lettersOf, sampleCount } from '../support/markdown-sites.ts';
import { createReader, parseAddresses, readHostRules } from '../support/old-addresses.ts';
import { runImport } from '../support/run-import.ts';
import { writeContent } from '../support/write-content.ts';

/** A source of at least thirty articles in all forms, as files. */
interface Sample {
  files: Record<string, string | Uint8Array>;
  /** What the command is given. */
  given: string[];
  count: number;
  /** How many old addresses have a query. */
  queries: number;
  /** Letters and digits that the page of an article must show; undefined for one that has a player. */
  lettersOf(number: number): string | undefined;
}

const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#a35c2e' } })
  .png()
  .toBuffer();

function project(name: string, { texts, others }: ReturnType<typeof hugoProject>): Record<string, string | Uint8Array> {
  const files: [string, string | Uint8Array][] = [
    ...texts,
    ...others.map((file): [string, Uint8Array] => [file, picture]),
  ];
  return Object.fromEntries(files.map(([file, content]) => [`${name}/${file}`, content]));
}

/** The third form of the Markdown samples has a video, whose player has words of its own; the fourth a footnote. */
const ofMarkdown = (number: number) => ([2, 3].includes(number % 6) ? undefined : lettersOf(number));

const samples: Record<string, Sample> = {
  'JSON lines': {
    files: { 'newsroom.jsonl': writeJsonLines() },
    given: ['newsroom.jsonl'],
    count: sampleLines,
    queries: sampleLines,
    lettersOf: lettersOfLine,
  },
  Blogger: {
    files: { 'blog.xml': writeBackup() },
    given: ['blog.xml', '--no-media'],
    count: samplePosts,
    queries: 0,
    // Without media, the description of an image stands in its place.
    lettersOf: (number) => (number % 6 === 2 ? undefined : lettersOfPost(number)),
  },
  Hugo: {
    files: project('hugo', hugoProject()),
    given: ['hugo'],
    count: sampleCount,
    queries: 0,
    lettersOf: ofMarkdown,
  },
  Jekyll: {
    files: project('jekyll', jekyllProject()),
    given: ['jekyll'],
    count: sampleCount,
    queries: 0,
    lettersOf: ofMarkdown,
  },
};

describe.each(Object.entries(samples))(
  'a newsroom from %s',
  (name, { files, given: [source = '', ...flags], ...sample }) => {
    let directories: SiteDirectories;
    let addresses: ReturnType<typeof parseAddresses>;
    let site: ReturnType<typeof openOutput>;

    beforeAll(async () => {
      const root = await mkdtemp(path.join(inject('temporaryRoot'), 'source-'));
      const place = (file: string) => path.join(root, file);
      directories = {
        contentDirectory: place('content'),
        outputDirectory: place('site'),
        cacheDirectory: place('cache'),
      };
      await writeContent(root, files);
      const imported = await runImport(directories, place(source), ...flags);
      expect([name, imported.errors, imported.exitCode]).toEqual([name, '', 0]);
      const built = await runBuild(directories);
      expect([built.output, built.exitCode]).toEqual([expect.stringContaining('بُني الموقع'), 0]);
      addresses = parseAddresses(await readFile(place('cache/import-addresses.tsv'), 'utf8'));
      site = openOutput(directories.outputDirectory);
    });

    it('answers at every old path with the page that took its place, on every host', async () => {
      const arriveAt = createReader(site);
      const files = new Set(site.files());
      const feedAt = (from: string) =>
        candidates(from).some((file) => files.has(file) && /<(?:rss|feed)[\s>]/.test(site.read(file)));
      const rules = await readHostRules(directories);
      expect(addresses.paths.length).toBeGreaterThan(sample.count);
      for (const [from, to] of addresses.paths) {
        // The feed of a tag is at its old path if the tag has one today; else readers come to its page.
        const isFeed = feedAt(from) || (to.endsWith('.xml') && to === from);
        expect([from, isFeed ? 'feed' : arriveAt(from)]).toEqual([from, isFeed ? 'feed' : to]);
        for (const [host, follow] of rules) {
          const followed = follow(from) ?? to;
          expect([host, from, isFeed && followed === `${to}rss.xml` ? to : followed]).toEqual([host, from, to]);
        }
      }
    });

    it('has the new path of each address with a query, which no file can answer', () => {
      expect(addresses.queries).toHaveLength(sample.queries);
      const pages = new Set(addresses.paths.map(([, to]) => to));
      for (const [, to] of addresses.queries) expect(pages).toContain(to);
    });

    it('shows the letters and digits of each body', () => {
      const pages = [...new Set(addresses.paths.map(([, to]) => to))].filter((to) => /^\/\w{5}\/$/.test(to));
      const shown = new Map(pages.map((to) => lettersOfArticle(site.read(`${to.slice(1)}index.html`))));
      for (let number = 0; number < sample.count; number += 1) {
        const letters = sample.lettersOf(number);
        const title = `خبر ${number}`;
        if (letters !== undefined && shown.has(title)) expect([title, shown.get(title)]).toEqual([title, letters]);
      }
      expect(shown.size).toBeGreaterThanOrEqual(30);
    });
  },
);

/** Returns the files that a host may serve at a path. */
function candidates(from: string): string[] {
  const bare = from.replace(/^\/|\/$/g, '');
  return [bare, `${bare}/index.html`];
}

/** Returns the headline of an article's page, and the letters and digits of its body as readers see them. */
function lettersOfArticle(page: string): [title: string, letters: string] {
  let [title, letters] = ['', ''];
  eachElement(fromHtml(page) as Root, (element: Element) => {
    if (element.tagName === 'h1') title ||= toText(element).trim();
    if ([element.properties.className].flat().includes('prose')) {
      letters = toText(element)
        .replace(/، رابط خارجي/g, '')
        .replace(/[^\p{L}\p{N}]/gu, '');
    }
  });
  return [title, letters];
}
