import type { Story } from '../../model/story.ts';

/** The first picture of a page, which is loaded before the page is laid out unless the reader saves data. */
export interface LeadPicture {
  picture: NonNullable<Story['picture']>;
  /** As of `Picture`. */
  sizes: string;
}

/** How wide the picture of an article is shown. */
export const articleLeadSizes = '(min-width: 64rem) 56rem, 100vw';

/** How wide the picture of the first story is shown on the front page, by its layout. */
export const frontLeadSizes = {
  ordinary: '(min-width: 64rem) 42rem, 100vw',
  'big-story': '(min-width: 64rem) 48rem, 100vw',
  'quiet-day': '(min-width: 64rem) 48rem, 100vw',
};
