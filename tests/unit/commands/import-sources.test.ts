import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openSource } from '../../../src/commands/import-sources.ts';
import { emptyMapping } from '../../../src/importers/newsroom/field-mapping.ts';
import { writeExport } from '../../support/wordpress.ts';

it('refuses a type that the source does not have, and names those that it has', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'import-sources-'));
  const [some, none] = [path.join(directory, 'some.xml'), path.join(directory, 'none.xml')];
  await writeFile(some, writeExport([{ id: 1, type: 'video' }, { id: 2, type: 'opinion' }, { id: 3 }]));
  await writeFile(none, writeExport([{ id: 3 }, { id: 4, type: 'revision' }]));
  const open = (file: string, ...types: string[]) => openSource([file], { wishes: { types, mapping: emptyMapping } });
  await expect(open(some, 'video', 'vidio')).rejects.toThrow(
    'ليس في المصدر نوع «vidio». أنواعه التي تأتي بالخيار \u200e--types: opinion، video. لم يُكتب شيء.',
  );
  await expect(open(none, 'post')).rejects.toThrow(
    'ليس في المصدر نوع «post»، ولا نوع غير المقالات والصفحات. لم يُكتب شيء.',
  );
  expect((await open(some, 'video')).read().articles).toHaveLength(2);
});

it('refuses for other sources what only exports of WordPress can fulfil', async () => {
  const mapping = { fields: new Map([['subtitle', 'kicker'] as const]), taxonomies: new Map() };
  await expect(openSource(['a.jsonl'], { wishes: { types: ['video'], mapping } })).rejects.toThrow(
    'الخيار \u200e--types لملفات ووردبريس وحدها. احذفه وأعد الأمر. لم يُكتب شيء.',
  );
  await expect(openSource(['a.jsonl'], { wishes: { types: [], mapping } })).rejects.toThrow(
    'الخيار \u200e--fields لملفات',
  );
});
