import { expect, it } from 'vitest';
import { isKeyOf, placesKey, savedListKey, withdrawnKey } from '../../../../src/client/reader/storage-keys.ts';

it.each<[base: string, key: string, isOfSite: boolean]>([
  ['', savedListKey(''), true],
  ['', savedListKey('/news'), false],
  ['/news', savedListKey('/news'), true],
  ['/news', placesKey('/newspaper'), false],
  ['/news', withdrawnKey(''), false],
  ['/news', 'warraq-theme', true],
  ['', 'warraq-comment:/k7q3m/', true],
  ['', 'other', false],
])('a site at "%s" and the key %s: %s', (base, key, isOfSite) => {
  expect(isKeyOf(base, key)).toBe(isOfSite);
});
