import { expect, test } from 'vitest';
import { imageUrl } from '../../../src/lib/paths.ts';

test('an image is addressed from the root of the site', () => {
  expect(imageUrl('0f3a-640.avif')).toBe('/_images/0f3a-640.avif');
});
