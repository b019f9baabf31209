import { describe, expect, test } from 'vitest';
import { type EntityRow, entityFileOf, readName } from '../../../../src/lib/arabic/search/entity-names.ts';
import { createNameTable } from '../../../../src/lib/arabic/search/names.ts';
import type { SearchEntity } from '../../../../src/model/search-entities.ts';
import { composeEntityFiles } from '../../../../src/site-build/search/entity-files.ts';

const aliases = createNameTable();

function tag(name: string, fields: Partial<SearchEntity> = {}): SearchEntity {
  return { kind: 'tag', name, spellings: [], url: `/t/${name}/`, count: 1, ...fields };
}

/** Names of two words each, of different beginnings. */
function tags(count: number): SearchEntity[] {
  const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
  const word = (number: number) =>
    [number, Math.floor(number / 28), number * 5, number * 11].map((at) => letters[at % 28]).join('');
  return Array.from({ length: count }, (_, index) => tag(`${word(index)} ${word(index * 3 + 1)}`));
}

describe('the files with entities', () => {
  test('are one for a small site, also without any', () => {
    const { names, contents } = composeEntityFiles(tags(150), aliases);
    expect(names).toHaveLength(1);
    expect(JSON.parse(contents.get(names[0] ?? '') ?? '')).toHaveLength(150);
    expect([...composeEntityFiles([], aliases).contents.values()]).toEqual(['[]']);
  });

  test('of thousands of tags are small, and each word of a name leads to one with it', () => {
    const many = tags(3000);
    const { names, contents } = composeEntityFiles(many, aliases);
    const files = names.map((name): EntityRow[] => JSON.parse(contents.get(name) ?? ''));
    expect(Math.max(...files.map((rows) => JSON.stringify(rows).length))).toBeLessThan(40_000);
    for (const { name } of many) {
      for (const { base } of readName(name, aliases)) {
        expect(
          files[entityFileOf(base, files.length)]?.some((row) => row[1] === name),
          name,
        ).toBe(true);
      }
    }
  });

  test('keep their names when another tag is renamed, but for those with its words', () => {
    const before = tags(3000);
    const after = before.with(7, tag('قناطر'));
    const [one, other] = [before, after].map((entities) => composeEntityFiles(entities, aliases).names);
    const changed = (other ?? []).filter((name, index) => name !== one?.[index]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(8);
  });

  test('have the spellings that a search tells from the name', () => {
    const entity = tag('النيل', { spellings: ['نيل', 'نهر النيل', 'نهر نيل'] });
    const [content] = composeEntityFiles([entity], aliases).contents.values();
    expect(JSON.parse(content ?? '')).toEqual([['tag', 'النيل', '/t/النيل/', 1, 'نهر النيل']]);
  });
});
