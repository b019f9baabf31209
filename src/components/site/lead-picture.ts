import { windowWide } from '../../lib/srcset.ts';
import type { FrontPage } from '../../model/front-page.ts';
import type { Story } from '../../model/story.ts';

/** The first picture of a page, which is loaded before the page is laid out unless the reader saves data. */
export interface LeadPicture {
  picture: NonNullable<Story['picture']>;
  /** As of `Picture`. */
  sizes: string;
}

/** How wide the picture of an article is shown. */
export const articleLeadSizes = `(min-width: 64rem) 56rem, ${windowWide}`;

/** Whether nothing stands beside the first story of a front page that has a big one. */
export function isLeadAlone({ entries, related }: Pick<FrontPage, 'entries' | 'related'>): boolean {
  return entries.length === 0 && related.length === 0;
}

/** How wide the picture of the first story is shown on the front page, by its layout. */
export function frontLeadSizes(page: Pick<FrontPage, 'layout' | 'entries' | 'related'>): string {
  if (page.layout === 'ordinary') return `(min-width: 64rem) 42rem, ${windowWide}`;
  const width = page.layout === 'big-story' && isLeadAlone(page) ? 72 : 48;
  return `(min-width: 64rem) ${width}rem, ${windowWide}`;
}
