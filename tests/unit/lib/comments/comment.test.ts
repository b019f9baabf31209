import { describe, expect, it, test } from 'vitest';
import { closingTime } from '../../../../src/lib/comments/closing.ts';
import {
  type CommentFailure,
  type CommentField,
  checkUnsentComment,
  cleanUnsentComment,
  commentFailures,
  fieldOf,
  readComment,
  type UnsentComment,
} from '../../../../src/lib/comments/comment.ts';
import { strings } from '../../../../src/strings/interface.ts';

const rules = { email: true, textLimit: 20 };
const good: UnsentComment = { name: 'سلمى', email: 'salma@example.com', text: 'نعم' };

describe('an unsent comment', () => {
  it.each<[changes: Partial<UnsentComment>, failures: CommentFailure[]]>([
    [{}, []],
    [{ text: ' \u200B\n', name: '\u200D', email: ' ' }, ['text-required', 'name-required', 'email-required']],
    [{ text: 'ك'.repeat(21) }, ['text-too-long']],
    [{ text: '😀'.repeat(20) }, []],
    [{ name: 'س'.repeat(81) }, ['name-too-long']],
    [{ email: 'salma' }, ['email-invalid']],
    [{ email: 'salma@example' }, ['email-invalid']],
    [{ email: 'salma@@example.com' }, ['email-invalid']],
    [{ email: `${'s'.repeat(250)}@a.co` }, ['email-invalid']],
    [{ email: ' سلمى@مثال.شبكة ' }, []],
  ])('with the changes %j has the failures %j', (changes, failures) => {
    expect(checkUnsentComment(cleanUnsentComment({ ...good, ...changes }), rules)).toEqual(failures);
  });

  test('may have three links, and needs no e-mail address if the form does not ask for one', () => {
    const links = (count: number) => ({ ...good, text: 'https://a.example '.repeat(count) });
    const long = { email: true, textLimit: 500 };
    expect(checkUnsentComment(links(3), long)).toEqual([]);
    expect(checkUnsentComment(links(4), long)).toEqual(['too-many-links']);
    expect(checkUnsentComment({ ...good, email: '' }, { ...long, email: false })).toEqual([]);
  });
});

test('every failure has a sentence, and names the field that can put it right', () => {
  expect(Object.keys(strings.comments.failures).sort()).toEqual([...commentFailures].sort());
  const fields = Object.fromEntries(commentFailures.map((failure) => [failure, fieldOf(failure)]));
  expect(fields).toMatchObject<Partial<Record<CommentFailure, CommentField | undefined>>>({
    'name-too-long': 'name',
    'email-invalid': 'email',
    'too-many-links': 'text',
    duplicate: undefined,
    down: undefined,
  });
});

describe('a comment from untrusted data', () => {
  const whole = { id: '7', author: 'سلمى', text: 'نعم', time: '2026-01-01T00:00:00Z' };

  it.each<[value: unknown, read: object | undefined]>([
    [whole, { ...whole, time: '2026-01-01T00:00:00.000Z' }],
    [
      { ...whole, time: 0 },
      { ...whole, time: '1970-01-01T00:00:00.000Z' },
    ],
    [
      { ...whole, email: 'a@b.example', ip: '10.0.0.1' },
      { ...whole, time: '2026-01-01T00:00:00.000Z' },
    ],
    [
      { ...whole, pinned: 'yes', staff: 1, imported: false },
      { ...whole, time: '2026-01-01T00:00:00.000Z' },
    ],
    [
      { ...whole, parent: '7' },
      { ...whole, time: '2026-01-01T00:00:00.000Z' },
    ],
    [
      { ...whole, author: null },
      { ...whole, author: '', time: '2026-01-01T00:00:00.000Z' },
    ],
    [{ ...whole, id: 'x"><script>' }, undefined],
    [{ ...whole, id: 7 }, undefined],
    [{ ...whole, time: 'أمس' }, undefined],
    [{ ...whole, text: '\u200B' }, undefined],
    [{ ...whole, text: { toString: 'x' } }, undefined],
    [null, undefined],
    ['نص', undefined],
  ])('%j is read as %j', (value, read) => {
    expect(readComment(value)).toEqual(read);
  });
});

test.each([
  ['2026-01-01T10:00:00.000Z', 30, '2026-01-31T10:00:00.000Z'],
  ['2026-01-01T10:00:00.000Z', undefined, undefined],
])('a thread of %s closes after %s days at %s', (date, days, closes) => {
  expect(closingTime(date, days)).toBe(closes);
});
