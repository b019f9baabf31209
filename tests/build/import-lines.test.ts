import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { eachElement } from '../../src/markdown/walk-tree.ts';
import { openOutput, runBuild, type SiteDirectories } from '../support/build-site.ts';
import { lettersOfLine, sampleLines, writeJsonLines } from '../support/json-lines.ts';
import { createReader, parseAddresses, readHostRules } from '../support/old-addresses.ts';
import { runImport } from '../support/run-import.ts';
import { writeContent } from '../support/write-content.ts';

let root: string;
let directories: SiteDirectories;
let addresses: ReturnType<typeof parseAddresses>;
const place = (name: string) => path.join(root, name);

beforeAll(async () => {
  root = await mkdtemp(path.join(inject('temporaryRoot'), 'lines-'));
  directories = { contentDirectory: place('content'), outputDirectory: place('site'), cacheDirectory: place('cache') };
  await writeContent(root, { 'newsroom.jsonl': writeJsonLines() });
  const imported = await runImport(directories, place('newsroom.jsonl'));
  expect([imported.errors, imported.exitCode]).toEqual(['', 0]);
  const built = await runBuild(directories);
  expect([built.output, built.exitCode]).toEqual([expect.stringContaining('بُني الموقع'), 0]);
  addresses = parseAddresses(await readFile(place('cache/import-addresses.tsv'), 'utf8'));
});

describe('a newsroom of 36 articles in JSON lines', () => {
  it('answers at every old path with the page that took its place, on every host', async () => {
    const site = openOutput(directories.outputDirectory);
    const arriveAt = createReader(site);
    const rules = await readHostRules(directories);
    expect(addresses.paths.length).toBeGreaterThan(sampleLines * 2);
    for (const [from, to] of addresses.paths) {
      const isFeed = to.endsWith('.xml');
      if (isFeed) expect([from, site.read(fileOf(from))]).toEqual([from, expect.stringContaining('<rss')]);
      else expect([from, arriveAt(from)]).toEqual([from, to]);
      if (from === '/') continue;
      for (const [host, follow] of rules) expect([host, from, follow(from) ?? to]).toEqual([host, from, to]);
    }
  });

  it('has the new path of each address with a query, which no file can answer', () => {
    expect(addresses.queries).toHaveLength(sampleLines);
    const byPath = new Map(addresses.paths);
    for (const [from, to] of addresses.queries) {
      expect(to).toBe(byPath.get(`/أخبار/${/id=(\d+)/.exec(from)?.[1]}/`));
    }
  });

  it('shows the letters and digits of each body', () => {
    const site = openOutput(directories.outputDirectory);
    const byPath = new Map(addresses.paths);
    for (let number = 0; number < sampleLines; number += 1) {
      const page = site.read(`${byPath.get(`/أخبار/${number}/`)?.slice(1)}index.html`);
      expect([number, lettersOfBody(page)]).toEqual([number, lettersOfLine(number)]);
    }
  });
});

function fileOf(from: string): string {
  return from.endsWith('/') ? `${from.slice(1)}index.html` : from.slice(1);
}

/** Returns the letters and digits of an article's body as readers see it. */
function lettersOfBody(page: string): string {
  let letters = '';
  eachElement(fromHtml(page) as Root, (element: Element) => {
    if ([element.properties.className].flat().includes('prose'))
      letters = toText(element).replace(/[^\p{L}\p{N}]/gu, '');
  });
  return letters;
}
