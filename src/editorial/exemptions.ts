import type { RuleId } from '../schema/rules.ts';

/** By line, from 1: the ids of the rules that are not applied there. */
export type Exemptions = ReadonlyMap<number, ReadonlySet<string> | 'all'>;

const names = '[ \\t]*تجاهل(?![\\p{L}\\p{M}])(?:[ \\t]*:)?([a-z،, \\t-]*)';
const inBody = new RegExp(`(?:<!--${names}-->|\\{/\\*${names}\\*/\\})`, 'u');
const inYaml = new RegExp(`(?:^|\\s)#${names}$`, 'u');

/**
 * Reads the comments that exempt a line from rules: `<!-- تجاهل: quotes، dash -->` in Markdown, `{/* تجاهل *\/}` in
 * MDX, `# تجاهل: tatweel` in YAML. Without rule ids, a comment exempts from all rules. A comment alone on its line
 * exempts the next line that is not empty, any other comment its own line.
 * @param bodyLine the line on which the body begins, from 1; Infinity if the whole text is YAML
 */
export function findExemptions(text: string, bodyLine: number): Exemptions {
  const exemptions = new Map<number, Set<string> | 'all'>();
  if (!text.includes('تجاهل')) return exemptions;
  const lines = text.split(/\r?\n/);
  const nextFilled = findNextFilled(lines);
  for (const [index, line] of lines.entries()) {
    const [written, ...groups] = (index + 1 < bodyLine ? inYaml : inBody).exec(line) ?? [];
    if (written === undefined) continue;
    const isAlone = line.trim() === written.trim();
    const exempt = isAlone ? nextFilled[index] : index;
    if (exempt === undefined) continue;
    const rules = groups
      .join(' ')
      .split(/[،,\s]+/)
      .filter((name) => name !== '');
    const known = exemptions.get(exempt + 1);
    if (rules.length === 0 || known === 'all') exemptions.set(exempt + 1, 'all');
    else exemptions.set(exempt + 1, new Set([...(known ?? []), ...rules]));
  }
  return exemptions;
}

/** By index of a line: the index of the next line that is not empty. */
function findNextFilled(lines: readonly string[]): (number | undefined)[] {
  let next: number | undefined;
  const found: (number | undefined)[] = [];
  for (const [index, line] of [...lines.entries()].reverse()) {
    found[index] = next;
    if (line.trim() !== '') next = index;
  }
  return found;
}

export function isExempt(exemptions: Exemptions, line: number, rule: RuleId): boolean {
  const rules = exemptions.get(line);
  return rules === 'all' || rules?.has(rule) === true;
}
