import type { Finding } from '../editorial/findings.ts';
import { type ContentText, openRulebook, type ReviewedFile, reviewFile } from '../editorial/review-file.ts';
import type { Rulebook } from '../editorial/review-prose.ts';
import { listTexts, readContentText, writeContentText } from '../library/content/content-text.ts';
import type { Environment } from '../library/environment.ts';
import { openLibrary } from '../library/library.ts';
import type { Library } from '../library/types.ts';
import { breakingFile } from '../schema/breaking.ts';
import { type Problem, sortProblems } from '../schema/problem.ts';
import {
  describeExpiredLinks,
  describeUpcoming,
  findBrokenLinksOfUnpublished,
  type UpcomingProblem,
} from '../site-build/content-links.ts';
import { findProblems } from '../site-build/content-problems.ts';
import { describePublicFiles } from '../site-build/public-file-faults.ts';
import { describeSchedule } from '../site-build/schedule-report.ts';
import type { Choice } from './chosen-files.ts';
import { adviseOnReporters } from './reporter-advice.ts';

export interface CheckedContent {
  /** Errors, which stop the build. */
  problems: Problem[];
  /** Warnings, by file and line. */
  findings: Finding[];
  /** Sentences about the content as a whole, and about the articles that are scheduled. */
  notices: string[];
  /** How many errors files have that were not chosen; undefined if all are checked. */
  problemsElsewhere?: number;
}

/**
 * Finds everything that is wrong with a content directory, without building the site. If files are chosen, the whole
 * content is read, and what is wrong with them is told.
 */
export async function checkContent(environment: Environment, isChosen?: Choice): Promise<CheckedContent> {
  const library = await openLibrary(environment);
  const problems = await findProblems(library, environment);
  const reviewed = await reviewAll(library, environment, isChosen);
  const upcoming = await findLinksOfUnpublished(reviewed, environment);
  const findings = [...reviewed.flatMap(({ review }) => review.findings), ...upcoming.findings];
  const told = isChosen ? problems.filter(({ file }) => isChosen(file)) : problems;
  return {
    problems: told,
    findings: sortProblems(findings.filter((finding) => !isAlsoError(finding, problems))),
    notices: [
      ...(isChosen
        ? []
        : [...library.notices, ...adviseOnReporters(library), ...describePublicFiles(library, environment)]),
      ...(isChosen ? [] : await describeExpiredLinks(library, environment)),
      ...upcoming.elsewhere
        .filter(({ file }) => isChosen?.(file) ?? true)
        .map((problem) => describeUpcoming(problem, library.site)),
      ...describeSchedule(library, environment.now, isChosen),
    ],
    ...(isChosen && { problemsElsewhere: problems.length - told.length }),
  };
}

/** Finds the links that will be broken when their texts appear. `elsewhere` are those in files that have no prose. */
async function findLinksOfUnpublished(
  reviewed: readonly ReviewedText[],
  environment: Environment,
): Promise<{ findings: Finding[]; elsewhere: UpcomingProblem[] }> {
  const reviews = new Map(reviewed.map(({ file, review }) => [file, review]));
  const broken = await findBrokenLinksOfUnpublished(environment);
  const findings = broken.flatMap((problem) => {
    const { file, message, suggestion } = problem;
    const finding = reviews.get(file)?.findAt('broken-link', problem);
    return finding ? [{ ...finding, message, ...(suggestion !== undefined && { suggestion }) }] : [];
  });
  return { findings, elsewhere: broken.filter(({ file }) => file === breakingFile) };
}

/** Writes the corrections that need no decision into the files. Returns the files that it changed. */
export async function fixContent(
  environment: Environment,
  onWritten: (file: string) => void,
  isChosen?: Choice,
): Promise<void> {
  const { contentDirectory } = environment;
  for (const { file, text, review } of await reviewAll(await openLibrary(environment), environment, isChosen)) {
    if (review.fixed === text) continue;
    await writeContentText(contentDirectory, file, review.fixed);
    onWritten(file);
  }
}

interface ReviewedText {
  file: string;
  text: string;
  review: ReviewedFile;
}

async function reviewAll(
  { site, houseStyle }: Library,
  { contentDirectory }: Environment,
  isChosen: Choice = () => true,
): Promise<ReviewedText[]> {
  const rulebook = openRulebook(site.disabledRules, houseStyle);
  const reviewed: ReviewedText[] = [];
  for (const file of (await listTexts(contentDirectory)).filter(isChosen)) {
    const text = await readContentText(contentDirectory, file);
    const review = text === undefined ? undefined : reviewIfPossible({ file, text }, rulebook);
    if (text !== undefined && review) reviewed.push({ file, text, review });
  }
  return reviewed;
}

/**
 * Reviews a file; returns undefined if its body is nested so deeply that the stack overflows, which the build reports.
 */
function reviewIfPossible(content: ContentText, rulebook: Rulebook): ReviewedFile | undefined {
  try {
    return reviewFile(content, rulebook);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Whether a finding repeats a problem: characters that reorder text, images that are not shown, and markup in words of
 * the interface are both.
 */
function isAlsoError({ rule, file, line, suggestion }: Finding, problems: readonly Problem[]): boolean {
  const isSame = ({ field, suggestion: meant }: Problem): boolean =>
    rule === 'bidi-override' || (rule === 'visible-marks' && (meant === suggestion || /^labels\b/.test(field ?? '')));
  return problems.some((problem) => problem.file === file && problem.line === line && isSame(problem));
}
