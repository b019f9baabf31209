import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { articleComponents } from '../../src/markdown/article-components.ts';
import { articleSchema } from '../../src/schema/article.ts';
import { authorSchema } from '../../src/schema/author.ts';
import { alertSchema } from '../../src/schema/breaking.ts';
import { categorySchema } from '../../src/schema/category.ts';
import { frontPageSchema } from '../../src/schema/front-page.ts';
import { liveEntrySchema } from '../../src/schema/live.ts';
import { newsroomSchema } from '../../src/schema/newsroom.ts';
import { pageSchema } from '../../src/schema/page.ts';
import { popularSchema } from '../../src/schema/popular.ts';
import { seriesSchema } from '../../src/schema/series.ts';
import { siteSchema } from '../../src/schema/site.ts';
import { projectDirectory } from '../support/build-site.ts';

const contract = read('docs/contract.md');

function read(file: string): string {
  return readFileSync(path.join(projectDirectory, file), 'utf8');
}

/** Returns a section of the document, without its heading. */
function section(heading: string): string {
  return new RegExp(`^## ${heading}\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(contract)?.[1] ?? '';
}

/** Returns the code spans of the second column, by the first column. */
function rowsOf(heading: string): Record<string, string[]> {
  const rows = [...section(heading).matchAll(/^\| (.+?) \| (`.+) \|$/gm)];
  return Object.fromEntries(rows.map(([, first = '', second = '']) => [first.replaceAll('`', ''), spansOf(second)]));
}

/** Writes out a row of tokens: `--type-1` … `--type-3` → `--type-1` `--type-2` `--type-3`. */
function writeOut(tokens: string): string {
  return tokens.replace(/`(--[a-z]+-)(\d)` … `\1(\d)`/g, (_, name: string, first: string, last: string) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `\`${name}${Number(first) + index}\``).join(
      ' ',
    ),
  );
}

function spansOf(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
}

describe('the contract with newsrooms lists', () => {
  it('the keys of every file', () => {
    expect(rowsOf('Keys')).toEqual({
      'site.yaml': Object.keys(siteSchema.shape),
      'an article': Object.keys(articleSchema.shape),
      'an entry of live coverage': Object.keys(liveEntrySchema.shape),
      'an author': Object.keys(authorSchema.shape),
      'a section': Object.keys(categorySchema.shape),
      'a series': Object.keys(seriesSchema.shape),
      'a page': Object.keys(pageSchema.shape),
      'front-page.yaml': Object.keys(frontPageSchema.shape),
      'an alert in breaking.yaml': Object.keys(alertSchema.shape),
      'popular.yaml': Object.keys(popularSchema.shape),
      'warraq.yaml': Object.keys(newsroomSchema.shape),
    });
  });

  it('the components of MDX with the props that authors write', () => {
    const rows = rowsOf('Components of MDX');
    expect(Object.keys(rows)).toEqual([...articleComponents]);
    for (const [component, props] of Object.entries(rows)) {
      const [, declared = ''] = /interface Props \{([^}]*)\}/.exec(read(`src/components/mdx/${component}.astro`)) ?? [];
      const written = declared.replace(/\/\*\* Set by [\s\S]*/, '');
      expect([component, ...[...written.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name)]).toEqual([
        component,
        ...props,
      ]);
    }
  });

  it('tokens that there are', () => {
    const tokens = Object.values(rowsOf('Look')).flat();
    const sheet = read('src/styles/tokens.css');
    expect(tokens.length).toBeGreaterThan(15);
    expect(tokens.filter((token) => !sheet.includes(`    ${token}: `))).toEqual([]);
  });

  it('the same tokens and class names as the guide of operators', () => {
    const guide = read('docs/ar/operator/appearance.md');
    const rows = [...guide.matchAll(/^\| (`--.+?) \| /gm)].flatMap(([, first = '']) => spansOf(writeOut(first)));
    expect(rows.sort()).toEqual(Object.values(rowsOf('Look')).flat().sort());
    const classes = [...section('Look').matchAll(/`(\.[\w-]+)`/g)].map(([, name]) => name);
    const styled = [...guide.matchAll(/^(\.[\w-]+) \{$/gm)].map(([, name]) => name);
    expect(styled.filter((name) => !classes.includes(name))).toEqual([]);
    expect(styled).toHaveLength(2);
  });

  it('class names that there are', () => {
    expect(read('src/components/article/ArticleHeader.astro')).toContain('class="kicker"');
    expect(read('src/layouts/ListingLayout.astro')).toContain('class="page-heading"');
  });

  it('every command', () => {
    const [, list = ''] = /npm run NAME --`[^:]*:([^.]+)\./.exec(section('Commands')) ?? [];
    expect(spansOf(list)).toEqual(Object.keys(commands));
  });
});
