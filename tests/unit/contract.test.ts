import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { articleComponents } from '../../src/markdown/article-components.ts';
import { articleSchema } from '../../src/schema/article.ts';
import { authorSchema } from '../../src/schema/author.ts';
import { categorySchema } from '../../src/schema/category.ts';
import { newsroomSchema } from '../../src/schema/newsroom.ts';
import { pageSchema } from '../../src/schema/page.ts';
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

function spansOf(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
}

describe('the contract with newsrooms lists', () => {
  it('the keys of every file', () => {
    expect(rowsOf('Keys')).toEqual({
      'site.yaml': Object.keys(siteSchema.shape),
      'an article': Object.keys(articleSchema.shape),
      'an author': Object.keys(authorSchema.shape),
      'a section': Object.keys(categorySchema.shape),
      'a page': Object.keys(pageSchema.shape),
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

  it('every command', () => {
    const [, list = ''] = /npm run NAME --`[^:]*:([^.]+)\./.exec(section('Commands')) ?? [];
    expect(spansOf(list)).toEqual(Object.keys(commands));
  });
});
