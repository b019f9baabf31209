import { createHash } from 'node:crypto';

/** Hashes a page's inline scripts and styles, in the form of sources of a `content-security-policy`. */
export function inlineHashes(html: string): { scripts: string; styles: string } {
  const hashesOf = (elements: RegExp): string =>
    [...html.matchAll(elements)]
      .map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join(' ');
  return {
    scripts: hashesOf(/<script(?![^>]*\ssrc=)(?![^>]*json)[^>]*>([\s\S]*?)<\/script>/g),
    styles: hashesOf(/<style[^>]*>([\s\S]*?)<\/style>/g),
  };
}
