import { describe, expect, it } from 'vitest';
import { planHostFiles } from '../../src/site-build/host-files.ts';
import { readHostHeaders } from '../support/host-headers.ts';
import { inlineHashes } from '../support/inline-hashes.ts';
import { library, site } from '../support/library.ts';
import { sampleSite } from '../support/shared-sites.ts';

const built = sampleSite();
const pages = built.files().filter((file) => file.endsWith('.html'));

async function directive(name: string): Promise<string | undefined> {
  const hosted = library([], { site: { ...site, ageWarning: 1, host: { name: 'netlify' } } });
  const files = await planHostFiles(hosted, { contentDirectory: '/nowhere', publicDirectory: '/nowhere' });
  const headers = files.find(({ path }) => path === '_headers');
  const sent = await readHostHeaders('netlify', String(await headers?.make()));
  const directives = sent('/')['content-security-policy']?.split('; ') ?? [];
  return directives.find((found) => found.startsWith(`${name} `))?.slice(name.length + 1);
}

describe('the content policy of a site', () => {
  it('has the hashes of the inline script and the inline style of every page, and no others', async () => {
    const inline = pages.map((file) => inlineHashes(built.read(file)));
    const hashes = (all: string[]) => new Set(all.flatMap((page) => page.split(' ')));
    const ofPolicy = async (name: string) =>
      (await directive(name))?.split(' ').filter((source) => /sha256/.test(source));
    expect(new Set(await ofPolicy('script-src'))).toEqual(hashes(inline.map(({ scripts }) => scripts)));
    expect(new Set(await ofPolicy('style-src'))).toEqual(hashes(inline.map(({ styles }) => styles)));
    expect(await directive('script-src')).toMatch(/^'self' 'wasm-unsafe-eval' 'sha256-/);
  });

  it('needs no exception for attributes: pages have neither styles nor event handlers in them', () => {
    const found = pages.flatMap((file) =>
      [...built.read(file).matchAll(/<[a-z][^<>]*?\s(?:style|on[a-z]+)=[^<>]*>/g)].map(([tag]) => `${file}: ${tag}`),
    );
    expect(found).toEqual([]);
  });
});
