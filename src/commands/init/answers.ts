import { proposeLatinId } from '../../lib/arabic/latin-id.ts';
import { monthsOfTimeZone } from '../../lib/arabic/months-by-time-zone.ts';
import { slugify } from '../../lib/arabic/slug.ts';
import { parseAuthor } from '../../schema/author.ts';
import { parseCategory } from '../../schema/category.ts';
import { findBadName } from '../../schema/cross-file.ts';
import { parseSite } from '../../schema/site.ts';
import { commandStrings } from '../../strings/commands.ts';
import { type Answers, composeAuthor, composeSection, composeSettings } from './settings-files.ts';

const words = commandStrings.init;

/** The order in which is asked; an id comes after the name from which it is proposed. */
export const questions = Object.keys(words.questions) as (keyof Answers)[];

/** The answers that nothing can be proposed for. */
const required: readonly (keyof Answers)[] = ['title', 'description', 'url', 'section', 'author'];

/** Returns what is answered where nothing was typed, from what is known by then; '' if that is nothing. */
export function proposeAnswer(question: keyof Answers, known: Partial<Answers>, timeZone: string): string {
  switch (question) {
    case 'host':
      return 'none';
    case 'time-zone':
      return timeZone;
    case 'months':
      return monthsOfTimeZone(known['time-zone'] ?? timeZone);
    case 'section-id':
      return proposeLatinId(known.section ?? '');
    case 'author-id':
      return proposeLatinId(known.author ?? '');
    default:
      return '';
  }
}

/** Takes away the spaces around what was typed, so that what is checked is what is written. */
export function trimAnswers(typed: Partial<Answers>): Partial<Answers> {
  return Object.fromEntries(Object.entries(typed).map(([question, answer]) => [question, answer.trim()]));
}

/** Says what is wrong with each of these answers. */
export function findFaults(answers: Partial<Answers>): string[] {
  return questions.flatMap((question) => {
    const answer = answers[question];
    return answer === undefined ? [] : (findFault(question, answer) ?? []);
  });
}

/** Completes the flags of a command that has nobody to ask; `missing` are the flags that it cannot do without. */
export function completeAnswers(
  typed: Partial<Answers>,
  timeZone: string,
): { answers: Answers; missing: (keyof Answers)[] } {
  const answers: Partial<Answers> = { ...typed };
  for (const question of questions) answers[question] ??= proposeAnswer(question, answers, timeZone);
  const isMissing = (question: keyof Answers): boolean => {
    if (required.includes(question)) return typed[question] === undefined;
    // An id that cannot be proposed; its name, if that is missing, is asked for first.
    const name = question === 'section-id' ? typed.section : question === 'author-id' ? typed.author : undefined;
    return name !== undefined && answers[question] === '';
  };
  return { answers: answers as Answers, missing: questions.filter(isMissing) };
}

/** Says what is wrong with an answer as the check of the content would, with the corrected line; undefined if nothing is. */
export function findFault(question: keyof Answers, answer: string): string | undefined {
  const found = findProblem(question, answer.trim());
  if (found === undefined) return undefined;
  return words.refused(question, found.message, found.suggestion);
}

/** Answers without a fault, among which one answer is checked. */
const examples: Answers = {
  title: 'Title',
  description: 'Description',
  url: 'https://news.example',
  host: 'none',
  'time-zone': 'UTC',
  months: 'gulf-egypt',
  section: 'Section',
  'section-id': 'news',
  author: 'Author',
  'author-id': 'maha',
  gender: '',
};

interface Found {
  message: string;
  suggestion?: string;
}

/** How many letters a name may have, or a sentence about the paper. */
const longest: Partial<Record<keyof Answers, number>> = { title: 200, description: 500, section: 200, author: 200 };

function findProblem(question: keyof Answers, answer: string): Found | undefined {
  const most = longest[question];
  if (/\p{Cc}/u.test(answer)) return { message: words.severalLines };
  if (most !== undefined && [...answer].length > most) return { message: words.tooLong(most) };
  const answers = { ...examples, [question]: answer };
  switch (question) {
    case 'section-id':
    case 'author-id': {
      if (findBadName(answer, '') === undefined) return undefined;
      return { message: words.badId(answer, slugify(answer)) };
    }
    case 'section':
      return parseCategory('categories/section.yaml', 'section', composeSection(answers)).problems[0];
    case 'author':
    case 'gender':
      return parseAuthor('authors/author.yaml', 'author', composeAuthor(answers)).problems[0];
    default:
      return parseSite(composeSettings(answers)).problems[0];
  }
}
