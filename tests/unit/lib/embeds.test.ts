import { describe, expect, it, test } from 'vitest';
import { embedProviders, findEmbed, frameOrigin } from '../../../src/lib/embeds/providers.ts';

const seen = new Set<string>();

describe('an address that can be embedded', () => {
  const tube = 'https://www.youtube-nocookie.com/embed/aB3_dE-fG7h?autoplay=1&rel=0&hl=ar';
  const bounds = 'bbox=31.22883%2C30.04106%2C31.24257%2C30.04774&layer=mapnik';
  it.each([
    ['https://www.youtube.com/watch?v=aB3_dE-fG7h', 'youtube', 'wide', tube],
    ['http://youtube.com/watch?list=PL1&v=aB3_dE-fG7h&t=10s', 'youtube', 'wide', `${tube}&start=10`],
    ['https://youtu.be/aB3_dE-fG7h?si=x&t=1m30s', 'youtube', 'wide', `${tube}&start=90`],
    ['https://m.youtube.com/shorts/aB3_dE-fG7h', 'youtube', 'tall', tube],
    ['https://www.youtube.com/live/aB3_dE-fG7h?feature=share', 'youtube', 'wide', tube],
    [
      'https://www.youtube.com/playlist?list=PLabcdefghij',
      'youtube',
      'wide',
      'https://www.youtube-nocookie.com/embed/videoseries?list=PLabcdefghij&rel=0&hl=ar',
    ],
    ['https://vimeo.com/76979871', 'vimeo', 'wide', 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1'],
    [
      'https://vimeo.com/76979871/8272103f6e',
      'vimeo',
      'wide',
      'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=8272103f6e',
    ],
    [
      'https://twitter.com/raff_news/status/1234567890123456789?s=20',
      'x',
      'tall',
      'https://platform.twitter.com/embed/Tweet.html?id=1234567890123456789&lang=ar&dnt=true',
    ],
    [
      'https://x.com/i/web/status/1234567890/photo/1',
      'x',
      'tall',
      'https://platform.twitter.com/embed/Tweet.html?id=1234567890&lang=ar&dnt=true',
    ],
    [
      'https://www.instagram.com/p/CxYz_12-abc/?igsh=1',
      'instagram',
      'tall',
      'https://www.instagram.com/p/CxYz_12-abc/embed/',
    ],
    [
      'https://instagram.com/raff/reel/CxYz_12-abc/',
      'instagram',
      'tall',
      'https://www.instagram.com/reel/CxYz_12-abc/embed/',
    ],
    [
      'https://m.facebook.com/raff.news/posts/pfbid02abc?locale=ar',
      'facebook',
      'tall',
      'https://www.facebook.com/plugins/post.php?show_text=true&locale=ar_AR&href=https%3A%2F%2Fwww.facebook.com%2Fraff.news%2Fposts%2Fpfbid02abc',
    ],
    [
      'https://www.facebook.com/permalink.php?story_fbid=123&id=456&x=1',
      'facebook',
      'tall',
      'https://www.facebook.com/plugins/post.php?show_text=true&locale=ar_AR&href=https%3A%2F%2Fwww.facebook.com%2Fpermalink.php%3Fstory_fbid%3D123%26id%3D456',
    ],
    [
      'https://ar-ar.facebook.com/watch/?v=1234567',
      'facebook',
      'wide',
      'https://www.facebook.com/plugins/video.php?show_text=false&locale=ar_AR&href=https%3A%2F%2Fwww.facebook.com%2Fwatch%3Fv%3D1234567',
    ],
    [
      'https://www.tiktok.com/@raff.news/video/7123456789012345678',
      'tiktok',
      'tall',
      'https://www.tiktok.com/embed/v2/7123456789012345678',
    ],
    ['https://t.me/raff_news/45', 'telegram', 'tall', 'https://t.me/raff_news/45?embed=1'],
    ['https://t.me/s/raff_news/45?single', 'telegram', 'tall', 'https://t.me/raff_news/45?embed=1'],
    [
      'https://soundcloud.com/raff/bell-tower',
      'soundcloud',
      'low',
      'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fraff%2Fbell-tower&auto_play=true&show_teaser=false',
    ],
    [
      'https://open.spotify.com/intl-ar/episode/4rOoJ6Egrf8K2IrywzwOMk?si=1',
      'spotify',
      'low',
      'https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk',
    ],
    [
      'https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk',
      'spotify',
      'low',
      'https://open.spotify.com/embed/show/4rOoJ6Egrf8K2IrywzwOMk',
    ],
    [
      'https://www.openstreetmap.org/#map=16/30.0444/31.2357',
      'openstreetmap',
      'wide',
      `https://www.openstreetmap.org/export/embed.html?${bounds}`,
    ],
    [
      'https://www.openstreetmap.org/?mlat=30.0444&mlon=31.2357#map=16/30.0444/31.2357',
      'openstreetmap',
      'wide',
      `https://www.openstreetmap.org/export/embed.html?${bounds}&marker=30.0444%2C31.2357`,
    ],
    [
      'https://www.google.com/maps/@30.0444,31.2357,15.5z',
      'google-maps',
      'wide',
      'https://www.google.com/maps?q=30.0444%2C31.2357&z=15&hl=ar&output=embed',
    ],
    [
      'https://www.google.com.eg/maps/place/%D8%A8%D8%B1%D8%AC/@30.04,31.23,17z/data=!3m1!4b1!3d30.0459!4d31.2243',
      'google-maps',
      'wide',
      'https://www.google.com/maps?q=30.0459%2C31.2243&z=17&hl=ar&output=embed',
    ],
    [
      'https://maps.google.com/?q=30.1,31.2',
      'google-maps',
      'wide',
      'https://www.google.com/maps?q=30.1%2C31.2&z=15&hl=ar&output=embed',
    ],
    [
      'https://www.google.com/maps/search/?api=1&query=%D8%B1%D9%81',
      'google-maps',
      'wide',
      'https://www.google.com/maps?q=%D8%B1%D9%81&z=15&hl=ar&output=embed',
    ],
  ])('%s', (url, provider, shape, frame) => {
    expect(findEmbed(url)).toMatchObject({ provider, shape, frame });
    seen.add(provider);
  });

  it('is in the table for every provider, and its frame is on the one origin of the provider', () => {
    expect([...seen].sort()).toEqual([...embedProviders].sort());
    for (const provider of embedProviders) expect(new URL(frameOrigin(provider)).origin).toBe(frameOrigin(provider));
  });
});

describe('the address of a frame', () => {
  it.each([
    ['https://www.youtube-nocookie.com/embed/aB3_dE-fG7h?start=3', 'https://www.youtube.com/watch?v=aB3_dE-fG7h&t=3'],
    ['//player.vimeo.com/video/76979871', 'https://vimeo.com/76979871'],
    ['https://platform.twitter.com/embed/Tweet.html?dnt=false&id=1234567890', 'https://x.com/i/status/1234567890'],
    ['https://www.instagram.com/p/CxYz_12-abc/embed/captioned/', 'https://www.instagram.com/p/CxYz_12-abc/'],
    [
      'https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/raff/bell-tower&color=ff5500',
      'https://soundcloud.com/raff/bell-tower',
    ],
    [
      'https://open.spotify.com/embed/track/4rOoJ6Egrf8K2IrywzwOMk',
      'https://open.spotify.com/track/4rOoJ6Egrf8K2IrywzwOMk',
    ],
    ['https://t.me/raff_news/45?embed=1', 'https://t.me/raff_news/45'],
  ])('%s leads to the page %s', (frame, page) => {
    expect(findEmbed(frame)?.page).toBe(page);
  });

  it.each([
    'https://www.google.com/maps/embed?pb=!1m18!1m12',
    'https://www.openstreetmap.org/export/embed.html?bbox=31.1%2C30.0%2C31.2%2C30.1&layer=mapnik',
    'https://www.tiktok.com/embed/v2/7123456789012345678',
    'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/12345',
  ])('%s has a page that can be embedded itself', (frame) => {
    const found = findEmbed(frame);
    expect(findEmbed(found?.page ?? '')?.frame).toBe(found?.frame);
  });
});

test.each([
  'https://www.youtube.com/@someone',
  'https://www.youtube.com/watch?v=short',
  'https://youtube.com.example/watch?v=aB3_dE-fG7h',
  'https://example.com/?u=https://youtu.be/aB3_dE-fG7h',
  'https://user@youtu.be/aB3_dE-fG7h',
  'https://youtu.be:8080/aB3_dE-fG7h',
  'ftp://youtu.be/aB3_dE-fG7h',
  'https://vimeo.com/blog',
  'https://x.com/raff_news',
  'https://x.com/raff_news/status/1/likes',
  'https://www.instagram.com/raff/',
  'https://www.facebook.com/raff.news',
  'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fevil.example%2F',
  'https://www.tiktok.com/@raff.news',
  'https://t.me/raff_news',
  'https://t.me/c/1234567/45',
  'https://soundcloud.com/raff',
  'https://soundcloud.com/discover/sets',
  'https://w.soundcloud.com/player/?url=https%3A%2F%2Fevil.example%2Fa',
  'https://open.spotify.com/user/raff',
  'https://www.openstreetmap.org/about',
  'https://www.openstreetmap.org/#map=16/300/31.2357',
  'https://www.google.com/search?q=map',
  'https://www.google.com/maps/dir/A/B',
  'https://evilgoogle.com/maps?q=1,2',
  `https://youtu.be/aB3_dE-fG7h?${'a'.repeat(3000)}`,
  '/maps',
  '',
])('%s cannot be embedded', (url) => {
  expect(findEmbed(url)).toBeUndefined();
});

test('a frame is always on the origin of its provider, whatever the address has in it', () => {
  const parts = ['"><script>', '%22%3E', '..%2f..', '@evil.example', '#"', '&autoplay=1', '\\', 'خبر'];
  const pages = [
    'https://youtu.be/aB3_dE-fG7h?t=',
    'https://x.com/a/status/123456',
    'https://www.facebook.com/raff/posts/',
    'https://soundcloud.com/raff/',
    'https://www.google.com/maps?q=',
    'https://www.google.com/maps/embed?pb=',
    'https://www.openstreetmap.org/?mlat=1&mlon=2&a=',
  ];
  for (const url of pages.flatMap((page) => parts.map((part) => page + part))) {
    const found = findEmbed(url);
    if (!found) continue;
    expect(found.frame.startsWith(`${frameOrigin(found.provider)}/`), url).toBe(true);
    expect(found.frame, url).not.toMatch(/["<>\s\\]/);
  }
});
