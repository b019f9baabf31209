import { expect, test } from 'vitest';
import { insertBefore } from '../../../../src/components/article/insert-before.ts';

const body = '<p>أ</p><h2 id="ما-تغيّر">ب</h2><p>ج</p>';

test.each([
  ['the heading', 'ما-تغيّر', '<p>أ</p>*<h2 id="ما-تغيّر">ب</h2><p>ج</p>'],
  ['nothing, if there is no such heading', 'ليس-هنا', body],
  ['nothing, if none is named', undefined, body],
])('HTML is put before %s', (_, id, result) => {
  expect(insertBefore(id, body, '*')).toBe(result);
});
