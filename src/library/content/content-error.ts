import { formatProblems, type Problem } from '../../schema/problem.ts';

/**
 * The content has problems. The message is the whole Arabic report for the newsroom, to be shown without a stack trace.
 */
export class ContentError extends Error {
  override name = 'ContentError';
  /** Empty if the report was passed as a string. */
  readonly problems: readonly Problem[];

  constructor(report: string | readonly Problem[]) {
    super(typeof report === 'string' ? report : formatProblems(report));
    this.problems = typeof report === 'string' ? [] : report;
  }
}
