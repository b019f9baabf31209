/**
 * A query whose relevant documents are found by a hand-written list of word forms, so that they do not depend on the
 * analysis under test. `n:شرط,شروط` accepts these words, also with the article, proclitics and pronouns; `p:` also with
 * article and proclitics, `v:` with the proclitics and pronouns of verbs, `x:` with nothing more. `phrase:` requires
 * the words in their order.
 */
export interface RatedQuery {
  category: string;
  text: string;
  /** The list of word forms, as it is written. */
  words: string;
  isRelevant(tokens: readonly string[]): boolean;
}

const proclitics = '(?:[وف]?(?:ال|بال|كال|لل|[بل])?)';
const verbProclitics = '(?:[وف]?[سل]?)';
const pronouns = '(?:ه|ها|هم|هن|هما|نا|كم|ا)?';
const verbPronouns = '(?:ه|ها|هم|هن|هما|نا|ني)?';

const folded: Record<string, string> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ک: 'ك', ھ: 'ه', ہ: 'ه', ە: 'ه' };

/** Removes the hamza of أ, ؤ and ئ together with other marks, and does not make ة the same as ه. */
function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ـ', '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[ٱىیېکھہە]/g, (letter) => folded[letter] ?? letter)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .toLowerCase();
}

export function tokenize(text: string): string[] {
  return normalize(text).match(/[0-9]+(?:[.,٫][0-9]+)*|[\p{L}\p{N}]+/gu) ?? [];
}

/** Reads lines of `category | query | lexemes`, with ` + ` between lexemes; lines that begin with `#` are comments. */
export function readQueries(text: string): RatedQuery[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [category = '', query = '', specification = ''] = line.split('|').map((field) => field.trim());
      return { category, text: query, words: specification, isRelevant: relevanceOf(specification) };
    });
}

function relevanceOf(specification: string): RatedQuery['isRelevant'] {
  if (specification.startsWith('phrase:')) {
    const phrase = ` ${tokenize(specification.slice('phrase:'.length)).join(' ')} `;
    return (tokens) => ` ${tokens.join(' ')} `.includes(phrase);
  }
  const lexemes = specification.split(' + ').map(lexemeOf);
  return (tokens) => lexemes.every((lexeme) => tokens.some((token) => lexeme.test(token)));
}

function lexemeOf(specification: string): RegExp {
  const mode = specification.trim().slice(0, 1);
  const forms = specification.trim().slice(2).split(',');
  return new RegExp(`^(?:${forms.map((form) => patternOf(mode, form.trim())).join('|')})$`, 'u');
}

function patternOf(mode: string, form: string): string {
  const letters = normalize(form);
  const isFeminine = letters.endsWith('ة');
  const start = letters.slice(0, -1);
  const whole = isFeminine ? `${start}[ةه]` : letters;
  if (mode === 'x') return whole;
  if (mode === 'p') return proclitics + whole;
  if (mode === 'v') return verbProclitics + whole + verbPronouns;
  if (isFeminine) return `${proclitics}(?:${whole}|${start}ت${pronouns.slice(0, -1)})`;
  // `normalize` keeps a hamza without a carrier; before a pronoun it may be on و or ي.
  if (letters.endsWith('ء')) return `${proclitics}${start}(?:(?:ء|و|ي)${pronouns})`;
  return proclitics + letters + pronouns;
}
