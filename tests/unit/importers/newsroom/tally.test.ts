import { expect, it } from 'vitest';
import { createTally, sumByKind } from '../../../../src/importers/newsroom/tally.ts';

it('sums what came, what came changed and what was left out, by kind', () => {
  const tally = createTally([{ kind: 'tags', name: '', fate: 'came', count: 2 }]);
  tally.add('articles', { name: 'post', fate: 'left', reason: 'trash' });
  tally.add('articles', { name: 'post', fate: 'came' }, 3);
  tally.add('articles', { name: 'video', fate: 'left', reason: 'other-type' }, 0);
  tally.add('articles', { name: 'post', fate: 'left', reason: 'trash' });
  tally.add('tags', { name: '', fate: 'left', reason: 'nameless' });
  expect(sumByKind(tally.rows()).map(({ rows, ...sum }) => sum)).toEqual([
    { kind: 'articles', total: 5, came: 3, changed: 0, left: 2 },
    { kind: 'tags', total: 3, came: 2, changed: 0, left: 1 },
  ]);
});

it('has one row for all of one name and one reason, those that came before those that did not', () => {
  const tally = createTally();
  for (const name of ['box', 'ad', 'box']) tally.add('shortcodes', { name, fate: 'left', reason: 'shortcode' });
  tally.add('shortcodes', { name: 'gallery', fate: 'came' });
  expect(tally.rows().map(({ name, fate, count }) => [name, fate, count])).toEqual([
    ['gallery', 'came', 1],
    ['box', 'left', 2],
    ['ad', 'left', 1],
  ]);
});
