import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openSource } from '../../../src/commands/import-sources.ts';
import { writeContent } from '../../support/write-content.ts';

async function project(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'project-'));
  await writeContent(folder, files);
  return folder;
}

it('a project is read from its folder, without what its programs have built', async () => {
  const folder = await project({
    'hugo.yaml': 'baseURL: https://old.example/\ntitle: ص',
    'content/posts/a.md': '---\ntitle: خبر\ndate: 2024-01-01\n---\n![أ](/images/a.png)',
    'static/images/a.png': 'x',
    'public/posts/a/index.html': '<p>built</p>',
    'node_modules/x/README.md': '# x',
    'themes/y/content/posts/b.md': '---\ntitle: مثال\n---\n',
  });
  const source = await openSource([folder]);
  expect(source.read().articles.map(({ title }) => title)).toEqual(['خبر']);
  expect(source.listFiles?.()).toEqual(
    new Map([['https://old.example/images/a.png', path.join(folder, 'static/images/a.png')]]),
  );
});

it('a project that nothing tells the generator of can be named', async () => {
  const folder = await project({ 'content/a.md': '---\ntitle: خبر\ndate: 2024-01-01\n---\nنص' });
  await expect(openSource([folder])).rejects.toThrow(/لا يُعرف من إعدادات المجلد .* بمَ بُني الموقع/);
  await expect(openSource([folder], { from: 'hugoo' })).rejects.toThrow('لا يُعرف المولّد hugoo.');
  expect((await openSource([folder], { from: 'hugo' })).read().articles).toHaveLength(1);
});

it.each<[what: string, bytes: string | Uint8Array, told: RegExp]>([
  [
    'front matter that is no YAML',
    '---\ntitle: [خبر\n---\n',
    /مقدمة الملف .*content\/posts\/a\.md لا تُقرأ: .*لم يُكتب شيء\.$/,
  ],
  ['front matter that is no TOML', '+++\ntitle = خبر\n+++\n', /مقدمة الملف .*content\/posts\/a\.md لا تُقرأ/],
  ['another encoding', Uint8Array.of(0x2d, 0xce, 0xc8, 0xd1), /a\.md ليست بترميز UTF-8/],
])('%s is told with its file', async (_what, bytes, told) => {
  const folder = await project({ 'hugo.toml': 'title = "x"', 'content/posts/a.md': bytes });
  await expect(openSource([folder])).rejects.toThrow(told);
});

it('two projects at once are refused', async () => {
  const folder = await project({ 'hugo.toml': 'title = "x"' });
  await expect(openSource([folder, folder])).rejects.toThrow('يُنقل مجلد واحد في كل أمر');
});
