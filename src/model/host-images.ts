import { serviceQuality } from '../lib/image-services.ts';
import { imageFolder } from '../lib/paths.ts';
import { widestFallback } from '../lib/picture-sizes.ts';
import type { ImageSettings } from '../schema/images.ts';
import type { HostFile } from './host.ts';
import { encodePath } from './urls.ts';

/** https://vercel.com/docs/project-configuration#images: the patterns are regular expressions. */
interface VercelImages {
  sizes: number[];
  qualities: number[];
  localPatterns: { pathname: string; search: string }[];
  remotePatterns?: { protocol: 'https'; hostname: string }[];
  formats?: string[];
  minimumCacheTTL: number;
  contentDispositionType: 'inline';
}

/** In seconds. A photo has another address when its bytes change. */
const year = 365 * 24 * 60 * 60;

/**
 * Writes the settings without which Vercel's service answers no request: the widths, the quality, and whose pictures it
 * may take. `own` is the owner's `vercel.json` in `public/`, whose settings are kept; `remoteOrigins` are those of
 * pictures of other sites, which pages show too. Undefined if another service makes the sizes.
 */
export function writeImageSettings(
  images: ImageSettings,
  own: string | undefined,
  base: string,
  remoteOrigins: readonly string[] = [],
): HostFile | undefined {
  if (images.service?.name !== 'vercel') return undefined;
  const settings = JSON.parse(own ?? '{}') as { images?: Partial<VercelImages> };
  const merged = mergeImages(settings.images ?? {}, composeVercelImages(images, base, remoteOrigins));
  return { path: 'vercel.json', content: `${JSON.stringify({ ...settings, images: merged }, null, 2)}\n` };
}

function composeVercelImages(
  { widths, formats }: ImageSettings,
  base: string,
  remoteOrigins: readonly string[],
): VercelImages {
  return {
    sizes: union(widths, [widestFallback]),
    qualities: [serviceQuality],
    localPatterns: [{ pathname: `^${escapePattern(encodePath(base))}/${imageFolder}/.*$`, search: '' }],
    ...(remoteOrigins.length > 0 && {
      remotePatterns: remoteOrigins.map((origin) => ({
        protocol: 'https',
        hostname: `^${escapePattern(new URL(origin).hostname)}$`,
      })),
    }),
    ...(formats.length > 0 && { formats: formats.map((format) => `image/${format}`) }),
    minimumCacheTTL: year,
    // Otherwise a picture that is opened by itself is saved as a file.
    contentDispositionType: 'inline',
  };
}

/** The lists of both hold; of what is one value, the owner's does. */
function mergeImages(own: Partial<VercelImages>, ours: VercelImages): VercelImages {
  const remotePatterns = [...(own.remotePatterns ?? []), ...(ours.remotePatterns ?? [])];
  return {
    ...ours,
    ...own,
    sizes: union(own.sizes, ours.sizes),
    qualities: union(own.qualities, ours.qualities),
    localPatterns: [...(own.localPatterns ?? []), ...ours.localPatterns],
    ...(remotePatterns.length > 0 && { remotePatterns }),
  };
}

function union(first: readonly number[] = [], second: readonly number[] = []): number[] {
  return [...new Set([...first, ...second])].sort((a, b) => a - b);
}

function escapePattern(text: string): string {
  return text.replace(/[.\\+*?[^\]$(){}|]/g, '\\$&');
}
