import type { Site } from '../schema/site.ts';
import { composeContentPolicy, drawingPolicy, type PageParts } from './content-policy.ts';

/** A header that a host sends with every file, besides those for caching. */
export interface SecurityHeader {
  name: string;
  value: string;
  /** Sent with SVG files instead of `value`. */
  drawingValue?: string;
  /** Sent though the owner's rules name it, also for the paths of these. */
  isSentAlways?: true;
}

/**
 * Features of browsers that no page uses; an embedded frame cannot use them either. Only features that browsers know on
 * every platform are named: Chrome reports others as an error in the console.
 */
const deniedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];
const twoYears = 2 * 365 * 24 * 60 * 60;

/** Browsers ignore these two on a site without TLS, some of them with an error in the console. */
const withTls: SecurityHeader[] = [
  { name: 'Strict-Transport-Security', value: `max-age=${twoYears}` },
  { name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/**
 * Composes the security headers of the site. There is no `Cross-Origin-Resource-Policy`: readers of feeds show the
 * site's images in pages of their own.
 */
export function composeSecurityHeaders(
  site: Pick<Site, 'url' | 'comments' | 'follow' | 'images'>,
  parts: PageParts,
): SecurityHeader[] {
  // `clipboard-write` is for the button that copies the short link.
  const features = [...deniedFeatures.map((feature) => `${feature}=()`), 'clipboard-write=(self)'];
  return [
    { name: 'Content-Security-Policy', value: composeContentPolicy(site, parts), drawingValue: drawingPolicy },
    { name: 'X-Content-Type-Options', value: 'nosniff' },
    { name: 'X-Frame-Options', value: 'SAMEORIGIN' },
    { name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    { name: 'Permissions-Policy', value: features.join(', ') },
    ...(site.url.startsWith('https:') ? withTls : []),
  ];
}

/** Returns the headers for search engines: feeds, images and other files have no place for a `noindex` of their own. */
export function composeRobotsHeaders({ indexed }: Pick<Site, 'indexed'>): SecurityHeader[] {
  return indexed ? [] : [{ name: 'X-Robots-Tag', value: 'noindex', isSentAlways: true }];
}
