import stringWidth from 'string-width';

/**
 * Returns white space as wide as the text in a terminal. A caret printed after it is exactly below the character that
 * follows the text in the line above. Tabs stay tabs, since their width depends on the terminal.
 */
export function blankLike(text: string): string {
  return text
    .split('\t')
    .map((part) => ' '.repeat(stringWidth(part)))
    .join('\t');
}
