import type { RuleId } from '../schema/rules.ts';

/** By line, from 1: the ids of the rules that are not applied there. */
export type Exemptions = ReadonlyMap<number, ReadonlySet<string> | 'all'>;

const names = '[ \\t]*تجاهل(?![\\p{L}\\p{M}])[ \\t]*:?[ \\t]*([a-z،, \\t-]*?)[ \\t]*';
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
  for (const [index, line] of lines.entries()) {
    const [written, ...groups] = (index + 1 < bodyLine ? inYaml : inBody).exec(line) ?? [];
    if (written === undefined) continue;
    const isAlone = line.trim() === written.trim();
    const next = lines.findIndex((other, at) => at > index && other.trim() !== '');
    const exempt = isAlone ? next : index;
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

export function isExempt(exemptions: Exemptions, line: number, rule: RuleId): boolean {
  const rules = exemptions.get(line);
  return rules === 'all' || rules?.has(rule) === true;
}
