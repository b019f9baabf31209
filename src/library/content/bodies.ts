import { digestText, digestValue } from '../../lib/digest.ts';
import { placeMedia } from '../../lib/media-addresses.ts';
import { toPrintable } from '../../lib/printable-text.ts';
import { bodyLabels } from '../../markdown/labels.ts';
import { renderMarkdown } from '../../markdown/render-markdown.ts';
import type { RenderedBody, Typesetting } from '../../markdown/types.ts';
import { type FrontMatter, findBody } from '../../schema/front-matter.ts';
import type { ImageSettings } from '../../schema/images.ts';
import { commentTermsFile, type Site } from '../../schema/site.ts';
import { createFileStore, type FileStore } from '../files/files.ts';
import { createImageStore, type ImageDirectories, type ImageStore } from '../images/images.ts';
import type { PictureSettings } from '../images/service-pictures.ts';

/** The stores of what bodies show besides their text. */
export interface MediaStores {
  images: ImageStore;
  files: FileStore;
}

export function createMediaStores(directories: ImageDirectories, settings: PictureSettings): MediaStores {
  return { images: createImageStore(directories, settings), files: createFileStore(directories) };
}

/** The images and files that a body shows, with digests of what they were when it was rendered. */
export interface MediaIdentities {
  /** By `Picture.source`; '' for an image that is missing or unreadable. */
  images: Record<string, string>;
  /** By `PublishedFile.source`. */
  files: Record<string, string>;
}

/** The settings of a site that decide how a body is rendered. */
export interface BodySettings
  extends Pick<Site, 'url' | 'stagingOf' | 'typesetting' | 'disabledRules' | 'digits' | 'embeds' | 'labels'> {
  images: Pick<ImageSettings, 'media'>;
  /** The names of the newsroom's own components. */
  components?: readonly string[];
}

export function typesettingOf({ typesetting, disabledRules }: BodySettings): Typesetting {
  return typesetting && { off: disabledRules };
}

/** Returns a string that differs between settings with which the same file is rendered differently. */
export function bodySettingsKey(settings: BodySettings): string {
  const { url, stagingOf, typesetting, disabledRules, digits, embeds, labels, images, components = [] } = settings;
  const replaced = Object.entries(labels).filter(([key]) => key.startsWith('body.'));
  const rules = typesetting ? `set ${disabledRules.join(' ')}` : 'as written';
  const media = images.media === undefined ? [] : [images.media];
  const staged = stagingOf === undefined ? [] : [`staging of ${stagingOf}`];
  const shown = [url, ...staged, rules, digits, embeds.join(' '), ...media];
  return [...shown, ...replaced.map((label) => label.join(' ')), ...components].join('\n');
}

/**
 * Digests a file's whole text and the settings that its body is rendered with, but not its images, nor the newsroom's
 * components: their digest is in the keys of pages in MDX.
 */
export function digestOfText(text: string, settings: BodySettings): string {
  return digestText([bodySettingsKey({ ...settings, components: [] }), text].join('\n'));
}

/** The Markdown of a body, and the line of the file on which it begins. */
export type WrittenBody = Pick<FrontMatter, 'body' | 'bodyLine'>;

/**
 * Finds the body in the text of a file. The terms of commenting have no front matter: all of their file is body. Any
 * other file without complete front matter has an empty body.
 */
export function bodyOfFile(file: string, text: string): WrittenBody {
  if (file === commentTermsFile) return { body: text, bodyLine: 1 };
  return findBody(toPrintable(text)) ?? { body: '', bodyLine: 1 };
}

/** Renders the body of a content-relative file. */
export function renderBodyOf(
  file: string,
  { body, bodyLine }: WrittenBody,
  { images, files }: MediaStores,
  settings: BodySettings,
): Promise<RenderedBody> {
  const { resolve } = placedImages(images, settings);
  return renderMarkdown({ file, text: body, firstLine: bodyLine, format: formatOf(file) }, resolve, {
    siteUrl: settings.url,
    stagingOf: settings.stagingOf,
    typesetting: typesettingOf(settings),
    resolveFile: files.resolve,
    digits: settings.digits,
    embeds: settings.embeds,
    components: settings.components ?? [],
    labels: bodyLabels(settings.labels),
  });
}

/** Returns a store that knows where the images lie that the content names by `/media/…`. */
export function placedImages(images: ImageStore, { images: { media } }: Pick<BodySettings, 'images'>): ImageStore {
  if (media === undefined) return images;
  return { ...images, resolve: (src, from) => images.resolve(placeMedia(src, media), from) };
}

export function formatOf(file: string): 'md' | 'mdx' {
  return file.endsWith('.mdx') ? 'mdx' : 'md';
}

/**
 * Digests images and files as they are now. A digest of the `Picture` or the `PublishedFile` covers the bytes, because
 * the names of published files contain a digest of them.
 */
export async function identifyMedia(
  { images, files }: { images: readonly string[]; files: readonly string[] },
  stores: MediaStores,
): Promise<MediaIdentities> {
  return {
    images: await identifyAll(images, (source) => stores.images.resolve(source, '')),
    files: await identifyAll(files, (source) => stores.files.resolve(source, '')),
  };
}

async function identifyAll(
  sources: readonly string[],
  resolve: (source: string) => Promise<object | { problem: string } | undefined>,
): Promise<Record<string, string>> {
  const identities = await Promise.all(
    sources.map(async (source) => {
      const found = await resolve(source);
      return [source, found === undefined || 'problem' in found ? '' : digestValue(found)] as const;
    }),
  );
  return Object.fromEntries(identities);
}

/** Whether images and files are still what they were. */
export async function hasSameMedia({ images, files }: MediaIdentities, stores: MediaStores): Promise<boolean> {
  const sources = { images: Object.keys(images), files: Object.keys(files) };
  if (sources.images.length + sources.files.length === 0) return true;
  const now = await identifyMedia(sources, stores);
  return (
    sources.images.every((source) => now.images[source] === images[source]) &&
    sources.files.every((source) => now.files[source] === files[source])
  );
}

/** The images and files of a rendered body, as `identifyMedia` takes them. */
export function mediaOf({ images, files }: RenderedBody): { images: string[]; files: string[] } {
  return { images, files: files.map(({ source }) => source) };
}

/** Digests a file's text, by its digest, together with its images and files. */
export function digestWithMedia(digest: string, media?: MediaIdentities): string {
  const { images = {}, files = {} } = media ?? {};
  if (Object.keys(images).length + Object.keys(files).length === 0) return digest;
  // The order of their keys is that in which the disk answered, which `digestValue` ignores.
  return digestText(`${digest}\n${digestValue({ images, files })}`);
}
