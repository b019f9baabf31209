import { digestText, digestValue } from '../../lib/digest.ts';
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

/** A text that differs between settings that render the same file differently. */
export function bodySettingsKey({ url, typesetting, disabledRules }: BodySettings): string {
  return [url, typesetting ? `set ${disabledRules.join(' ')}` : 'as written'].join('\n');
}

/** Digest of a file's whole text and of the settings that its body is rendered with, but not of its images. */
export function digestOfText(text: string, settings: BodySettings): string {
  return digestText([bodySettingsKey(settings), text].join('\n'));
}

/** A body as it stands in its file. */
export type WrittenBody = Pick<FrontMatter, 'body' | 'bodyLine'>;

/** The body in the text of a file. The terms of commenting have no front matter; a file whose front matter is broken has no body. */
export function bodyOfFile(file: string, text: string): WrittenBody {
  if (file === commentTermsFile) return { body: text, bodyLine: 1 };
  return findBody(text) ?? { body: '', bodyLine: 1 };
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

/** What images are now, by `Picture.source`: a digest of the picture, whose file names come from its bytes; '' if it is gone. */
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
