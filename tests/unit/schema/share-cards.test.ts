import { expect, it } from 'vitest';
import { parseSite } from '../../../src/schema/site.ts';

const asked = 'اكتب عدد المقالات التي تُرسم لها بطاقات، مثل 2000، أو واحدة من هذه: all، sections، none.';

it.each<[line: string, scope: string | number, message?: string]>([
  ['', 2000],
  ['share-cards: 300', 300],
  ['share-cards: ٣٠٠', 300],
  ['share-cards: all', 'all'],
  ['share-cards: articles', 'all'],
  ['share-cards: sections', 'sections'],
  ['share-cards: none', 'none'],
  ['share-cards: لا', 2000, `القيمة «لا» لا تصلح في «share-cards». ${asked}`],
  ['share-cards: 0', 2000, `القيمة «0» لا تصلح في «share-cards». ${asked}`],
  ['share-cards: constructor', 2000, `القيمة «constructor» لا تصلح في «share-cards». ${asked}`],
])('with «%s», share cards are drawn for: %s', (line, scope, message) => {
  const { site, problems } = parseSite(`title: صدى\ndescription: أخبار\nurl: https://sada.example\n${line}\n`);
  expect(site.shareCards).toBe(scope);
  expect(problems.map((problem) => problem.message)).toEqual(message === undefined ? [] : [message]);
});
