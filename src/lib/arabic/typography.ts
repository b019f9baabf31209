import { applyEdits, type Edit, findEdits, originBefore, type TrackedText, withEdits } from '../tracked-text.ts';
import { hasArabicLetter } from './characters.ts';
import { findProtectedSpans, maskSpans, opaque, type ProtectedSpan } from './protected-spans.ts';
import { type TypographyRule, type TypographyRuleId, typographyRules } from './typography-rules.ts';

/** A typography rule with exceptions. */
export interface AppliedRule extends TypographyRule {
  /** Whether the rule must not be applied at this index of the original text. */
  isExempt?(index: number): boolean;
}

/** A change that a rule has made, for reports. */
export interface Change {
  rule: TypographyRuleId;
  /** Index in the original text. */
  at: number;
}

export interface Revision {
  /** Turn the original into the revised text. In order, without overlaps. */
  edits: Edit[];
  changes: Change[];
}

/**
 * Rules are applied in rounds because one edit can cause another. Two rounds usually suffice; the limit only prevents
 * an endless loop.
 */
const maxRounds = 6;
const unchanged: Revision = { edits: [], changes: [] };

/**
 * Applies rules to the text of one block repeatedly, until they change nothing. Does not change protected spans (URLs,
 * hashtags and so on), code units that the caller has replaced with `opaque`, and blocks without an Arabic letter.
 */
export function reviseText(text: string, rules: readonly AppliedRule[]): Revision {
  if (!hasArabicLetter(text) && !presentationForm.test(text)) return unchanged;
  const isProtected = flagSpans(text.length, findProtectedSpans(text));
  const changes: Change[] = [];
  let revised: TrackedText = { text };
  for (let round = 0; round < maxRounds; round += 1) {
    const before = revised;
    let masked = mask(revised, isProtected);
    for (const { id, findEdits, isExempt } of rules) {
      const found = findEdits(masked);
      const applied = isExempt ? found.filter(({ start }) => !isExempt(originBefore(revised, start))) : found;
      // Both marks of a quotation are replaced, or neither; so one exemption exempts the whole block.
      const edits = id === 'quotes' && applied.length < found.length ? [] : applied;
      if (edits.length === 0) continue;
      for (const { start } of edits) changes.push({ rule: id, at: originBefore(revised, start) });
      revised = applyEdits(revised, edits);
      masked = withEdits(masked, edits);
    }
    if (revised === before) break;
  }
  return { edits: findEdits(text, revised), changes };
}

/** Makes one flag per code unit: 1 within a span, else 0. */
function flagSpans(length: number, spans: readonly ProtectedSpan[]): Uint8Array {
  const flags = new Uint8Array(length);
  for (const { start, end } of spans) flags.fill(1, start, end);
  return flags;
}

/**
 * Masks the protected spans of the revised text, and those of the original text: an edit may have broken one of these,
 * so that it is no longer found.
 */
function mask({ text, origins }: TrackedText, isProtected: Uint8Array): string {
  const masked = maskSpans(text, findProtectedSpans(text));
  if (!origins) return masked;
  return origins.map((origin, index) => (isProtected[origin] === 1 ? opaque : masked.charAt(index))).join('');
}

/** Returns the rules that are applied to pages; `off` contains the ids of those that the site has switched off. */
export function typesettingRules(off: readonly string[]): TypographyRule[] {
  return typographyRules.filter(({ id, setsType }) => setsType && !off.includes(id));
}

/** Applies rules to the text of one block: `قال : "نعم" ..` → `قال: «نعم»…`. */
export function typeset(text: string, rules: readonly TypographyRule[]): string {
  return withEdits(text, reviseText(text, rules).edits);
}

const presentationForm = /[\uFB50-\uFDFF\uFE70-\uFEFC]/;
