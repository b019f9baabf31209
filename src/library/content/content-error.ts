import { formatProblems, type Problem } from '../../schema/problem.ts';

/** Bad content. The message is the whole Arabic report for its author, who has no use for a stack trace. */
export class ContentError extends Error {
  override name = 'ContentError';
  /** Empty if the report was given as a text. */
  readonly problems: readonly Problem[];

  constructor(report: string | readonly Problem[]) {
    super(typeof report === 'string' ? report : formatProblems(report));
    this.problems = typeof report === 'string' ? [] : report;
  }
}
