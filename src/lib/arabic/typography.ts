import { applyEdits, type Edit, findEdits, originOf, type TrackedText, withEdits } from '../tracked-text.ts';
import { hasArabicLetter } from './characters.ts';
import { findProtectedSpans, maskSpans, opaque, type ProtectedSpan } from './protected-spans.ts';
import { type TypographyRule, type TypographyRuleId, typographyRules } from './typography-rules.ts';

/** A rule that does not hold everywhere in a text. */
export interface AppliedRule extends TypographyRule {
  /** Takes an index in the original text. */
  isExempt?(index: number): boolean;
}

export interface Change {
  rule: TypographyRuleId;
  /** Where in the original, as an index from 0. */
  at: number;
}

export interface Revision {
  /** From the original to the text as the rules want it, in order. */
  edits: Edit[];
  changes: Change[];
}

/** Far more rounds than any text needs: the second one is there for what the first has brought together. */
const maxRounds = 6;
const unchanged: Revision = { edits: [], changes: [] };

/**
 * Applies rules to the text of one block until nothing is left for them to do. URLs, e-mail addresses, hashtags, handles and
 * whatever the caller has replaced by `opaque` stay as they are, and so does a block without an Arabic letter.
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
      const exempt = isExempt ? found.filter(({ start }) => isExempt(positionOf(revised, start))) : [];
      // A quotation is set at both ends or at none.
      const edits = id === 'quotes' && exempt.length > 0 ? [] : found.filter((edit) => !exempt.includes(edit));
      if (edits.length === 0) continue;
      for (const { start } of edits) changes.push({ rule: id, at: positionOf(revised, start) });
      revised = applyEdits(revised, edits);
      masked = withEdits(masked, edits);
    }
    if (revised === before) break;
  }
  return { edits: findEdits(text, revised), changes };
}

/** By unit: 1 within a span. */
function flagSpans(length: number, spans: readonly ProtectedSpan[]): Uint8Array {
  const flags = new Uint8Array(length);
  for (const { start, end } of spans) flags.fill(1, start, end);
  return flags;
}

/** Hides the spans that a text has now, and those that it began with. */
function mask({ text, origins }: TrackedText, isProtected: Uint8Array): string {
  const masked = maskSpans(text, findProtectedSpans(text));
  if (!origins) return masked;
  return origins.map((origin, index) => (isProtected[origin] === 1 ? opaque : masked.charAt(index))).join('');
}

/** The rules that set type, without those that a site has switched off. */
export function typesettingRules(off: readonly string[]): TypographyRule[] {
  return typographyRules.filter(({ id, setsType }) => setsType && !off.includes(id));
}

/** A text of one block as readers see it: `قال : "نعم" ..` → «قال: «نعم»…». */
export function typeset(text: string, rules: readonly TypographyRule[]): string {
  return withEdits(text, reviseText(text, rules).edits);
}

const presentationForm = /[\uFB50-\uFDFF\uFE70-\uFEFC]/;

/** The place in the original of a unit, or of the nearest one before it that was there. */
function positionOf(revised: TrackedText, index: number): number {
  for (let at = Math.min(index, revised.text.length - 1); at >= 0; at -= 1) {
    const origin = originOf(revised, at);
    if (origin !== -1) return origin;
  }
  return 0;
}
