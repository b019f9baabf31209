import { expect, it, test } from 'vitest';
import { filesOfPicture } from '../../../src/library/images/images.ts';
import { servedPicture } from '../../../src/library/images/service-pictures.ts';
import { type Excess, findExcess, hostLimits, type OutputSize } from '../../../src/model/host.ts';
import type { HostName } from '../../../src/schema/hosting.ts';
import { defaultImageSettings } from '../../../src/schema/images.ts';

it.each<[host: HostName, size: OutputSize, excess: Excess[]]>([
  ['cloudflare', { files: 20_000, bytes: 0 }, []],
  ['cloudflare', { files: 20_001, bytes: 0 }, [{ kind: 'files', count: 20_001, limit: 20_000 }]],
  ['cloudflare', { files: 1, bytes: 9e9, largest: { path: '/a.gif', bytes: 26_214_400 } }, []],
  [
    'cloudflare',
    { files: 1, bytes: 9e9, largest: { path: '/a.gif', bytes: 26_214_401 } },
    [{ kind: 'file-bytes', path: '/a.gif', bytes: 26_214_401, limit: 26_214_400 }],
  ],
  ['gitlab', { files: 200_001, bytes: 0 }, [{ kind: 'files', count: 200_001, limit: 200_000 }]],
  ['github', { files: 500_000, bytes: 1_000_000_000 }, []],
  ['github', { files: 1, bytes: 1_000_000_001 }, [{ kind: 'total-bytes', bytes: 1_000_000_001, limit: 1_000_000_000 }]],
  ['nginx', { files: 900_000, bytes: 9e12 }, []],
  ['none', { files: 900_000, bytes: 9e12 }, []],
])('for %s, an output of %j exceeds certain limits', (name, size, excess) => {
  expect(findExcess(size, hostLimits({ host: { name } }))).toEqual(excess);
});

test('three thousand photos fit Cloudflare if it makes their sizes, and hardly half of the limit is needed', () => {
  const service = { name: 'cloudflare', siteUrl: 'https://news.example' } as const;
  const files = Array.from({ length: 3000 }, (_, index) => {
    const photo = { width: 2000, height: 1333, mediaType: 'image/jpeg', hasAlpha: false };
    const original = { ...photo, url: `/_images/${index.toString(16).padStart(20, '0')}-original.jpg` };
    return filesOfPicture(servedPicture(original, service, defaultImageSettings), true);
  });
  const images = new Set(files.flat()).size;
  expect(images).toBe(3000);
  // A page, a file of the search index and a share of lists, feeds and the rest for each article with a photo.
  const output = { files: images + 3000 * 2.5, bytes: images * 450_000 };
  expect(findExcess(output, hostLimits({ host: { name: 'cloudflare' } }))).toEqual([]);
});

test('the number of files in the owner’s plan overrides the host’s default', () => {
  expect(hostLimits({ host: { name: 'cloudflare', files: 100_000 } })).toMatchObject({ files: 100_000, rules: 2000 });
});
