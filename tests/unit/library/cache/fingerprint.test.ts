import { describe, expect, it } from 'vitest';
import { fingerprintSources } from '../../../../src/library/cache/fingerprint.ts';
import { rendererSources } from '../../../../src/site-build/astro/page-renderer.ts';
import { searchIndexSources } from '../../../../src/site-build/search/plan-search-index.ts';
import { projectDirectory } from '../../../support/build-site.ts';
import { readReachable } from '../../../support/imports.ts';

/**
 * Lists the files that `roots` import and `sources` do not cover. A change of such a file would leave stale results in
 * the cache.
 */
function uncovered(roots: readonly string[], sources: readonly string[]): string[] {
  const isCovered = (file: string) => sources.some((source) => file === source || file.startsWith(`${source}/`));
  return [...readReachable(projectDirectory, roots)].filter((file) => !isCovered(file));
}

describe('the sources whose digest is in a key of the cache', () => {
  it('cover what reads and renders content', () => {
    const roots = ['src/library/library.ts', 'src/library/content/read-batch.ts'];
    expect(uncovered(roots, fingerprintSources)).toEqual([]);
  });

  it('cover what writes the search index', () => {
    const roots = ['src/site-build/search/plan-search-index.ts', 'src/site-build/search/worker-tasks.ts'];
    expect(uncovered(roots, [...fingerprintSources, ...searchIndexSources])).toEqual([]);
  });

  it('cover what compiles pages', () => {
    const roots = ['astro.config.mjs', 'src/site-build/astro/compile-pages.ts', 'src/site-build/astro/pages-entry.ts'];
    expect(uncovered(roots, rendererSources)).toEqual([]);
  });

  it('are found incomplete if one of them is missing', () => {
    const short = fingerprintSources.filter((source) => source !== 'src/schema');
    expect(uncovered(['src/library/library.ts'], short)).toContain('src/schema/article.ts');
  });
});
