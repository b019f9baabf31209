import { isMap, isScalar, parseDocument } from 'yaml';
import { unwrapSmartQuotes } from './clean-text.ts';

/**
 * Writes a string as a YAML value on one line: without quotes if YAML reads the same string back, otherwise in quotes.
 */
export function writeYaml(text: string): string {
  return readsBack(text) ? text : quoteYaml(text);
}

/** Quotes a string so that it needs no backslash: in double quotes, or in single ones if it contains `"` or `\`. */
export function quoteYaml(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function readsBack(text: string): boolean {
  if (/#\S|#$|^(?:~|null)$|[\]}]$/i.test(text) || unwrapSmartQuotes(text) !== undefined) return false;
  const { contents, errors, warnings } = parseDocument(`key: ${text}`, { schema: 'failsafe', prettyErrors: false });
  if (errors.length > 0 || warnings.length > 0 || !isMap(contents)) return false;
  const value: unknown = contents.get('key', true);
  return isScalar(value) && value.type === 'PLAIN' && value.anchor === undefined && value.value === text;
}
