import { giscusOrigin } from '../lib/comments/giscus.ts';
import { policyHash } from '../lib/digest.ts';
import type { CommentSettings, Site } from '../schema/site.ts';
import type { SlotParts } from './page-slots.ts';

/** What a content policy has to allow besides files of the site itself. */
export interface PageParts {
  /** The scripts and the style that the engine writes into pages. */
  inline: { scripts: readonly string[]; style: string };
  /** The origins of the frames that bodies can load. */
  frames: readonly string[];
  /** What slots need; undefined if there are none. */
  slots?: SlotParts;
  /** Whether the pages name a manifest. */
  hasManifest?: boolean;
  /** The origins of the images of other sites, if all of them are known. */
  imageOrigins?: readonly string[] | undefined;
}

/**
 * The policy for SVG files. Drawing programs write styles into them, and Firefox applies the policy of an SVG file to
 * it even where it is an image in a page.
 */
export const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/**
 * Composes the `Content-Security-Policy` of the site. What has no directive of its own, such as plugins, falls under
 * `default-src 'none'`. Images and media in bodies may come from other sites: media from all of them, images from those
 * that the lock of a newsroom names, if it has one, and from imgproxy. `warraq` is the Trusted Types policy in
 * `client/search/worker-script.ts`, `warraq-offline` the one in `client/reader/offline-copies.ts`.
 */
export function composeContentPolicy(
  { url, comments, follow, images }: Pick<Site, 'url' | 'comments' | 'follow' | 'images'>,
  parts: PageParts,
): string {
  const { requests, forms, frames } = commentOrigins(comments);
  const { protocol } = new URL(url);
  const { inline, slots = noSlots, imageOrigins } = parts;
  const allowed = (kind: keyof SlotParts['origins']) => slots.origins[kind] ?? [];
  const directives: [name: string, ...sources: string[]][] = [
    ['default-src', "'none'"],
    [
      'script-src',
      "'self'",
      "'wasm-unsafe-eval'",
      ...hashesOf([...inline.scripts, ...slots.scripts]),
      ...allowed('scripts'),
    ],
    [
      'style-src',
      "'self'",
      ...hashesOf([inline.style, ...slots.styles]),
      ...styleAttributes(slots),
      ...allowed('styles'),
    ],
    [
      'img-src',
      "'self'",
      ...(imageOrigins ? [...imageOrigins, ...imgproxyOrigin(images)] : [protocol]),
      ...allowed('images'),
    ],
    ['media-src', "'self'", protocol, ...allowed('media')],
    ['font-src', "'self'", ...allowed('fonts')],
    ['connect-src', "'self'", ...requests, ...imgproxyOrigin(images), ...allowed('connect')],
    ['worker-src', "'self'"],
    ...(parts.hasManifest ? [['manifest-src', "'self'"] satisfies [string, string]] : []),
    ['frame-src', ...(slots.hasOwnFrames ? ["'self'"] : []), ...parts.frames, ...frames, ...allowed('frames')],
    ['form-action', "'self'", ...forms, ...newsletterOrigin(follow), ...allowed('forms')],
    ['frame-ancestors', "'self'"],
    ['base-uri', "'none'"],
    ...(slots.hasScripts ? [] : trustedTypes),
  ];
  return [
    ...directives.map(([name, ...sources]) =>
      [name, ...(sources.length === 0 ? ["'none'"] : new Set(sources))].join(' '),
    ),
    ...(protocol === 'https:' ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

const noSlots: SlotParts = {
  scripts: [],
  styles: [],
  styleAttributes: [],
  hasScripts: false,
  hasOwnFrames: false,
  origins: {},
};

/** Not for slots with scripts: those of other services write HTML as strings, which Trusted Types refuse. */
const trustedTypes: [name: string, ...sources: string[]][] = [
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', 'warraq', 'warraq-offline'],
];

function hashesOf(sources: readonly string[]): string[] {
  return sources.map(policyHash);
}

function styleAttributes({ styleAttributes: written }: SlotParts): string[] {
  return written.length === 0 ? [] : ["'unsafe-hashes'", ...written.map(policyHash)];
}

/** Returns the origin of imgproxy, from which the service worker of saved articles asks for pictures too. */
function imgproxyOrigin({ service }: Site['images']): string[] {
  return service?.address === undefined ? [] : [new URL(service.address).origin];
}

/** Returns the origin that browsers send the form of the newsletter to. */
function newsletterOrigin({ newsletter }: Site['follow']): string[] {
  return newsletter ? [new URL(newsletter.action).origin] : [];
}

interface CommentOrigins {
  /** Those that scripts send requests to. */
  requests: string[];
  /** Those that browsers post the form to. */
  forms: string[];
  frames: string[];
}

function commentOrigins({ provider, endpoint }: CommentSettings): CommentOrigins {
  const none: CommentOrigins = { requests: [], forms: [], frames: [] };
  if (provider === 'giscus') return { ...none, frames: [giscusOrigin] };
  if (provider === 'none' || endpoint === undefined) return none;
  const origins = [new URL(endpoint).origin];
  if (provider === 'embed') return { ...none, frames: origins };
  return { ...none, forms: origins, ...(provider !== 'form' && { requests: origins }) };
}
