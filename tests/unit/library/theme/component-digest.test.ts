import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readComponents } from '../../../../src/library/theme/components.ts';
import { createPageKeys } from '../../../../src/model/page-keys.ts';
import { article, library } from '../../../support/library.ts';
import { writeContent } from '../../../support/write-content.ts';

const score = "---\nimport teams from './data/teams.json';\n---\n<p>{teams.length}</p>\n";
const files = { 'theme/components/Score.astro': score, 'theme/components/data/teams.json': '[]' };

async function digestOf(content: Record<string, string>): Promise<string> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'components-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  await writeContent(directory, content);
  const listed = Object.keys(content).map((file) => ({ file, absolute: path.join(directory, file), stamp: '' }));
  const { components, problems } = await readComponents(listed);
  expect(problems).toEqual([]);
  return components.digest;
}

it.each<[change: string, content: Record<string, string>]>([
  ['a component was edited', { ...files, 'theme/components/Score.astro': `${score}<p>نص</p>\n` }],
  ['data that a component imports was edited', { ...files, 'theme/components/data/teams.json': '[1]' }],
  ['a component was added', { ...files, 'theme/components/Map.astro': '<p>خريطة</p>\n' }],
  ['a file was added', { ...files, 'theme/components/data/cups.json': '[]' }],
])('the digest of components is another if %s', async (_, content) => {
  expect(await digestOf(content)).not.toBe(await digestOf(files));
});

it('the digest of components depends on nothing else, and is empty without a component', async () => {
  expect(await digestOf({ ...files, 'theme/site.css': 'p { color: red }' })).toBe(await digestOf(files));
  expect(await digestOf({ 'theme/components/data/teams.json': '[]' })).toBe('');
});

it('the digest of components is in the key of an article in MDX, and of no other', () => {
  const keyWith = (format: 'md' | 'mdx', digest: string) => {
    const shown = article(1, { format });
    return createPageKeys(library([shown], { components: { names: [], files: [], digest } })).ofArticle(shown);
  };
  expect(keyWith('mdx', 'one')).not.toBe(keyWith('mdx', 'other'));
  expect(keyWith('md', 'one')).toBe(keyWith('md', 'other'));
});
