const withoutCell = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
/** East Asian wide and full-width characters (UAX #11) and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/**
 * White space as wide as the text in a terminal, to stand under it: marks and invisible characters take no cell, wide
 * characters take two, a tab stays a tab.
 */
export function blankLike(text: string): string {
  return Array.from(text, (character) => {
    if (character === '\t') return '\t';
    if (withoutCell.test(character)) return '';
    return wide.test(character) ? '  ' : ' ';
  }).join('');
}
