import FactBox from './FactBox.astro';
import Gallery from './Gallery.astro';
import Moment from './Moment.astro';
import PullQuote from './PullQuote.astro';
import Timeline from './Timeline.astro';
import Video from './Video.astro';

/** What authors may use in an `.mdx` file without importing it. */
export const mdxComponents = { FactBox, Gallery, Moment, PullQuote, Timeline, Video };
