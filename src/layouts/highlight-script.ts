import { highlightQuery } from '../client/search/highlight-query.ts';
import { readState } from '../client/search/search-address.ts';
import { searchIndexPath } from '../model/urls.ts';

/** The script that an article loads where its address has a query. */
const { text } = readState(location.href);
void highlightQuery(text, document.querySelectorAll('.article-header, .prose'), searchIndexPath);
