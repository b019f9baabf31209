import { describe, expect, it } from 'vitest';
import {
  isGone,
  longestUnasked,
  parseList,
  type SavedArticle,
  withAddress,
  withArticle,
  withAsked,
  withMissing,
  withoutArticle,
  withProgress,
} from '../../../../src/client/reader/saved-list.ts';

const article = (path: string, read = 0): SavedArticle => ({ path, title: path, section: 'علوم', date: 'أمس', read });
const paths = (list: readonly SavedArticle[]) => list.map(({ path, read }) => [path, read]);

describe('the list of saved articles', () => {
  it('has the newest first, each once, and keeps what was read', () => {
    const list = withArticle([article('/a/', 0.4), article('/b/')], article('/b/'));
    expect(paths(list)).toEqual([
      ['/b/', 0],
      ['/a/', 0.4],
    ]);
    expect(paths(withArticle(list, article('/a/')))[0]).toEqual(['/a/', 0.4]);
  });

  it('does not grow for ever', () => {
    const list = Array.from({ length: 300 }, (_, index) => article(`/${index}/`));
    expect(withArticle(list, article('/new/'))).toHaveLength(200);
  });

  it('forgets an article', () => {
    expect(paths(withoutArticle([article('/a/'), article('/b/')], '/a/'))).toEqual([['/b/', 0]]);
  });

  it.each<[before: number, now: number, after: number]>([
    [0, 0.5, 0.5],
    [0.7, 0.2, 0.7],
    [0.7, 1, 1],
  ])('notes of %d read and %d now %d', (before, now, after) => {
    expect(paths(withProgress([article('/a/', before), article('/b/')], '/a/', now))).toEqual([
      ['/a/', after],
      ['/b/', 0],
    ]);
  });

  it('takes an article for gone when its page is missing for half a day, and not at a passing fault', () => {
    const hourMs = 60 * 60_000;
    const [missing = article('')] = withMissing([article('/a/')], '/a/', hourMs);
    expect([isGone(missing, hourMs), isGone(missing, 12 * hourMs), isGone(missing, 13 * hourMs)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(withMissing([missing], '/a/', 9 * hourMs)).toEqual([missing]);
    expect(withMissing([missing], '/a/', undefined)).toEqual([article('/a/')]);
    expect(isGone(article('/a/'), hourMs)).toBe(false);
  });

  it('is asked for in turns', () => {
    const list = withAsked([article('/a/'), article('/b/'), article('/c/')], '/a/', 9);
    expect(longestUnasked(list, 2).map(({ path }) => path)).toEqual(['/b/', '/c/']);
    const later = withAsked(withAsked(list, '/b/', 10), '/c/', 11);
    expect(longestUnasked(later, 2).map(({ path }) => path)).toEqual(['/a/', '/b/']);
  });

  it('gives an article its new address, also if that is in the list', () => {
    expect(paths(withAddress([article('/a/'), article('/b/')], '/a/', '/c/'))).toEqual([
      ['/c/', 0],
      ['/b/', 0],
    ]);
    expect(paths(withAddress([article('/a/'), article('/c/')], '/a/', '/c/'))).toEqual([['/c/', 0]]);
    expect(paths(withAddress([article('/a/')], '/a/', '/a/'))).toEqual([['/a/', 0]]);
  });

  it.each([[null], ['{'], ['{}'], ['7'], ['[7, null, {}]']])('is empty if the storage has %s', (stored) => {
    expect(parseList(stored)).toEqual([]);
  });

  it('is read as it was stored', () => {
    expect(parseList(JSON.stringify([article('/a/', 0.5)]))).toEqual([article('/a/', 0.5)]);
  });
});
