import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { cleanLine } from '../markdown-tidy.ts';

/** Returns the text of HTML on one line, without characters that reorder text. */
export function plainText(html: string): string {
  return cleanLine(toText(fromHtml(html, { fragment: true })));
}

/** Returns the text of HTML on one line; '' if it has neither letters nor digits. */
export function meaningfulLine(html: string): string {
  const line = plainText(html);
  return /[\p{L}\p{N}]/u.test(line) ? line : '';
}
