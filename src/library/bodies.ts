import { digestText } from '../lib/digest.ts';
import { type RenderedBody, renderMarkdown, type Typesetting } from '../markdown/body.ts';
import { readFrontMatter } from '../schema/front-matter.ts';
import { commentTermsFile, type Site } from '../schema/site.ts';
import { stampOf } from './content-files.ts';
import { type ImageDirectories, type ImageStore, locateImage } from './images.ts';

/** The settings of a site that decide how a body is rendered. */
export type BodySettings = Pick<Site, 'url' | 'typesetting' | 'disabledRules'>;

export function typesettingOf({ typesetting, disabledRules }: BodySettings): Typesetting {
  return typesetting && { off: disabledRules };
}

/** One text for all settings that make the same body of the same file. */
export function bodyBasis({ url, typesetting, disabledRules }: BodySettings): string {
  return [url, typesetting ? `set ${disabledRules.join(' ')}` : 'as written'].join('\n');
}

/** Of a file's whole text and the settings that its body is rendered with; not of its images. */
export function digestOfText(text: string, settings: BodySettings): string {
  return digestText([bodyBasis(settings), text].join('\n'));
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

/** The stamps of image files by `Picture.source`; '' for one that is gone. */
export async function stampImages(
  sources: readonly string[],
  directories: ImageDirectories,
): Promise<Record<string, string>> {
  const stamps = await Promise.all(
    sources.map(async (source) => {
      const file = locateImage(source, '', directories);
      return [source, file === undefined ? '' : stampOf(file)] as const;
    }),
  );
  return Object.fromEntries(stamps);
}

export async function hasSameImages(stamps: Record<string, string>, directories: ImageDirectories): Promise<boolean> {
  const sources = Object.keys(stamps);
  if (sources.length === 0) return true;
  const now = await stampImages(sources, directories);
  return sources.every((source) => now[source] === stamps[source]);
}
