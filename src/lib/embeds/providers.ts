import { type Address, type EmbeddedPage, readAddress } from './address.ts';
import { googleMap, openStreetMap } from './maps.ts';

/** The services whose pages an article can embed by their addresses. */
export const embedProviders = [
  'youtube',
  'vimeo',
  'x',
  'instagram',
  'facebook',
  'tiktok',
  'telegram',
  'soundcloud',
  'spotify',
  'openstreetmap',
  'google-maps',
] as const;
export type EmbedProvider = (typeof embedProviders)[number];

export type EmbedKind = 'video' | 'post' | 'audio' | 'map';

export interface Embed extends EmbeddedPage {
  provider: EmbedProvider;
  kind: EmbedKind;
}

interface Provider {
  kind: EmbedKind;
  /** The only origin that its frames are loaded from: the one with the fewest cookies that the provider offers. */
  origin: string;
  /** Reads the address of a page or of a frame; undefined if it is that of anything else. */
  read(address: Address, origin: string): EmbeddedPage | undefined;
}

const providers: Record<EmbedProvider, Provider> = {
  youtube: { kind: 'video', origin: 'https://www.youtube-nocookie.com', read: youtube },
  vimeo: { kind: 'video', origin: 'https://player.vimeo.com', read: vimeo },
  x: { kind: 'post', origin: 'https://platform.twitter.com', read: x },
  instagram: { kind: 'post', origin: 'https://www.instagram.com', read: instagram },
  facebook: { kind: 'post', origin: 'https://www.facebook.com', read: facebook },
  tiktok: { kind: 'video', origin: 'https://www.tiktok.com', read: tiktok },
  telegram: { kind: 'post', origin: 'https://t.me', read: telegram },
  soundcloud: { kind: 'audio', origin: 'https://w.soundcloud.com', read: soundcloud },
  spotify: { kind: 'audio', origin: 'https://open.spotify.com', read: spotify },
  openstreetmap: { kind: 'map', origin: 'https://www.openstreetmap.org', read: openStreetMap },
  'google-maps': { kind: 'map', origin: 'https://www.google.com', read: googleMap },
};

/** Returns the origin of a provider's frames. */
export function frameOrigin(provider: EmbedProvider): string {
  return providers[provider].origin;
}

/** Finds out which provider a URL leads to, and what its frame is; undefined if it can only be linked to. */
export function findEmbed(url: string): Embed | undefined {
  const address = readAddress(url);
  if (address === undefined) return undefined;
  for (const provider of embedProviders) {
    const { kind, origin, read } = providers[provider];
    const found = read(address, origin);
    if (found) return { provider, kind, ...found };
  }
  return undefined;
}

function youtube({ host, path, query }: Address, origin: string): EmbeddedPage | undefined {
  const isShort = host === 'youtu.be';
  if (!isShort && !/^(?:music\.)?youtube(?:-nocookie)?\.com$/.test(host)) return undefined;
  const list = /^[\w-]{10,60}$/.exec(query.get('list') ?? '')?.[0];
  if ((path === '/playlist' || path === '/embed/videoseries') && list !== undefined)
    return {
      frame: `${origin}/embed/videoseries?list=${list}&rel=0&hl=ar`,
      page: `https://www.youtube.com/playlist?list=${list}`,
      shape: 'wide',
    };
  const written = isShort ? path.slice(1) : (/^\/(?:shorts|live|embed|v)\/([^/]+)$/.exec(path)?.[1] ?? '');
  const id = path === '/watch' && !isShort ? (query.get('v') ?? '') : written;
  // The frame of a playlist whose id is none is at the address of a video.
  if (!/^[\w-]{11}$/.test(id) || id === 'videoseries') return undefined;
  const start = secondsOf(query.get('t') ?? query.get('start') ?? '');
  return {
    frame: `${origin}/embed/${id}?autoplay=1&rel=0&hl=ar${start === 0 ? '' : `&start=${start}`}`,
    page: `https://www.youtube.com/watch?v=${id}${start === 0 ? '' : `&t=${start}`}`,
    shape: path.startsWith('/shorts/') ? 'tall' : 'wide',
  };
}

/** Reads the moment at which a video begins: `90`, `90s` or `1m30s`. */
function secondsOf(written: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(written) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function vimeo({ host, path, query }: Address, origin: string): EmbeddedPage | undefined {
  const pattern =
    host === 'player.vimeo.com'
      ? /^\/video\/(\d{5,12})$/
      : /^\/(?:channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{5,12})(?:\/([\da-f]{6,20}))?$/;
  if (host !== 'vimeo.com' && host !== 'player.vimeo.com') return undefined;
  const [, id, inPath] = pattern.exec(path) ?? [];
  if (id === undefined) return undefined;
  const hash = inPath ?? /^[\da-f]{6,20}$/.exec(query.get('h') ?? '')?.[0];
  return {
    frame: `${origin}/video/${id}?dnt=1&autoplay=1${hash === undefined ? '' : `&h=${hash}`}`,
    page: `https://vimeo.com/${id}${hash === undefined ? '' : `/${hash}`}`,
    shape: 'wide',
  };
}

function x({ host, path, query }: Address, origin: string): EmbeddedPage | undefined {
  const isFrame = host === 'platform.twitter.com' && /^\/embed\/Tweet\.html$/i.test(path);
  if (!isFrame && host !== 'x.com' && host !== 'twitter.com') return undefined;
  const written = isFrame
    ? query.get('id')
    : /^\/(?:\w{1,30}|i\/web)\/status(?:es)?\/(\d+)(?:\/(?:photo|video)\/\d)?$/.exec(path)?.[1];
  if (!/^\d{2,25}$/.test(written ?? '')) return undefined;
  return {
    frame: `${origin}/embed/Tweet.html?id=${written}&lang=ar&dnt=true`,
    page: isFrame ? `https://x.com/i/status/${written}` : `https://x.com${path}`,
    shape: 'tall',
  };
}

function instagram({ host, path }: Address, origin: string): EmbeddedPage | undefined {
  if (host !== 'instagram.com') return undefined;
  const [, kind = '', code] =
    /^\/(?:[\w.]{1,40}\/)?(p|reels?|tv)\/([\w-]{5,40})(?:\/embed(?:\/captioned)?)?$/.exec(path) ?? [];
  if (code === undefined) return undefined;
  const page = `https://www.instagram.com/${kind.replace('reels', 'reel')}/${code}/`;
  return { frame: `${page.replace('https://www.instagram.com', origin)}embed/`, page, shape: 'tall' };
}

const facebookVideo = /^\/(?:[^/]+\/videos(?:\/[^/]+)?\/\d+|reel\/\d+)$/;
const facebookPost =
  /^\/(?:[^/]+\/posts(?:\/[^/]+){1,2}|[^/]+\/photos(?:\/[^/]+){1,2}|groups\/[^/]+\/(?:posts|permalink)\/\d+)$/;
/** Pages that are named by their query alone: the parameters that name them. */
const facebookQueries: Readonly<Record<string, readonly string[]>> = {
  '/watch': ['v'],
  '/video.php': ['v'],
  '/permalink.php': ['story_fbid', 'id'],
  '/story.php': ['story_fbid', 'id'],
  '/photo.php': ['fbid'],
  '/photo': ['fbid'],
};

function facebook({ host, path, query }: Address, origin: string): EmbeddedPage | undefined {
  if (!/^(?:[a-z]{2}-[a-z]{2}\.)?facebook\.com$/.test(host)) return undefined;
  if (/^\/plugins\/(?:post|video)\.php$/.test(path)) {
    const page = query.get('href') ?? '';
    const inner = /\/plugins\//.test(page) ? undefined : readAddress(page);
    return inner && facebook(inner, origin);
  }
  const named = facebookQueries[path]?.map((name) => [name, query.get(name) ?? '']);
  const isNamed = named?.every(([, value = '']) => /^[\w.-]{3,120}$/.test(value)) ?? false;
  if (!isNamed && !facebookVideo.test(path) && !facebookPost.test(path)) return undefined;
  const page = `https://www.facebook.com${path}${isNamed ? `?${new URLSearchParams(named)}` : ''}`;
  const isVideo = facebookVideo.test(path) || path === '/watch' || path === '/video.php';
  const options = isVideo ? 'video.php?show_text=false&' : 'post.php?show_text=true&';
  return {
    frame: `${origin}/plugins/${options}locale=ar_AR&href=${encodeURIComponent(page)}`,
    page,
    shape: isVideo && !path.startsWith('/reel/') ? 'wide' : 'tall',
  };
}

function tiktok({ host, path }: Address, origin: string): EmbeddedPage | undefined {
  if (host !== 'tiktok.com') return undefined;
  const [, id] = /^\/(?:@[\w.]{1,40}\/video\/|embed\/(?:v2\/)?|player\/v1\/)(\d{5,25})$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  return { frame: `${origin}/embed/v2/${id}`, page: `https://www.tiktok.com${path}`, shape: 'tall' };
}

function telegram({ host, path }: Address, origin: string): EmbeddedPage | undefined {
  if (host !== 't.me' && host !== 'telegram.me') return undefined;
  const [, channel, post] = /^\/(?:s\/)?([a-z]\w{3,31})\/(\d{1,10})$/i.exec(path) ?? [];
  if (channel === undefined) return undefined;
  const page = `https://t.me/${channel}/${post}`;
  return { frame: `${origin}/${channel}/${post}?embed=1`, page, shape: 'tall' };
}

/** First parts of paths that are no names of people, and second parts that are no names of tracks. */
const soundcloudPages = /^\/(?:discover|search|you|stream|upload|charts|pages|jobs|settings|tags|terms-of-use)\//;
const soundcloudLists = /\/(?:tracks|albums|sets|reposts|likes|followers|following|comments|popular-tracks)$/;

function soundcloud({ host, path, query }: Address, origin: string): EmbeddedPage | undefined {
  const isFrame = host === 'w.soundcloud.com' && path === '/player';
  if (!isFrame && host !== 'soundcloud.com') return undefined;
  const page = isFrame ? (query.get('url') ?? '') : `https://soundcloud.com${path}`;
  const sounds = /^https:\/\/(?:api\.)?soundcloud\.com(\/[\w-]+\/(?:sets\/)?[\w:%-]+)$/.exec(page)?.[1];
  if (sounds === undefined || soundcloudPages.test(sounds) || soundcloudLists.test(sounds)) return undefined;
  const frame = `${origin}/player/?url=${encodeURIComponent(page)}&auto_play=true&show_teaser=false`;
  return {
    frame,
    page: page.startsWith('https://api.') ? frame.replace('&auto_play=true&show_teaser=false', '') : page,
    shape: 'low',
  };
}

function spotify({ host, path }: Address, origin: string): EmbeddedPage | undefined {
  if (host !== 'open.spotify.com') return undefined;
  const [, kind = '', id] =
    /^\/(?:intl-[a-z]{2}\/)?(?:embed\/)?(track|album|playlist|episode|show|artist)\/(\w{10,40})$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  return {
    frame: `${origin}/embed/${kind}/${id}`,
    page: `https://open.spotify.com/${kind}/${id}`,
    shape: 'low',
  };
}
