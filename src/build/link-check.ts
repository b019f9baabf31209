import type { AstroIntegration } from 'astro';
import { ContentError } from '../library/content-error.ts';
import type { Environment } from '../library/environment.ts';
import { type Library, openLibrary } from '../library/library.ts';
import { articlePath, standalonePath } from '../model/urls.ts';
import { strings } from '../strings/ar.ts';
import { type BrokenLink, collectLinks, findBrokenLinks, type PageLinks } from './links.ts';
import { listOutput, pagePath, readPage } from './output.ts';

/** Ends the build with a `ContentError` where an internal link of any page leads nowhere. */
export function linkCheck(environment: Environment): AstroIntegration {
  return {
    name: 'warraq:link-check',
    hooks: {
      'astro:build:done': async () => {
        const library = await openLibrary(environment);
        const origin = library.site.url;
        const output = await listOutput(environment.outputDirectory);
        const pages = new Map<string, PageLinks>();
        for (const file of output) {
          if (file.path.endsWith('.html')) pages.set(pagePath(file.path), collectLinks(await readPage(file), origin));
        }
        const broken = findBrokenLinks(pages, new Set(output.map((file) => file.path)), origin);
        if (broken.length > 0) throw new ContentError(report(broken, library));
      },
    },
  };
}

function report(broken: readonly BrokenLink[], { articles, pages, site }: Library): string {
  const sources = new Map([
    ...articles.map((article): [string, string] => [articlePath(article, site), article.file]),
    ...pages.map((page): [string, string] => [standalonePath(page.slug), page.file]),
  ]);
  const lines = broken.map(({ page, reference, reason }) => {
    const place = sources.get(page) ?? page;
    return reason === 'no-page'
      ? strings.build.brokenLink(place, reference)
      : strings.build.brokenFragment(place, reference);
  });
  return [...lines, strings.build.brokenLinks(broken.length)].join('\n');
}
