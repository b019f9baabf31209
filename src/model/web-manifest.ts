import type { Site } from '../schema/site.ts';
import { frontPagePath, hrefTo, iconPath } from './urls.ts';

/** The file that tells phones the name and the icons of a site that a reader puts on the home screen. */
export const manifestPath = '/manifest.webmanifest';

/**
 * Composes the manifest (https://www.w3.org/TR/appmanifest/). The site opens in the browser, with its buttons and its
 * address: it has no way back of its own, and works without a network nowhere.
 * @param paper the colour of the paper in the light theme
 */
export function composeManifest(site: Site, paper: string): string {
  const start = hrefTo(frontPagePath, site);
  const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
    src: hrefTo(`/${name}`, site),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: start,
    name: site.title,
    short_name: site.title,
    description: site.description,
    lang: 'ar',
    dir: 'rtl',
    start_url: start,
    scope: start,
    display: 'browser',
    background_color: paper,
    theme_color: paper,
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable-512.png', 512, 'maskable'),
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** A link to an icon or the manifest, in the head of a page. */
export interface IconLink {
  rel: 'icon' | 'apple-touch-icon' | 'manifest';
  href: string;
  type?: string;
  sizes?: string;
}

/** Lists the links to icons in the head of every page; most of the icons exist only if the newsroom has drawn one. */
export function iconLinks(site: Site, hasOwnIcon: boolean): IconLink[] {
  const drawing: IconLink = { rel: 'icon', href: hrefTo(iconPath, site), type: 'image/svg+xml' };
  if (!hasOwnIcon) return [drawing];
  return [
    { rel: 'icon', href: hrefTo('/favicon.ico', site), sizes: '32x32' },
    drawing,
    { rel: 'apple-touch-icon', href: hrefTo('/apple-touch-icon.png', site) },
    { rel: 'manifest', href: hrefTo(manifestPath, site) },
  ];
}
