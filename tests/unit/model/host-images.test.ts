import { expect, it } from 'vitest';
import { writeImageSettings } from '../../../src/model/host-images.ts';
import { defaultImageSettings, type ImageSettings } from '../../../src/schema/images.ts';

const vercel: ImageSettings = { ...defaultImageSettings, service: { name: 'vercel' } };

function written(...[images, own, base = '', origins]: Partial<Parameters<typeof writeImageSettings>>) {
  const file = writeImageSettings(images ?? vercel, own, base, origins);
  return file && { path: file.path, ...JSON.parse(file.content) };
}

it('Vercel is told the widths, the quality and the folder that its service may take pictures from', () => {
  expect(written()).toEqual({
    path: 'vercel.json',
    images: {
      sizes: [320, 800, 1200, 1400],
      qualities: [75],
      localPatterns: [{ pathname: '^/_images/.*$', search: '' }],
      formats: ['image/webp'],
      minimumCacheTTL: 31_536_000,
      contentDispositionType: 'inline',
    },
  });
});

it('the folder lies below the path of the site', () => {
  const { images } = written(vercel, undefined, '/v1.2/أخبار') ?? {};
  const [{ pathname }] = images.localPatterns;
  expect(pathname).toBe('^/v1\\.2/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/_images/.*$');
  expect('/v1.2/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/_images/0f-original.jpg').toMatch(new RegExp(pathname));
  expect('/_images/0f-original.jpg').not.toMatch(new RegExp(pathname));
});

it('pictures of other sites are allowed by the name of their host, and no other', () => {
  const { images } = written(vercel, undefined, '', ['https://media.example']) ?? {};
  expect(images.remotePatterns).toEqual([{ protocol: 'https', hostname: '^media\\.example$' }]);
});

it('what the owner has set holds beside it', () => {
  const own = {
    cleanUrls: true,
    images: { sizes: [64, 800], qualities: [90], localPatterns: [{ pathname: '^/art/.*$' }], minimumCacheTTL: 60 },
  };
  expect(written(vercel, JSON.stringify(own))).toMatchObject({
    cleanUrls: true,
    images: {
      sizes: [64, 320, 800, 1200, 1400],
      qualities: [75, 90],
      localPatterns: [{ pathname: '^/art/.*$' }, { pathname: '^/_images/.*$', search: '' }],
      minimumCacheTTL: 60,
      contentDispositionType: 'inline',
    },
  });
});

it.each([undefined, { name: 'cloudflare' as const }])('nothing is told for the service %o', (service) => {
  expect(written({ ...defaultImageSettings, ...(service && { service }) })).toBeUndefined();
});

// https://github.com/vercel/vercel/blob/main/packages/cli/src/util/validate-config.ts
it('the settings stay within the limits of Vercel', () => {
  const widths = Array.from({ length: 49 }, (_, index) => 64 + index);
  const { images } = written({ ...vercel, formats: ['avif', 'webp'], widths }) ?? {};
  const known = ['sizes', 'qualities', 'localPatterns', 'formats', 'minimumCacheTTL', 'contentDispositionType'];
  expect(Object.keys(images)).toEqual(known);
  expect(images.sizes.length).toBeLessThanOrEqual(50);
  expect(images.minimumCacheTTL).toBeLessThanOrEqual(315_360_000);
  expect(images.formats).toEqual(['image/avif', 'image/webp']);
});
