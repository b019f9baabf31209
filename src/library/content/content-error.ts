import { formatProblems, type Problem } from '../../schema/problem.ts';

/** Bad content, told to its author: the message is the whole Arabic report, and nobody needs the stack. */
export class ContentError extends Error {
  override name = 'ContentError';
  /** Empty where the report is a text. */
  readonly problems: readonly Problem[];

  constructor(report: string | readonly Problem[]) {
    super(typeof report === 'string' ? report : formatProblems(report));
    this.problems = typeof report === 'string' ? [] : report;
  }
}
