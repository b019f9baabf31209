import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/site-build/publish/output.ts';
import { type SharedQueue, shareOut } from '../../../../src/site-build/publish/share-out.ts';

const make = async () => new Uint8Array();
const pages = (count: number): Output[] => Array.from({ length: count }, (_, index) => ({ path: `${index}`, make }));
const images: Output[] = [
  { path: 'a.webp', make, waits: true },
  { path: 'b.webp', make, waits: true },
];
const feeds: Output[] = [{ path: 'rss.xml', make }];
const isPage = ({ path }: Output) => /^\d+$/.test(path);
const names = (outputs: readonly Output[]) => outputs.map(({ path }) => path);

function takeAll(next: () => Output[]): string[][] {
  const taken: string[][] = [];
  for (let batch = next(); batch.length > 0; batch = next()) taken.push(names(batch));
  return taken;
}

const alone = (queue: SharedQueue) => takeAll(() => [queue.next() ?? []].flat());

describe('sharing out files', () => {
  it('gives this process first what no other can make, then pages from the beginning, and last what waits', () => {
    const queue = shareOut([...images, ...pages(2), ...feeds], isPage);
    expect(alone(queue).flat()).toEqual(['rss.xml', '0', '1', 'a.webp', 'b.webp']);
  });

  it('gives other processes neighbours from the end, fewer and fewer', () => {
    const queue = shareOut([...pages(20), ...images], isPage);
    const batches = takeAll(() => queue.nextBatch(1));
    expect(batches.slice(0, 3)).toEqual([
      ['17', '18', '19'],
      ['14', '15', '16'],
      ['12', '13'],
    ]);
    expect(batches.at(-1)).toEqual(['0']);
    expect(alone(queue).flat()).toEqual(['a.webp', 'b.webp']);
  });

  it('keeps a page that waits for a photo', () => {
    const queue = shareOut([{ path: '0', make, waits: true }, ...pages(1)], isPage);
    expect(takeAll(() => queue.nextBatch(1)).flat()).toEqual(['0']);
    expect(alone(queue).flat()).toEqual(['0']);
  });

  it('gives batches of at most 32 pages', () => {
    expect(shareOut(pages(10_000), isPage).nextBatch(3)).toHaveLength(32);
  });

  it('gives each file once', () => {
    const queue = shareOut([...pages(9), ...images], isPage);
    const taken: Output[] = [];
    for (let each = queue.next(); each; each = queue.next()) taken.push(each, ...queue.nextBatch(1));
    expect(names(taken).sort()).toEqual([...names(pages(9)), 'a.webp', 'b.webp'].sort());
  });
});
