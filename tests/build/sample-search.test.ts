import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQueryEngine } from '../../src/client/search/engine/query-engine.ts';
import type { SearchApi } from '../../src/client/search/types.ts';
import { findSamplePages } from '../support/sample-pages.ts';
import { type StaticServer, serveDirectory } from '../support/serve.ts';
import { sampleSite } from '../support/shared-sites.ts';

/** Shorter runs are labels and dialogue that several articles may have. */
const fewestWords = 6;
const sentencesOfPage = 3;

describe('the search of the sample site', () => {
  const site = sampleSite();
  let server: StaticServer;
  let search: SearchApi;

  beforeAll(async () => {
    server = await serveDirectory(site.directories.outputDirectory);
    const script = pathToFileURL(path.join(site.directories.outputDirectory, 'pagefind/engine/pagefind.js')).href;
    search = createQueryEngine(`${server.origin}/pagefind/`, () => import(script));
  });
  afterAll(() => server.close());

  it('finds an article first by its headline, a caption or a sentence of it', { timeout: 60_000 }, async () => {
    const missed: string[] = [];
    for (const page of findSamplePages(site).articles) {
      for (const text of copyFrom(fromHtml(site.read(`${page.slice(1)}index.html`)))) {
        const { results } = await search.find({ text, limit: 3 });
        if (results[0]?.url !== page) missed.push(`${page} «${text}»: ${results.map(({ url }) => url).join(' ')}`);
      }
    }
    expect(missed).toEqual([]);
  });
});

/** Returns what a reader may copy from an article: its headline, its captions, and sentences spread over its text. */
function copyFrom(tree: Nodes): string[] {
  const headlines: string[] = [];
  const captions: string[] = [];
  const sentences: string[] = [];
  visit(tree, 'element', (element, index = 0, parent) => {
    if (!hasClass(element, 'visually-hidden') && element.properties.dataFeed !== 'omit') return undefined;
    parent?.children.splice(index, 1);
    return index;
  });
  visit(tree, 'element', (element) => {
    if (element.tagName === 'h1') headlines.push(textOf(element));
    if (element.tagName === 'figcaption') captions.push(textOf(element));
    if (!hasClass(element, 'prose')) return;
    visit(element, { tagName: 'p' }, (paragraph) => {
      sentences.push(...textOf(paragraph as Element).split(/(?<=[.؟!]) /));
    });
  });
  const long = (texts: string[]) => texts.filter((text) => text.split(' ').length >= fewestWords);
  const step = Math.max(1, Math.floor(long(sentences).length / sentencesOfPage));
  return [...headlines, ...long(captions), ...long(sentences).filter((_, index) => index % step === 0)];
}

function textOf(element: Element): string {
  return toText(element).replace(/\s+/g, ' ').trim();
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
