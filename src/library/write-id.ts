import { findFrontMatter } from '../schema/front-matter.ts';

/**
 * The text of an article with its id as the last line of the front matter; every other byte stays. `bytes` and the result
 * are UTF-8. Throws where there is no whole front matter or an `id` stands in it already.
 */
export function writeId(bytes: Uint8Array, id: string): Uint8Array {
  const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  const bounds = findFrontMatter(text);
  if (!bounds) throw new Error('The file has no whole front matter.');
  const { yamlStart, yamlEnd } = bounds;
  if (/^id[ \t]*:/m.test(text.slice(yamlStart, yamlEnd))) throw new Error('The front matter has an id.');
  const newline = text.slice(0, yamlStart).endsWith('\r\n') ? '\r\n' : '\n';
  return new TextEncoder().encode(`${text.slice(0, yamlEnd)}id: ${id}${newline}${text.slice(yamlEnd)}`);
}
