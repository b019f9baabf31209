import { createHmac, createSecretKey } from 'node:crypto';
import { decodePart } from './decode-path.ts';

/** Those that make the sizes of photographs when they are asked for; the last one makes none. */
export const imageServiceNames = ['cloudflare', 'netlify', 'vercel', 'imgproxy', 'none-but-originals'] as const;
export type ImageServiceName = (typeof imageServiceNames)[number];

/** A service, with what its addresses are made from. */
export interface ImageService {
  name: ImageServiceName;
  /** The address of the site, from which imgproxy fetches the originals. */
  siteUrl: string;
  /** The address of imgproxy, without a slash at its end. */
  address?: string;
  /** What imgproxy expects addresses to be signed with, in hexadecimal. */
  signing?: ImageSigning;
}

export interface ImageSigning {
  key: string;
  salt: string;
}

/** A size of a picture. */
export interface ResizeRequest {
  /** In pixels. No service enlarges a picture that is narrower. */
  width: number;
  /** Set for a crop of exactly this size, which may be enlarged. */
  height?: number;
  /** What a crop keeps in sight; default: what is most striking. */
  keep?: 'face';
  /** Default: the best format that the browser shows. */
  format?: 'avif' | 'webp' | 'jpg' | 'png';
}

/** The quality that services are asked for, from 1 to 100. */
export const serviceQuality = 75;

/** The hosts whose sites are always behind their own servers, where no other host's service answers. */
const ownServers = ['netlify', 'vercel', 'github', 'gitlab'];

/**
 * Whether a service works for a site on a host. Cloudflare's works for every domain behind it, and so before a server of
 * one's own too; those of Netlify and Vercel only for their own sites. It is not known of the host `none`.
 */
export function servesOn(service: ImageServiceName, host: string): boolean {
  if (service === 'cloudflare') return !ownServers.includes(host);
  return (service !== 'netlify' && service !== 'vercel') || host === service || host === 'none';
}

/** Whether a service answers at a domain: Cloudflare's has to be enabled for one, which nobody can for its own. */
export function servesAt(service: ImageServiceName, hostname: string): boolean {
  return service !== 'cloudflare' || !/(?:^|\.)(?:pages|workers)\.dev$/.test(hostname);
}

/** Whether a service cuts pictures to a given shape. Vercel's takes a width only. */
export function cropsPictures({ name }: Pick<ImageService, 'name'>): boolean {
  return name !== 'vercel' && name !== 'none-but-originals';
}

/** Whether a service chooses the format by what the browser accepts. imgproxy does only if it is configured to. */
export function choosesFormat({ name }: Pick<ImageService, 'name'>): boolean {
  return name !== 'imgproxy' && name !== 'none-but-originals';
}

/**
 * Returns the address at which a service makes a size of an original: a path on the host of the site, or a whole
 * address on that of imgproxy. `original` is a path as pages write it, below the base path of the site, or the absolute
 * address of a picture elsewhere. What a service cannot do is left out: a crop at Vercel, everything without a service.
 */
export function resizedUrl(service: ImageService, original: string, request: ResizeRequest): string {
  return addressWriters[service.name](original, request, service);
}

type WriteAddress = (original: string, request: ResizeRequest, service: ImageService) => string;

const addressWriters: Readonly<Record<ImageServiceName, WriteAddress>> = {
  cloudflare: writeCloudflare,
  netlify: writeNetlify,
  vercel: writeVercel,
  imgproxy: writeImgproxy,
  'none-but-originals': (original) => original,
};

const prefixes = { cloudflare: '/cdn-cgi/image/', netlify: '/.netlify/images', vercel: '/_vercel/image' } as const;

/** https://developers.cloudflare.com/images/optimization/features/; the original follows, not encoded. */
function writeCloudflare(original: string, { width, height, keep, format }: ResizeRequest): string {
  const options = [
    `width=${width}`,
    ...(height === undefined ? [] : [`height=${height}`, 'fit=cover', `gravity=${keep ?? 'auto'}`]),
    // It knows no `png`: without a format, a picture keeps its own.
    ...(format === 'png' ? [] : [`format=${format === 'jpg' ? 'jpeg' : (format ?? 'auto')}`]),
    `quality=${serviceQuality}`,
    // A zone whose plan has no more sizes this month answers with an error otherwise. Other zones ignore it.
    'onerror=redirect',
  ];
  return `${prefixes.cloudflare}${options.join(',')}${original.startsWith('/') ? '' : '/'}${original}`;
}

/** https://docs.netlify.com/build/image-cdn/overview/ */
function writeNetlify(original: string, { width, height, format }: ResizeRequest): string {
  const crop = height === undefined ? [] : [`h=${height}`, 'fit=cover'];
  const inFormat = format === undefined ? [] : [`fm=${format}`];
  const query = [`url=${inQuery(original)}`, `w=${width}`, ...crop, ...inFormat, `q=${serviceQuality}`];
  return `${prefixes.netlify}?${query.join('&')}`;
}

/** https://vercel.com/docs/image-optimization: `w` and `q` must be in the settings that `model/host-images.ts` writes. */
function writeVercel(original: string, { width }: ResizeRequest): string {
  return `${prefixes.vercel}?url=${inQuery(original)}&w=${width}&q=${serviceQuality}`;
}

/** https://docs.imgproxy.net/usage/processing */
function writeImgproxy(
  original: string,
  { width, height, format }: ResizeRequest,
  { siteUrl, address = '', signing }: ImageService,
): string {
  const size = height === undefined ? `rs:fit:${width}` : `rs:fill:${width}:${height}:1/g:sm`;
  const source = new URL(original, siteUrl).href.replace(/[%?@]/g, encodeURIComponent);
  const path = `/${size}/q:${serviceQuality}/plain/${source}${format === undefined ? '' : `@${format}`}`;
  return `${address}/${signing === undefined ? 'unsafe' : signImgproxy(path, signing)}${path}`;
}

/** https://docs.imgproxy.net/usage/signing_url */
function signImgproxy(path: string, { key, salt }: ImageSigning): string {
  return createHmac('sha256', createSecretKey(key, 'hex')).update(salt, 'hex').update(path).digest('base64url');
}

/** Encodes what has a meaning in a query, and leaves the slashes of a path as they are read best. */
function inQuery(original: string): string {
  return encodeURIComponent(original).replaceAll('%2F', '/');
}

/**
 * Whether a path is that of a service on the host of the site. Such a path has the base path of the site inside, and
 * none before it.
 */
export function isServicePath(path: string): boolean {
  return Object.values(prefixes).some((prefix) => path.startsWith(prefix));
}

/** What stands before the original in an address of a service, and what follows it. */
const addresses: readonly RegExp[] = [
  /^\/cdn-cgi\/image\/[^/]+\/?(?<original>\/.*|https?:.*)$/,
  /^\/(?:\.netlify\/images|_vercel\/image)\?url=(?<encoded>[^&]+)&.*$/,
  /^https?:\/\/[^/]+(?:\/[^/]+)*?\/q:\d+\/plain\/(?<encoded>[^@]+)(?:@\w+)?$/,
];

/** Returns the original that an address of a service names, as `resizedUrl` was given it; undefined for other addresses. */
export function originalOf(address: string): string | undefined {
  for (const pattern of addresses) {
    const { original, encoded } = pattern.exec(address)?.groups ?? {};
    if (original !== undefined) return original;
    if (encoded !== undefined) return decodePart(encoded);
  }
  return undefined;
}
