import { digestText, digestValue } from '../../lib/digest.ts';
import { toPrintable } from '../../lib/printable-text.ts';
import { renderMarkdown } from '../../markdown/render-markdown.ts';
import type { RenderedBody, Typesetting } from '../../markdown/types.ts';
import { type FrontMatter, findBody } from '../../schema/front-matter.ts';
import { commentTermsFile, type Site } from '../../schema/site.ts';
import type { ImageStore } from '../images/images.ts';

/** The settings of a site that decide how a body is rendered. */
export type BodySettings = Pick<Site, 'url' | 'typesetting' | 'disabledRules'>;

export function typesettingOf({ typesetting, disabledRules }: BodySettings): Typesetting {
  return typesetting && { off: disabledRules };
}

/** Returns a string that differs between settings with which the same file is rendered differently. */
export function bodySettingsKey({ url, typesetting, disabledRules }: BodySettings): string {
  return [url, typesetting ? `set ${disabledRules.join(' ')}` : 'as written'].join('\n');
}

/** Digests a file's whole text and the settings that its body is rendered with, but not its images. */
export function digestOfText(text: string, settings: BodySettings): string {
  return digestText([bodySettingsKey(settings), text].join('\n'));
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
  images: ImageStore,
  settings: BodySettings,
): Promise<RenderedBody> {
  return renderMarkdown({ file, text: body, firstLine: bodyLine, format: formatOf(file) }, images.resolve, {
    siteUrl: settings.url,
    typesetting: typesettingOf(settings),
  });
}

export function formatOf(file: string): 'md' | 'mdx' {
  return file.endsWith('.mdx') ? 'mdx' : 'md';
}

/**
 * Digests images as they are now, by `Picture.source`; '' for an image that is missing or unreadable. A digest of the
 * `Picture` covers the image's bytes, because its file names contain a digest of them.
 */
export async function identifyImages(sources: readonly string[], images: ImageStore): Promise<Record<string, string>> {
  const identities = await Promise.all(
    sources.map(async (source) => {
      const picture = await images.resolve(source, '');
      return [source, 'problem' in picture ? '' : digestValue(picture)] as const;
    }),
  );
  return Object.fromEntries(identities);
}

export async function hasSameImages(identities: Record<string, string>, images: ImageStore): Promise<boolean> {
  const sources = Object.keys(identities);
  if (sources.length === 0) return true;
  const now = await identifyImages(sources, images);
  return sources.every((source) => now[source] === identities[source]);
}
