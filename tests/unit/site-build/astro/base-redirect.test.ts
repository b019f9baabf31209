import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { frontPageInstead, serveBelowBase } from '../../../../src/site-build/astro/base-redirect.ts';
import { projectDirectory } from '../../../support/build-site.ts';

test.each([
  ['/', '/news', '/news/'],
  ['/index.html', '/news', '/news/'],
  ['/news?a=1', '/news', '/news/'],
  ['/news/', '/news', undefined],
  ['/newspaper', '/news', undefined],
  ['/about/', '/news', undefined],
  ['/', '', undefined],
  ['/', '/أ', '/%D8%A3/'],
  ['/%D8%A3', '/أ', '/%D8%A3/'],
])('a request for %s of a site below «%s» is redirected to %s', (url, base, expected) => {
  expect(frontPageInstead(url, base)).toBe(expected);
});

describe('dev below a path in Arabic', () => {
  type Handle = (request: { url: string }, response: unknown, next: () => void) => void;
  /** The handler of the installed Astro, which Warraq finds by its name and replaces. */
  const ofAstro = async (base: string): Promise<Handle> => {
    const file = path.join(projectDirectory, 'node_modules/astro/dist/vite-plugin-astro-server/base.js');
    const { baseMiddleware } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    const config = {
      base,
      site: 'https://sada.example',
      root: pathToFileURL(projectDirectory),
      trailingSlash: 'always',
    };
    return baseMiddleware({ config, buildOutput: 'static' }, {});
  };
  /** Returns the URL with which a request leaves the handlers. */
  const pass = async (url: string): Promise<string> => {
    const stack = [{ route: '', handle: await ofAstro('/%D8%A3/') }];
    serveBelowBase({ middlewares: { stack } } as never, '/أ');
    const request = { url };
    for (const { handle } of stack) handle(request, {}, () => {});
    return request.url;
  };

  it.each([
    ['/%D8%A3/k7q3m/', '/k7q3m/'],
    ['/%D8%A3/@vite/client', '/@vite/client'],
    ['/@vite/client', '/@vite/client'],
  ])('a request for %s is one for %s', async (url, expected) => {
    expect(await pass(url)).toBe(expected);
  });
});
