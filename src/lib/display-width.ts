import stringWidth from 'string-width';

/**
 * White space that takes as many terminal cells as the text, so that a caret printed after it points right behind the
 * text on the line above. Tabs stay tabs, since their width depends on the terminal.
 */
export function blankLike(text: string): string {
  return text
    .split('\t')
    .map((part) => ' '.repeat(stringWidth(part)))
    .join('\t');
}
