import { unlink } from '../components/article/unlink.ts';
import type { Comment } from '../lib/comments/comment.ts';
import { currentBody, currentThread } from '../library/current-library.ts';
import type { CommentsSection } from '../model/comments.ts';
import { currentReplacements } from './load-body.ts';

export interface LoadedComments {
  comments: Comment[];
  /** The terms as a list, or the rendered file of the terms. */
  terms: string[] | { html: string };
}

/** Reads the archived comments and the terms that `section` refers to. */
export async function loadComments(section: CommentsSection): Promise<LoadedComments> {
  if (section.state === 'none') return { comments: [], terms: [] };
  const { archive, terms } = section;
  return {
    comments: archive ? await currentThread(archive.articleId) : [],
    terms: Array.isArray(terms) ? terms : { html: await loadTerms(terms.file) },
  };
}

async function loadTerms(file: string): Promise<string> {
  const { html } = await currentBody(file);
  const { expiredLinks } = await currentReplacements(file);
  return unlink(html, expiredLinks);
}
