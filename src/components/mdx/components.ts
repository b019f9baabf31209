import FactBox from './FactBox.astro';
import Gallery from './Gallery.astro';
import Moment from './Moment.astro';
import Poem from './Poem.astro';
import PullQuote from './PullQuote.astro';
import Timeline from './Timeline.astro';
import Video from './Video.astro';

/** The components that authors use in `.mdx` files without importing them. */
export const mdxComponents = { FactBox, Gallery, Moment, Poem, PullQuote, Timeline, Video };
