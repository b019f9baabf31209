import { expect, test } from 'vitest';
import { imageUrl } from '../../../src/lib/paths.ts';

test('the URL of an image starts at the root of the site', () => {
  expect(imageUrl('0f3a-640.avif')).toBe('/_images/0f3a-640.avif');
});
