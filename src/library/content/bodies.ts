import { digestText, digestValue } from '../../lib/digest.ts';
import { renderMarkdown } from '../../markdown/render-markdown.ts';
import type { RenderedBody, Typesetting } from '../../markdown/types.ts';
import { readFrontMatter } from '../../schema/front-matter.ts';
import { commentTermsFile, type Site } from '../../schema/site.ts';
import type { ImageStore } from '../images/images.ts';

/** The settings of a site that decide how a body is rendered. */
export type BodySettings = Pick<Site, 'url' | 'typesetting' | 'disabledRules'>;

export function typesettingOf({ typesetting, disabledRules }: BodySettings): Typesetting {
  return typesetting && { off: disabledRules };
}

/** One text for all settings that make the same body of the same file. */
export function bodySettingsKey({ url, typesetting, disabledRules }: BodySettings): string {
  return [url, typesetting ? `set ${disabledRules.join(' ')}` : 'as written'].join('\n');
}

/** Of a file's whole text and the settings that its body is rendered with; not of its images. */
export function digestOfText(text: string, settings: BodySettings): string {
  return digestText([bodySettingsKey(settings), text].join('\n'));
}

/** Renders the body in the whole text of a content-relative file. */
export function renderBodyOf(
  file: string,
  text: string,
  store: ImageStore,
  settings: BodySettings,
): Promise<RenderedBody> {
  const source = file === commentTermsFile ? { body: text, bodyLine: 1 } : withoutFrontMatter(text, file);
  return renderMarkdown(
    { file, text: source.body, firstLine: source.bodyLine, format: formatOf(file) },
    store.resolve,
    { siteUrl: settings.url, typesetting: typesettingOf(settings) },
  );
}

function withoutFrontMatter(text: string, file: string): { body: string; bodyLine: number } {
  const read = readFrontMatter(text, file);
  return 'problem' in read ? { body: '', bodyLine: 1 } : read;
}

export function formatOf(file: string): 'md' | 'mdx' {
  return file.endsWith('.mdx') ? 'mdx' : 'md';
}

/** What images are now, by `Picture.source`: a digest of the picture, whose names come from its bytes; '' for one that is gone. */
export async function identifyImages(sources: readonly string[], store: ImageStore): Promise<Record<string, string>> {
  const identities = await Promise.all(
    sources.map(async (source) => {
      const picture = await store.resolve(source, '');
      return [source, 'problem' in picture ? '' : digestValue(picture)] as const;
    }),
  );
  return Object.fromEntries(identities);
}

export async function hasSameImages(identities: Record<string, string>, store: ImageStore): Promise<boolean> {
  const sources = Object.keys(identities);
  if (sources.length === 0) return true;
  const now = await identifyImages(sources, store);
  return sources.every((source) => now[source] === identities[source]);
}
