import { expect, test } from 'vitest';
import { videoFrameUrl } from '../../../src/client/video-embed.ts';

test.each([
  ['dQw4w9WgXcQ', '/embed/dQw4w9WgXcQ'],
  ['../evil?x=1', '/embed/..%2Fevil%3Fx%3D1'],
])('the video %j plays from youtube-nocookie.com, at %s', (id, path) => {
  const address = new URL(videoFrameUrl(id));
  expect(address.host).toBe('www.youtube-nocookie.com');
  expect(address.pathname).toBe(path);
  expect(address.searchParams.get('autoplay')).toBe('1');
});
