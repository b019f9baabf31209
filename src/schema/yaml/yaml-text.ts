import { isMap, isScalar, parseDocument } from 'yaml';

/** The text as a YAML value on one line: bare where YAML reads it back unchanged, else in quotes. */
export function writeYaml(text: string): string {
  return readsBack(text) ? text : quoteYaml(text);
}

/** The text in the quotes that need no escaping: double ones, or single ones round a text that has double ones. */
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

/** Marks without width that arrive by copy and paste: bidi controls, joiners, BOM, soft hyphen. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export function stripInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** A value that is a name, a number or a date rather than a text: invisible marks, no-break spaces and edges go. */
export function bareValue(text: string): string {
  return stripInvisible(text).replace(/\s+/g, ' ').trim().normalize('NFC');
}

const smartlyQuoted = /^[“”„‟‘’‚‛]([^“”„‟"]+)[“”„‟‘’‚‛"]$/;

/**
 * What stands between quotation marks that look like YAML's and are not: `“نص”` → `['نص']`, `“سياسة”، “اقتصاد”` →
 * `['سياسة', 'اقتصاد']`. Undefined for a text of which only a part is quoted, and for «», which readers are to see.
 */
export function unwrapSmartQuotes(text: string): string[] | undefined {
  const parts = text.split(/[،,]/).map((part) => smartlyQuoted.exec(part.trim())?.[1]?.trim());
  const inner = parts.filter((part) => part !== undefined);
  if (inner.length === parts.length) return inner;
  const whole = smartlyQuoted.exec(text)?.[1];
  return whole === undefined ? undefined : [whole.trim()];
}
