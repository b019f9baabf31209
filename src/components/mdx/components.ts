import { themeComponents } from 'virtual:theme-components';
import FactBox from './FactBox.astro';
import Gallery from './Gallery.astro';
import Moment from './Moment.astro';
import Poem from './Poem.astro';
import PullQuote from './PullQuote.astro';
import Timeline from './Timeline.astro';
import Video from './Video.astro';

/** The components that authors use in `.mdx` files without importing them: the engine's and the newsroom's own. */
export const mdxComponents = { ...themeComponents, FactBox, Gallery, Moment, Poem, PullQuote, Timeline, Video };
