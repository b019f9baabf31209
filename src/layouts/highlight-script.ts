/**
 * The entry point of a client script, which `SiteLayout.astro` bundles separately (`?worker&url`): pages load it only
 * when their URL carries a search query. It is beside the layout because `client` may not import URLs from `model`, and
 * because `BASE_PATH` is only known to what is compiled for a site. Its file name is part of the URL of the published
 * script.
 */
import { highlightQuery } from '../client/search/highlight-query.ts';
import { readState } from '../client/search/search-address.ts';
import { searchIndexPath } from '../model/urls.ts';

/** Astro's `BASE_URL` without the slash at its end; see astro.config.mjs. */
const address = `${import.meta.env.BASE_PATH}${searchIndexPath}`;
const { text } = readState(location.href);
void highlightQuery(text, document.querySelectorAll('.article-header, .prose'), address);
