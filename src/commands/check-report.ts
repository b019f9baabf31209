import pc from 'picocolors';
import type { Finding } from '../editorial/findings.ts';
import { blankLike } from '../lib/display-width.ts';
import { showUnprintable } from '../lib/printable-text.ts';
import { formatProblem, type Problem } from '../schema/problem.ts';
import { commandStrings } from '../strings/commands.ts';
import type { CheckedContent } from './check-content.ts';

export const reportFormats = ['text', 'github', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

type Report = (checked: CheckedContent, contentDirectory: string) => string;

const words = commandStrings.check;

/** Report for a terminal: by file, errors first, with totals in whole sentences at the end. */
const textReport: Report = ({ problems, findings, notices, problemsElsewhere }) => {
  const files = [...new Set([...problems, ...findings].map(({ file }) => file))].sort();
  const blocks = files.map((file) =>
    [
      pc.bold(file),
      ...problems.filter((problem) => problem.file === file).map((problem) => indent(describeProblem(problem))),
      ...findings.filter((finding) => finding.file === file).map((finding) => indent(describeFinding(finding))),
    ].join('\n'),
  );
  const fixable = findings.filter(({ isFixable }) => isFixable).length;
  const ending = [
    ...(findings.length > 0 ? [tally(findings)] : []),
    tellErrors(problems.length, problemsElsewhere),
    ...(problemsElsewhere ? [pc.red(words.errorsElsewhere(problemsElsewhere))] : []),
    words.findings(findings.length, fixable),
  ].join('\n');
  return [...(notices.length > 0 ? [notices.join('\n')] : []), ...blocks, ending].join('\n\n');
};

function tellErrors(count: number, elsewhere: number | undefined): string {
  const told = elsewhere === undefined ? words.errors(count) : words.chosenErrors(count);
  return count > 0 ? pc.red(told) : pc.green(told);
}

function describeProblem({ file, ...problem }: Problem): string {
  const [place = '', ...below] = formatProblem({ file, ...problem })
    .slice(file.length + 1)
    .split('\n');
  return [`${pc.red(words.error)} ${place}`, ...below].join('\n');
}

function describeFinding({ line, column = 1, message, rule, isFixable, excerpt }: Finding): string {
  const { at, meant } = excerpt;
  const typed = showUnprintable(excerpt.typed);
  const label = isFixable ? pc.cyan(words.fixable) : pc.yellow(words.warning);
  const below = [typed, `${blankLike(typed.slice(0, at))}^`, ...(meant === undefined ? [] : [pc.green(meant)])];
  return [
    `${label} ${line}:${column}: ${message} ${pc.dim(`(${rule})`)}`,
    ...below.map((text) => text.replace(/^/gm, '    ')),
  ].join('\n');
}

/** Lists how often each rule was broken, the most frequent first. */
function tally(findings: readonly Finding[]): string {
  const counts = [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, of]) => ({ rule, count: of.length }));
  counts.sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
  const width = String(counts[0]?.count ?? 0).length;
  return counts.map(({ rule, count }) => `${String(count).padStart(width)} ${rule}`).join('\n');
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

type Annotated = Pick<Problem, 'file' | 'line' | 'column' | 'message'> & { suggestion?: string | undefined };

/** Annotations for pull requests, as workflow commands of GitHub Actions. */
const githubReport: Report = ({ problems, findings }, contentDirectory) =>
  [
    ...problems.map((problem) => annotate('error', problem, problem.field ?? words.error, contentDirectory)),
    ...findings.map((finding) =>
      annotate('warning', { ...finding, suggestion: finding.excerpt.meant }, finding.rule, contentDirectory),
    ),
  ].join('\n');

function annotate(
  command: 'error' | 'warning',
  { file, line, column, message, suggestion }: Annotated,
  title: string,
  contentDirectory: string,
): string {
  const properties = {
    file: contentDirectory === '' ? file : `${contentDirectory}/${file}`,
    line,
    ...(column !== undefined && { col: column }),
    title,
  };
  const parameters = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command} ${parameters.join(',')}::${escapeData(suggestion === undefined ? message : `${message}\n${suggestion}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Report for other programs: all data as JSON on one line. */
const jsonReport: Report = ({ problems, findings, notices }) => JSON.stringify({ problems, findings, notices });

const reports: Readonly<Record<ReportFormat, Report>> = { text: textReport, github: githubReport, json: jsonReport };

/** @param contentDirectory relative to the repository, with `/`, as annotations of GitHub Actions need it */
export function reportCheck(checked: CheckedContent, format: ReportFormat, contentDirectory: string): string {
  return reports[format](checked, contentDirectory);
}
