import type { Comment } from '../lib/comments/comment.ts';
import { currentBody, currentThread } from '../library/current-library.ts';
import type { CommentsSection } from '../model/comments.ts';

/** What the section of comments names, read from the library. */
export interface LoadedComments {
  comments: Comment[];
  terms: string[] | { html: string };
}

export async function loadComments(section: CommentsSection): Promise<LoadedComments> {
  if (section.state === 'none') return { comments: [], terms: [] };
  const { archive, terms } = section;
  return {
    comments: archive ? await currentThread(archive.articleId) : [],
    terms: Array.isArray(terms) ? terms : { html: (await currentBody(terms.file)).html },
  };
}
