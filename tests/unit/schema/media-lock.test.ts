import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composeMediaLock, type MediaEntry, parseMediaLock } from '../../../src/schema/media-lock.ts';
import { messages } from '../../../src/schema/messages.ts';

const photo: MediaEntry = { width: 1600, height: 1067, type: 'image/jpeg', bytes: 450_123, etag: 'W/"5f"' };
const badge: MediaEntry = {
  width: 60,
  height: 40,
  type: 'image/png',
  bytes: 98,
  sha256: 'a'.repeat(64),
  color: '#5c8f6c',
};
const lock = new Map([
  ['https://b.example/x?w=1&h=[2]#', badge],
  ['https://a.example/2026/x.jpg', photo],
]);
const line =
  'https://a.example/2026/x.jpg: {"width":1600,"height":1067,"type":"image/jpeg","bytes":450123,"etag":"W/\\"5f\\""}';

const problemsOf = (text: string) =>
  parseMediaLock(text).problems.map(({ line: number, message }) => [number, message]);

describe('the lock of images', () => {
  it('has a line for each image, sorted, which any reader of YAML understands', () => {
    const text = composeMediaLock(lock, 'تعليق');
    expect(text.split('\n').slice(0, 2)).toEqual(['# تعليق', line]);
    expect(parse(text)).toEqual(Object.fromEntries(lock));
  });

  it('is read as it was written, and stays the same bytes', () => {
    const addresses = new Map([...lock].map(([address, entry]) => [address.replace('#', ''), entry]));
    const text = composeMediaLock(addresses, 'تعليق');
    const read = parseMediaLock(text);
    expect(read).toEqual({ lock: addresses, problems: [] });
    expect(composeMediaLock(read.lock, 'تعليق')).toBe(text);
    expect(parseMediaLock(text.replaceAll('\n', '\r\n')).lock).toEqual(addresses);
  });

  it('takes the last of several lines of an image, as Git unites them', () => {
    expect(
      parseMediaLock(`${line}\n${line.replace('1067', '900')}`).lock.get('https://a.example/2026/x.jpg')?.height,
    ).toBe(900);
  });

  it('is read on both sides of a conflict', () => {
    const text = `<<<<<<< HEAD\n${line}\n||||||| base\n=======\n${line.replace('a.example', 'b.example')}\n>>>>>>> desk\n`;
    expect([...parseMediaLock(text).lock.keys()]).toEqual([
      'https://a.example/2026/x.jpg',
      'https://b.example/2026/x.jpg',
    ]);
    expect(problemsOf(text)).toEqual([1, 3, 4, 6].map((number) => [number, messages.mediaLockConflict()]));
  });

  it.each([
    ['an address without encryption', line.replace('https', 'http')],
    ['an address in another form', line.replace('a.example', 'A.example')],
    ['a size that is none', line.replace('1600', '0')],
    ['a key that nobody knows', line.replace('bytes', 'size')],
    ['JSON that is cut off', line.slice(0, -1)],
    ['several lines of YAML', 'https://a.example/2026/x.jpg:\n'],
  ])('refuses %s', (_, text) => {
    expect(problemsOf(`# تعليق\n\n${text}`)).toEqual([[3, messages.mediaLockLine()]]);
  });
});
