import { describe, expect, it } from 'vitest';
import {
  type ImageService,
  type ImageServiceName,
  imageServiceNames,
  isServicePath,
  originalOf,
  type ResizeRequest,
  resizedUrl,
  servesAt,
  servesOn,
} from '../../../src/lib/image-services.ts';

const siteUrl = 'https://news.example/daily';
const original = '/daily/_images/1f0c-original.jpg';
const remote = 'https://media.example/a%20b,c.jpg?v=2&w=1';
/** The key and salt of the examples in imgproxy's documentation. */
const signing = {
  key: '943b421c9eb07c830af81030552c86009268de4e532ba2ee2eab8247c6da0881',
  salt: '520f986b998545b4785e0defbc4f3c1203f22de2374a3d53cb7a7fe9fea309c5',
};

const sizes = {
  size: { width: 800 },
  fallback: { width: 1200, format: 'jpg' },
  transparent: { width: 1200, format: 'png' },
  card: { width: 1200, height: 630, format: 'jpg' },
  portrait: { width: 192, height: 192, keep: 'face' },
} satisfies Record<string, ResizeRequest>;

describe('the address of a size', () => {
  // https://developers.cloudflare.com/images/optimization/features/ (options, `onerror`, `gravity`, no format `png`)
  const cloudflare: [keyof typeof sizes, string][] = [
    ['size', '/cdn-cgi/image/width=800,format=auto,quality=75,onerror=redirect'],
    ['fallback', '/cdn-cgi/image/width=1200,format=jpeg,quality=75,onerror=redirect'],
    ['transparent', '/cdn-cgi/image/width=1200,quality=75,onerror=redirect'],
    ['card', '/cdn-cgi/image/width=1200,height=630,fit=cover,gravity=auto,format=jpeg,quality=75,onerror=redirect'],
    ['portrait', '/cdn-cgi/image/width=192,height=192,fit=cover,gravity=face,format=auto,quality=75,onerror=redirect'],
  ];
  // https://docs.netlify.com/build/image-cdn/overview/ (`cover` needs both sides; no `fm` negotiates)
  const netlify: [keyof typeof sizes, string][] = [
    ['size', '&w=800&q=75'],
    ['fallback', '&w=1200&fm=jpg&q=75'],
    ['transparent', '&w=1200&fm=png&q=75'],
    ['card', '&w=1200&h=630&fit=cover&fm=jpg&q=75'],
    ['portrait', '&w=192&h=192&fit=cover&q=75'],
  ];
  // https://vercel.com/docs/image-optimization (`url`, `w` and `q` are all that it reads)
  const vercel: [keyof typeof sizes, string][] = [
    ['size', '&w=800&q=75'],
    ['fallback', '&w=1200&q=75'],
    ['card', '&w=1200&q=75'],
  ];
  const encoded = 'https%3A//media.example/a%2520b%2Cc.jpg%3Fv%3D2%26w%3D1';

  it.each(cloudflare)('of Cloudflare: %s', (size, expected) => {
    const url = (source: string) => resizedUrl({ name: 'cloudflare', siteUrl }, source, sizes[size]);
    expect(url(original)).toBe(`${expected}${original}`);
    expect(url(remote)).toBe(`${expected}/${remote}`);
  });

  it.each(netlify)('of Netlify: %s', (size, expected) => {
    const url = (source: string) => resizedUrl({ name: 'netlify', siteUrl }, source, sizes[size]);
    expect(url(original)).toBe(`/.netlify/images?url=${original}${expected}`);
    expect(url(remote)).toBe(`/.netlify/images?url=${encoded}${expected}`);
    expect(new URL(url(remote), siteUrl).searchParams.get('url')).toBe(remote);
  });

  it.each(vercel)('of Vercel: %s', (size, expected) => {
    const url = (source: string) => resizedUrl({ name: 'vercel', siteUrl }, source, sizes[size]);
    expect(url(original)).toBe(`/_vercel/image?url=${original}${expected}`);
    expect(url(remote)).toBe(`/_vercel/image?url=${encoded}${expected}`);
  });

  it('is the original itself without a service', () => {
    expect(resizedUrl({ name: 'none-but-originals', siteUrl }, original, sizes.card)).toBe(original);
  });
});

describe('the address of a size of imgproxy', () => {
  const imgproxy: ImageService = { name: 'imgproxy', siteUrl, address: 'https://img.example/p' };

  // https://docs.imgproxy.net/usage/processing: in a plain source, `%`, `?` and `@` have a meaning of their own.
  it.each<[keyof typeof sizes, string, string]>([
    ['size', original, 'rs:fit:800/q:75/plain/https://news.example/daily/_images/1f0c-original.jpg'],
    ['fallback', original, 'rs:fit:1200/q:75/plain/https://news.example/daily/_images/1f0c-original.jpg@jpg'],
    ['card', original, 'rs:fill:1200:630:1/g:sm/q:75/plain/https://news.example/daily/_images/1f0c-original.jpg@jpg'],
    ['portrait', original, 'rs:fill:192:192:1/g:sm/q:75/plain/https://news.example/daily/_images/1f0c-original.jpg'],
    ['size', remote, 'rs:fit:800/q:75/plain/https://media.example/a%2520b,c.jpg%3Fv=2&w=1'],
    ['fallback', 'https://media.example/a@2x.jpg', 'rs:fit:1200/q:75/plain/https://media.example/a%402x.jpg@jpg'],
  ])('names the size and the whole address of the original: %s of %s', (size, source, expected) => {
    expect(resizedUrl(imgproxy, source, sizes[size])).toBe(`https://img.example/p/unsafe/${expected}`);
  });

  // The signatures that `@imgproxy/imgproxy-node` 1.1.0 makes of the same paths.
  it.each<[source: string, size: ResizeRequest, signature: string]>([
    ['/news/_images/a-original.jpg', { width: 800, format: 'webp' }, 'LtC7vEaQEc8PFM6tKWBQZicRNRXVdgcudvvTIf5gYsQ'],
    ['https://media.example/a b@c?x=1&y=%20,z.jpg', sizes.card, 'ITkQnsZnjPAcSswlCRtyHsExdSLp9pXaMGCBsysZidw'],
  ])('is signed as imgproxy checks it: %s', (source, size, signature) => {
    expect(resizedUrl({ ...imgproxy, signing }, source, size)).toContain(`/p/${signature}/rs:`);
  });

  it('changes with the key and with the salt', () => {
    const signed = [signing, { ...signing, key: signing.salt }, { ...signing, salt: signing.key }];
    expect(new Set(signed.map((each) => resizedUrl({ ...imgproxy, signing: each }, original, sizes.size))).size).toBe(
      3,
    );
  });
});

describe('an address of a service', () => {
  const made = imageServiceNames
    .filter((name) => name !== 'none-but-originals')
    .flatMap((name) => Object.values(sizes).map((size) => [name, size] as const));

  it.each(made)('names its original: %s, %o', (name, size) => {
    const service: ImageService = { name, siteUrl, address: 'https://img.example', signing };
    const named = name === 'imgproxy' ? 'https://news.example/daily/_images/1f0c-original.jpg' : original;
    expect(originalOf(resizedUrl(service, original, size))).toBe(named);
    expect(originalOf(resizedUrl(service, remote, size))).toBe(remote);
    expect(isServicePath(resizedUrl(service, original, size))).toBe(name !== 'imgproxy');
  });

  it.each(['/_images/1f0c-original.jpg', '/k7q3m/', '/images?url=/x', 'https://img.example/plain/x', ''])(
    'is not «%s»',
    (address) => {
      expect(originalOf(address)).toBeUndefined();
      expect(isServicePath(address)).toBe(false);
    },
  );
});

describe('a service', () => {
  const hosts = ['none', 'cloudflare', 'netlify', 'vercel', 'github', 'gitlab', 'nginx', 'caddy'];

  it.each<[ImageServiceName, string[]]>([
    ['cloudflare', ['none', 'cloudflare', 'nginx', 'caddy']],
    ['netlify', ['none', 'netlify']],
    ['vercel', ['none', 'vercel']],
    ['imgproxy', hosts],
    ['none-but-originals', hosts],
  ])('of the name %s works on %j', (service, expected) => {
    expect(hosts.filter((host) => servesOn(service, host))).toEqual(expected);
  });

  it.each([
    ['cloudflare', 'news.example', true],
    ['cloudflare', 'news.pages.dev', false],
    ['cloudflare', 'a.news.workers.dev', false],
    ['cloudflare', 'notpages.dev', true],
    ['imgproxy', 'news.pages.dev', true],
  ] as const)('of the name %s works at %s: %s', (service, hostname, expected) => {
    expect(servesAt(service, hostname)).toBe(expected);
  });
});
