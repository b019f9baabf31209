import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestText } from '../lib/digest.ts';
import { type RenderedBody, renderMarkdown, type Typesetting } from '../markdown/body.ts';
import { readFrontMatter } from '../schema/front-matter.ts';
import { commentTermsFile, type Site } from '../schema/site.ts';
import { readJson, writeWhole } from './atomic-file.ts';
import { stampOf } from './content-files.ts';
import { type createImageStore, locateImage } from './images.ts';

export interface BodyContext {
  contentDirectory: string;
  publicDirectory: string;
  cacheDirectory: string;
  fingerprint: string;
}

interface CachedBody {
  body: RenderedBody;
  /** What the images were when the body was rendered, by `Picture.source`. */
  images: Record<string, string>;
}

/** The settings of a site that decide how a body is rendered. */
export type BodySettings = Pick<Site, 'url' | 'typesetting' | 'disabledRules'>;

export function typesettingOf({ typesetting, disabledRules }: BodySettings): Typesetting {
  return typesetting && { off: disabledRules };
}

/** One text for all settings that make the same body of the same file. */
export function bodyBasis({ url, typesetting, disabledRules }: BodySettings): string {
  return [url, typesetting ? `set ${disabledRules.join(' ')}` : 'as written'].join('\n');
}

/**
 * The rendered body of a content-relative file, from the cache where the text, the engine, the settings and the images are
 * the same. A body with problems is never kept, so that a mended image is seen.
 */
export async function loadBody(
  file: string,
  context: BodyContext,
  store: ReturnType<typeof createImageStore>,
  settings: BodySettings,
): Promise<RenderedBody> {
  const text = await readFile(path.join(context.contentDirectory, file), 'utf8');
  const key = digestText([context.fingerprint, bodyBasis(settings), file, text].join('\n'));
  const kept = path.join(context.cacheDirectory, 'bodies', key.slice(0, 2), `${key}.json`);
  const cached = await readJson<CachedBody>(kept);
  if (cached && (await hasSameImages(cached.images, context))) return cached.body;
  const source = file === commentTermsFile ? { body: text, bodyLine: 1 } : withoutFrontMatter(text, file);
  const body = await renderMarkdown(
    { file, text: source.body, firstLine: source.bodyLine, format: formatOf(file) },
    store.resolve,
    { siteUrl: settings.url, typesetting: typesettingOf(settings) },
  );
  if (body.problems.length === 0) {
    const images = await stampImages(body.images, context);
    await writeWhole(kept, JSON.stringify({ body, images } satisfies CachedBody));
  }
  return body;
}

function withoutFrontMatter(text: string, file: string): { body: string; bodyLine: number } {
  const read = readFrontMatter(text, file);
  return 'problem' in read ? { body: '', bodyLine: 1 } : read;
}

export function formatOf(file: string): 'md' | 'mdx' {
  return file.endsWith('.mdx') ? 'mdx' : 'md';
}

/** The stamps of image files by `Picture.source`; '' for one that is gone. */
export async function stampImages(sources: readonly string[], context: BodyContext): Promise<Record<string, string>> {
  const stamps = await Promise.all(
    sources.map(async (source) => {
      const file = locateImage(source, '', context);
      return [source, file === undefined ? '' : await stampOf(file)] as const;
    }),
  );
  return Object.fromEntries(stamps);
}

export async function hasSameImages(stamps: Record<string, string>, context: BodyContext): Promise<boolean> {
  const sources = Object.keys(stamps);
  if (sources.length === 0) return true;
  const now = await stampImages(sources, context);
  return sources.every((source) => now[source] === stamps[source]);
}
