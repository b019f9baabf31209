import type { Comment } from '../lib/comments/comment.ts';
import { currentBody, currentThread } from '../library/current-library.ts';
import type { CommentsSection } from '../model/comments.ts';

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
    terms: Array.isArray(terms) ? terms : { html: (await currentBody(terms.file)).html },
  };
}
