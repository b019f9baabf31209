/** `latn` is 0-9, `arab` is ٠-٩: the names Unicode gives to the two systems. */
export type DigitSystem = 'latn' | 'arab';

/**
 * Writes every digit of a text or a number in one system: `12` → «12» or «١٢», `1.5` → «1.5» or «١٫٥».
 * In a text only the digits change, whatever system they were written in.
 */
export function formatDigits(text: string | number, system: DigitSystem): string {
  if (system === 'latn') return toLatinDigits(String(text));
  const latin = typeof text === 'number' ? String(text).replace('.', '٫') : toLatinDigits(text);
  return latin.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x0630));
}

/** ٠-٩ and the Persian ۰-۹ become 0-9; everything else stays. */
export function toLatinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
