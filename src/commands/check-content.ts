import type { Finding } from '../editorial/findings.ts';
import { type ContentText, openRulebook, type ReviewedFile, reviewFile } from '../editorial/review-file.ts';
import type { Rulebook } from '../editorial/review-prose.ts';
import { listTexts, readContentText, writeContentText } from '../library/content/content-text.ts';
import type { Environment } from '../library/environment.ts';
import { openLibrary, renderBody } from '../library/library.ts';
import { listFiles } from '../library/list-files.ts';
import type { Library } from '../library/types.ts';
import { findAddresses } from '../model/addresses.ts';
import { resolveInternalLink } from '../model/internal-links.ts';
import { articlePath, standalonePath } from '../model/urls.ts';
import { type Problem, sortProblems } from '../schema/problem.ts';

export interface CheckedContent {
  /** Errors, which stop the build. */
  problems: Problem[];
  /** Warnings, by file and line. */
  findings: Finding[];
  /** Sentences about the content as a whole. */
  notices: string[];
}

/** Finds everything that is wrong with a content directory, without building the site. */
export async function checkContent(environment: Environment): Promise<CheckedContent> {
  const library = await openLibrary(environment);
  const isBroken = await openLinkCheck(library, environment);
  const published = new Set([...library.articles, ...library.pages].map(({ file }) => file));
  const problems = [...library.problems];
  const findings: Finding[] = [];
  for (const { file, review } of await reviewAll(library, environment)) {
    findings.push(...review.findings);
    for (const { url, finding, isTold } of review.links) {
      if (!(await isBroken(url, file))) continue;
      if (published.has(file)) problems.push(asProblem(finding));
      else if (isTold) findings.push(finding);
    }
  }
  return {
    problems: sortProblems(problems),
    findings: sortProblems(findings.filter((finding) => !isAlsoError(finding, problems))),
    notices: library.notices,
  };
}

/** Turns a finding into a problem: broken links in published pages stop the build even if their rule is disabled. */
function asProblem({ file, line, column, source, message }: Finding): Problem {
  return { file, line, message, ...(column !== undefined && { column }), ...(source !== undefined && { source }) };
}

/** Writes the corrections that need no decision into the files. Returns the files that it changed. */
export async function fixContent(environment: Environment, onWritten: (file: string) => void): Promise<void> {
  const { contentDirectory } = environment;
  for (const { file, text, review } of await reviewAll(await openLibrary(environment), environment)) {
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

async function reviewAll({ site, houseStyle }: Library, { contentDirectory }: Environment): Promise<ReviewedText[]> {
  const rulebook = openRulebook(site.disabledRules, houseStyle);
  const reviewed: ReviewedText[] = [];
  for (const file of await listTexts(contentDirectory)) {
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

/** Whether a finding repeats a problem: characters that reorder text, and images that are not shown, are both. */
function isAlsoError({ rule, file, line, suggestion }: Finding, problems: readonly Problem[]): boolean {
  const isSame = (problem: Problem): boolean =>
    rule === 'bidi-override' ? true : rule === 'visible-marks' && problem.suggestion === suggestion;
  return problems.some((problem) => problem.file === file && problem.line === line && isSame(problem));
}

/** Returns a predicate for broken links. Links from an unpublished file to another unpublished file are not broken. */
async function openLinkCheck(published: Library, environment: Environment) {
  const all = await openLibrary({ ...environment, includeUnpublished: true });
  const copied = new Set(listFiles(environment.publicDirectory).map((file) => `/${file}`));
  const addresses = findAddresses(published);
  const allAddresses = findAddresses(all);
  const publishedFiles = new Set([...published.articles, ...published.pages].map(({ file }) => file));
  const pages = new Map([
    ...all.articles.map((article) => [article.file, articlePath(article, all.site)] as const),
    ...all.pages.map(({ file, slug }) => [file, standalonePath(slug)] as const),
  ]);

  return async (url: string, file: string): Promise<boolean> => {
    const page = pages.get(file);
    const target = page === undefined ? undefined : resolveInternalLink(url, page, all.site.url);
    if (target === undefined || copied.has(target.path)) return false;
    const known = (publishedFiles.has(file) ? addresses : allAddresses).get(target.path);
    if (known === undefined) return true;
    return target.fragment !== '' && known.file !== undefined && !(await hasAnchor(known.file, target.fragment));
  };

  async function hasAnchor(file: string, anchor: string): Promise<boolean> {
    const { html, headings } = await renderBody(file, { ...environment, includeUnpublished: true });
    if (headings.some(({ id }) => id === anchor)) return true;
    return file.endsWith('.mdx') || [...html.matchAll(/ id="([^"]*)"/g)].some(([, id]) => id === anchor);
  }
}
