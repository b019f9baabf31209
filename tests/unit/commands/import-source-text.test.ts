import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSourceText } from '../../../src/commands/import-source-text.ts';
import { CommandFailure } from '../../../src/commands/run-command.ts';

const directory = await mkdtemp(path.join(tmpdir(), 'source-text-'));

async function read(name: string, bytes?: Uint8Array): Promise<string> {
  const file = path.join(directory, name);
  if (bytes) await writeFile(file, bytes);
  let text = '';
  for await (const piece of readSourceText(file)) text += piece;
  return text;
}

describe('a source', () => {
  it('is read whole, its letters too if a piece ends within one', async () => {
    const text = 'صدى '.repeat(30_000);
    expect(await read('large.xml', Buffer.from(text))).toBe(text);
    expect(await read('marked.xml', Buffer.from('\ufeffصدى'))).toBe('صدى');
  });

  it.each<[name: string, bytes: Uint8Array | undefined, told: RegExp]>([
    ['none.xml', undefined, /^لا ملف هنا: .*none\.xml$/],
    ['empty.xml', new Uint8Array(), /^الملف .*empty\.xml فارغ\. نزّله من جديد\. لم يُكتب شيء\.$/],
    ['small.xml.gz', gzipSync('<rss>'), /small\.xml\.gz مضغوط\. فُكّ ضغطه/],
    ['old.xml', Uint8Array.of(0x3c, 0xd5, 0xcf, 0xec), /old\.xml ليست بترميز UTF-8، فقد تكون بترميز windows-1256/],
    ['cut.xml', Uint8Array.of(0x3c, 0xd8), /cut\.xml ليست بترميز UTF-8/],
    ['wide.xml', Buffer.from('\ufeffصدى', 'utf16le'), /wide\.xml ليست بترميز UTF-8/],
  ])('%s is refused with a sentence', async (name, bytes, told) => {
    const refusal = await read(name, bytes).catch((error) => error);
    expect(refusal).toBeInstanceOf(CommandFailure);
    expect(refusal.message).toMatch(told);
  });
});
