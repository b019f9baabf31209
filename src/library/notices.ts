import type { CheckedFiles } from '../schema/cross-file.ts';
import { messages } from '../schema/messages.ts';
import { namesArticle } from '../schema/site.ts';
import type { ListedContent } from './content/content-files.ts';
import type { Settings } from './content/settings.ts';
import { type Texts, unlinkedFiles } from './content/texts.ts';
import type { CommentTerms, LibraryOptions } from './types.ts';

/** Tells what is accepted but should be known of the files together. */
export function noticesOf(
  { notices, attachments }: ListedContent,
  { derived, notices: aboutNames }: CheckedFiles,
  texts: Texts,
  terms: CommentTerms | undefined,
  { site }: Settings,
  { scope }: LibraryOptions,
): string[] {
  const { provider, endpoint } = site.comments;
  const isShared = provider === 'embed' && endpoint !== undefined && !namesArticle(endpoint);
  // Only if every body was read is it known what none of them links to.
  const isKnown = scope === undefined && texts.problems.length === 0;
  return [
    ...notices,
    ...(isKnown ? unlinkedFiles(attachments, texts, terms).map((file) => messages.unlinkedFile(file)) : []),
    ...(isShared ? [messages.endpointWithoutArticle()] : []),
    ...aboutNames,
    ...(derived.length === 0 ? [] : [messages.derivedIds(derived.length)]),
  ];
}
