/** The size of a picture that is shown with a link, in pixels: what chat apps and social networks recommend. */
export const socialImageSize = { width: 1200, height: 630 };

/** What every chat shows with a link: docs/decisions/0027-share-cards.md has the size. */
export const mostSocialImageBytes = 300_000;

/** The widest file for feeds, and for browsers that do not choose one, in pixels. */
export const widestFallback = 1200;

/** An image has a size of its own width if it is at least this much wider than the largest chosen width below it. */
export const minOwnWidthRatio = 1.15;

/** The sides of the squares in which a portrait is published, in pixels. */
export const portraitSides: readonly number[] = [96, 192];
export const largestPortraitSide = Math.max(...portraitSides);
