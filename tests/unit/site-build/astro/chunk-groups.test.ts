import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleStyles, pageScript } from '../../../../src/site-build/astro/chunk-groups.ts';
import { listFiles, projectDirectory } from '../../../support/build-site.ts';
import { readReachable } from '../../../support/imports.ts';

const sources = listFiles(path.join(projectDirectory, 'src')).map((file) => `src/${file}`);
const matching = ({ test }: { test: RegExp }, files: Iterable<string>) => [...files].filter((file) => test.test(file));

describe('the group of scripts', () => {
  it('has the script of every page with everything that it imports', () => {
    const reached = [...readReachable(projectDirectory, ['src/client/page-scripts.ts'])].sort();
    expect(matching(pageScript, sources).sort()).toEqual(reached);
  });
});

describe('the group of styles', () => {
  const read = (file: string) => readFileSync(path.join(projectDirectory, file), 'utf8');
  const hasStyles = (file: string) => file.endsWith('.css') || (file.endsWith('.astro') && /<style/.test(read(file)));
  const roots = ['Article', 'Standalone'].map((name) => `src/layouts/${name}Layout.astro`);
  const reached = readReachable(projectDirectory, [...roots, 'src/components/mdx/components.ts']);
  it('has every style that articles and standalone pages use, and no other', () => {
    // What few pages use is a sheet of its own, which these link to by its URL, or a script brings it.
    const linked = new Set(
      sources
        .flatMap((file) => [...read(file).matchAll(/styles\/([\w-]+\.css)\?(?:url|inline)'/g)])
        .map(([, name]) => `src/styles/${name}`),
    );
    const used = [...reached].filter((file) => hasStyles(file) && !linked.has(file));
    const grouped = matching(articleStyles, sources).filter(hasStyles);
    expect(grouped.sort()).toEqual(used.sort());
  });
});
