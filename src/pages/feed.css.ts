import type { APIRoute } from 'astro';
import { currentLibrary } from '../library/current-library.ts';
import { strings } from '../strings/interface.ts';
import feed from '../styles/feed.css?raw';
import tokens from '../styles/tokens.css?raw';

/**
 * Serves the style sheet of feeds at a URL without a hash, because feeds link to it and must not change when the styles
 * do.
 */
export const GET: APIRoute = async () => {
  const { ownerStyles } = await currentLibrary();
  const own = ownerStyles?.tokens ? [`@layer owner {\n  :root {\n${ownerStyles.tokens}  }\n}`] : [];
  const words = `:root { --explanation: ${JSON.stringify(strings.feed.explanation)}; }`;
  return new Response([tokens, words, feed, ...own].join('\n'), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
};
