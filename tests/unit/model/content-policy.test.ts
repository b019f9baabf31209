import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import type { Library } from '../../../src/library/types.ts';
import { composeContentPolicy } from '../../../src/model/content-policy.ts';
import { findImageOrigins } from '../../../src/model/image-origins.ts';
import type { SlotParts } from '../../../src/model/page-slots.ts';
import type { CommentSettings, Site } from '../../../src/schema/site.ts';
import { article, library, site } from '../../support/library.ts';

const { components } = library([]);
const inline = { scripts: ['let a = "ب"', 'b()'], style: '@layer a;\n' };
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Composes the policy as a map of its directives. */
function policyOf(
  settings: {
    url?: string;
    comments?: Partial<CommentSettings>;
    follow?: Site['follow'];
    images?: Site['images'];
    frames?: string[];
    slots?: SlotParts;
  } = {},
) {
  const comments = { ...site.comments, ...settings.comments };
  const { follow = site.follow, images = site.images } = settings;
  const policy = composeContentPolicy(
    { url: settings.url ?? site.url, comments, follow, images },
    { inline, frames: settings.frames ?? [], ...(settings.slots && { slots: settings.slots }) },
  );
  return Object.fromEntries(policy.split('; ').map((directive) => [...directive.split(/ (.*)/), ''].slice(0, 2)));
}

test('the worker of saved articles may ask imgproxy for pictures', () => {
  const images = { ...site.images, service: { name: 'imgproxy', address: 'https://img.example/sizes' } } as const;
  expect(policyOf({ images })['connect-src']).toBe("'self' https://img.example");
  expect(policyOf({ images: { ...site.images, service: { name: 'netlify' } } })).toEqual(policyOf());
});

test('the policy of a site without comments and embeds allows its own files and images of others', () => {
  expect(policyOf()).toEqual({
    'default-src': "'none'",
    'script-src': `'self' 'wasm-unsafe-eval' ${inline.scripts.map(hashOf).join(' ')}`,
    'style-src': `'self' ${hashOf(inline.style)}`,
    'img-src': "'self' https:",
    'media-src': "'self' https:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'frame-src': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'self'",
    'base-uri': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'warraq warraq-offline',
    'upgrade-insecure-requests': '',
  });
});

test('images come only from the origins that are known, if all of them are', () => {
  const parts = { inline, frames: [] };
  const policy = (imageOrigins: string[]) => composeContentPolicy(site, { ...parts, imageOrigins });
  expect(policy(['https://a.example', 'https://b.example'])).toContain(
    "img-src 'self' https://a.example https://b.example;",
  );
  expect(policy([])).toContain("img-src 'self';");
});

test.each([
  ['a newsroom without a lock', {}, undefined],
  [
    'a newsroom with components of its own',
    { mediaLock: new Map(), components: { ...components, names: ['Map'] } },
    undefined,
  ],
  ['a newsroom with a lock', { mediaLock: new Map() }, ['https://a.example', 'https://b.example', 'https://c.example']],
  [
    'its staging site',
    { mediaLock: new Map(), site: { ...site, stagingOf: 'https://a-real.example/news' } },
    ['https://a-real.example', 'https://a.example', 'https://b.example', 'https://c.example'],
  ],
])('the origins of images are known of %s', (_, fields, origins) => {
  const picture = {
    src: 'https://b.example/x.jpg',
    width: 9,
    height: 6,
    sources: [],
    source: 'https://b.example/x.jpg',
  };
  const one = article(1, {
    picture,
    bodyImages: ['https://a.example/y.jpg', 'https://a.example/z.jpg', 'articles/a.jpg'],
  });
  const author = { ...library([one]).authors[0], portrait: { ...picture, source: 'https://c.example/p.jpg' } };
  const authors = [author as Library['authors'][number]];
  expect(findImageOrigins(library([one], { authors, ...fields }))).toEqual(origins);
});

test('the form of the newsletter may be sent to its provider', () => {
  const newsletter = {
    action: 'https://mail.example/a/subscribe?u=1',
    method: 'post',
    emailField: 'EMAIL',
    hidden: {},
  } as const;
  expect(policyOf({ follow: { channels: [], newsletter } })['form-action']).toBe("'self' https://mail.example");
});

test('the policy of a site with icons of its own allows their manifest', () => {
  const policy = composeContentPolicy(site, { inline, frames: [], hasManifest: true });
  expect(policy.split('; ')).toContain("manifest-src 'self'");
});

describe('comments and embeds add only the origins that they use', () => {
  const player = 'https://www.youtube-nocookie.com';
  const endpoint = 'https://talk.example:8443/thread';
  const origin = 'https://talk.example:8443';
  const giscus = { repository: 'a/b', repositoryId: 'R', category: 'c', categoryId: 'C' };

  it.each<[settings: Parameters<typeof policyOf>[0], added: Record<string, string>]>([
    [{ comments: { provider: 'form', endpoint } }, { 'form-action': `'self' ${origin}` }],
    [
      { comments: { provider: 'waline', endpoint } },
      { 'connect-src': `'self' ${origin}`, 'form-action': `'self' ${origin}` },
    ],
    [
      { comments: { provider: 'isso', endpoint } },
      { 'connect-src': `'self' ${origin}`, 'form-action': `'self' ${origin}` },
    ],
    [
      { comments: { provider: 'remark42', endpoint } },
      { 'connect-src': `'self' ${origin}`, 'form-action': `'self' ${origin}` },
    ],
    [{ comments: { provider: 'giscus', giscus } }, { 'frame-src': 'https://giscus.app' }],
    [{ comments: { provider: 'embed', endpoint: `${endpoint}?page={url}` } }, { 'frame-src': origin }],
    [{ comments: { provider: 'none', endpoint } }, {}],
    [{ frames: [player] }, { 'frame-src': player }],
    [{ frames: [player], comments: { provider: 'giscus', giscus } }, { 'frame-src': `${player} https://giscus.app` }],
  ])('%j', (settings, added) => {
    expect(policyOf(settings)).toEqual({ ...policyOf(), ...added });
  });
});

describe('slots', () => {
  const none: SlotParts = {
    scripts: [],
    styles: [],
    styleAttributes: [],
    hasScripts: false,
    hasOwnFrames: false,
    origins: {},
  };
  const { 'require-trusted-types-for': _require, 'trusted-types': _types, ...untyped } = policyOf();

  it('add the origins that they declare, each once', () => {
    const ads = 'https://*.ads.example';
    const kinds = ['scripts', 'styles', 'images', 'frames', 'connect', 'forms', 'fonts', 'media'] as const;
    const origins = Object.fromEntries(kinds.map((kind) => [kind, [ads]]));
    expect(policyOf({ slots: { ...none, origins }, frames: [ads] })).toEqual({
      ...policyOf(),
      'script-src': `${policyOf()['script-src']} ${ads}`,
      'style-src': `${policyOf()['style-src']} ${ads}`,
      'img-src': `'self' https: ${ads}`,
      'media-src': `'self' https: ${ads}`,
      'font-src': `'self' ${ads}`,
      'connect-src': `'self' ${ads}`,
      'frame-src': ads,
      'form-action': `'self' ${ads}`,
    });
  });

  it('add the hashes of their scripts, styles and style attributes', () => {
    const slots = { ...none, scripts: ['a()'], styles: ['a{}'], styleAttributes: ['color:red'], hasScripts: true };
    expect(policyOf({ slots })).toEqual({
      ...untyped,
      'script-src': `${policyOf()['script-src']} ${hashOf('a()')}`,
      'style-src': `${policyOf()['style-src']} ${hashOf('a{}')} 'unsafe-hashes' ${hashOf('color:red')}`,
    });
  });

  it('may have pages of the site in frames', () => {
    expect(policyOf({ slots: { ...none, hasOwnFrames: true } })).toEqual({ ...policyOf(), 'frame-src': "'self'" });
  });

  it('with scripts end the rule that only Trusted Types become HTML', () => {
    expect(policyOf({ slots: { ...none, hasScripts: true } })).toEqual(untyped);
  });
});

test('a site without TLS may show images without TLS, and its requests are not upgraded', () => {
  const { 'upgrade-insecure-requests': _, ...secure } = policyOf();
  const images = "'self' http:";
  expect(policyOf({ url: 'http://news.example' })).toEqual({ ...secure, 'img-src': images, 'media-src': images });
});
