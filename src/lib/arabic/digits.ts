/** `latn` is 0-9, `arab` is ٠-٩, as CLDR names them. */
export type DigitSystem = 'latn' | 'arab';

/**
 * Writes a number, or every digit of a string, in one system: `12` → «12» or «١٢». The decimal point of a number
 * becomes ٫ in `arab` (`1.5` → «١٫٥»); in a string only digits change.
 */
export function formatDigits(text: string | number, system: DigitSystem): string {
  if (system === 'latn') return toLatinDigits(String(text));
  const latin = typeof text === 'number' ? String(text).replace('.', '٫') : toLatinDigits(text);
  return latin.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x0630));
}

/** Replaces ٠-٩ and the Persian ۰-۹ with 0-9. */
export function toLatinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
