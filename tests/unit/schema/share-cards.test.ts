import { expect, it } from 'vitest';
import { parseSite } from '../../../src/schema/site.ts';

it.each<[line: string, scope: string, message?: string]>([
  ['', 'articles'],
  ['share-cards: sections', 'sections'],
  ['share-cards: none', 'none'],
  ['share-cards: لا', 'articles', 'القيمة «لا» لا تصلح في «share-cards». اكتب واحدة من هذه: articles، sections، none.'],
])('with «%s», share cards are drawn for: %s', (line, scope, message) => {
  const { site, problems } = parseSite(`title: صدى\ndescription: أخبار\nurl: https://sada.example\n${line}\n`);
  expect(site.shareCards).toBe(scope);
  expect(problems.map((problem) => problem.message)).toEqual(message === undefined ? [] : [message]);
});
