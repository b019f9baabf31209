import { expect, test } from 'vitest';
import { youtubeId } from '../../../src/lib/youtube.ts';

test.each([
  ['https://www.youtube.com/watch?v=aB3_dE-fG7h', 'aB3_dE-fG7h'],
  ['https://youtube.com/watch?list=PL1&v=aB3_dE-fG7h&t=10s', 'aB3_dE-fG7h'],
  ['https://youtu.be/aB3_dE-fG7h?si=x', 'aB3_dE-fG7h'],
  ['https://m.youtube.com/shorts/aB3_dE-fG7h', 'aB3_dE-fG7h'],
  ['https://www.youtube.com/@someone', undefined],
  ['https://youtube.com.example/watch?v=aB3_dE-fG7h', undefined],
  ['https://vimeo.com/76979871', undefined],
])('the video id in %s is %s', (url, id) => {
  expect(youtubeId(url)).toBe(id);
});
