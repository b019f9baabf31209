import type { Library, WithdrawnArticle } from '../library/types.ts';
import type { Withdrawal } from '../schema/published-corrections.ts';
import { describePage, type Metadata } from './metadata.ts';
import { composePageChrome, type PageChrome } from './page-chrome.ts';
import { createPageKeys } from './page-keys.ts';
import { withSlots } from './page-slots.ts';
import { oldAddresses } from './redirects.ts';
import type { StaticPath, StubPage } from './static-paths.ts';
import { articlePath, hrefTo, routeParameter, shortPath } from './urls.ts';

/** What the page of a withdrawn article says. */
export type WithdrawnNotice = Withdrawal;

interface WithdrawnProps {
  chrome: PageChrome;
  withdrawn: WithdrawnNotice;
  metadata: Metadata;
}

/** Lists the notices in the place of withdrawn articles. `title` is what they all have instead of a headline. */
export function withdrawnPaths(library: Library, title: string): StaticPath<WithdrawnProps>[] {
  const chrome = composePageChrome(library, { kind: 'other' });
  const keys = createPageKeys(library);
  return library.withdrawn.map((article) => {
    const path = articlePath(article, library.site);
    const { withdrawn } = article;
    return {
      params: { withdrawn: routeParameter(path) },
      cacheKey: withSlots(keys.ofList([], [path, title, withdrawn]), chrome.slots),
      props: { compose: () => ({ chrome, withdrawn, metadata: describeNotice(library, title, path) }) },
    };
  });
}

/** Lists the stubs of withdrawn articles, which say nothing of them either. */
export function withdrawnStubPaths(library: Library, title: string): StaticPath<StubPage>[] {
  const { site, withdrawn } = library;
  const keys = createPageKeys(library);
  return withdrawn.flatMap((article) => {
    const to = articlePath(article, site);
    return stubAddresses(article, library).map((path) => ({
      params: { stub: routeParameter(path) },
      cacheKey: keys.ofList([], [to, title]),
      props: {
        compose: () => ({
          kind: 'page' as const,
          title,
          url: hrefTo(to, site),
          metadata: describeNotice(library, title, to),
        }),
      },
    }));
  });
}

function stubAddresses(article: WithdrawnArticle, { site }: Library): string[] {
  const short = site.permalink === 'readable' ? [shortPath(article.id)] : [];
  return [...short, ...oldAddresses(article)];
}

function describeNotice(library: Library, title: string, path: string): Metadata {
  return describePage(library, { title, path, indexed: false });
}
