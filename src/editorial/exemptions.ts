import type { RuleId } from '../schema/rules.ts';

/** By line, from 1: the rules that do not hold there, or all of them. */
export type Exemptions = ReadonlyMap<number, ReadonlySet<string> | 'all'>;

const names = '[ \\t]*تجاهل(?![\\p{L}\\p{M}])[ \\t]*:?[ \\t]*([a-z،, \\t-]*?)[ \\t]*';
const inBody = new RegExp(`(?:<!--${names}-->|\\{/\\*${names}\\*/\\})`, 'u');
const inYaml = new RegExp(`(?:^|\\s)#${names}$`, 'u');

/**
 * Reads the comments that exempt a line from the check: `<!-- تجاهل: quotes، dash -->` in Markdown, the same in the comments of
 * MDX, `# تجاهل: tatweel` in YAML. A comment alone on its line exempts the next line that has text, another its own.
 * @param bodyLine the line on which the body begins, from 1; Infinity where all of the text is YAML
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
