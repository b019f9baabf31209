import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBodyInFile } from '../../../src/editorial/body-source.ts';
import { openRulebook, reviewFile } from '../../../src/editorial/review-file.ts';
import { ruleTexts } from '../../../src/editorial/rules.ts';
import { skeletonOf } from '../../../src/editorial/skeleton.ts';
import { type RuleId, ruleIds } from '../../../src/schema/rules.ts';
import { fixBody, reviewBody, reviewMatter, told } from './review.ts';

describe('the prose of a body is fixed', () => {
  it.each([
    ['through bold', 'قال **"نعم** ولا" ثم', 'قال **«نعم** ولا» ثم'],
    ['after bold, outside it', '**المتحدة**(أ ف ب)', '**المتحدة** (أ ف ب)'],
    ['after a link, inside it', 'و[ الخبر ](/about/) كله', 'و[الخبر](/about/) كله'],
    ['before bold, outside it', 'نعم،**ولا**', 'نعم، **ولا**'],
    ['in a quotation of several lines', '> قال ،\n> ثم مضى ،', '> قال،\n> ثم مضى،'],
    ['in lists', '- قال ، ثم\n  ومضى ،\n\n١. قال ،', '- قال، ثم\n  ومضى،\n\n١. قال،'],
    ['in tables', '| قال ، | ثم |\n| - | - |\n| "نعم" | لا |', '| قال، | ثم |\n| - | - |\n| «نعم» | لا |'],
    ['in headings', '## قال : نعم', '## قال: نعم'],
    ['in captions and the words for an image', '![قال : نعم](a.jpg "ثم ، مضى")', '![قال: نعم](a.jpg "ثم، مضى")'],
    ['written as a character reference or an escape', 'قال &quot;نعم&quot; و\\"لا\\"', 'قال «نعم» و«لا»'],
    ['before a block marker, where it is invisible', '\u200f## عنوان\n\n\u200f- بند', '## عنوان\n\n- بند'],
    ['in footnotes', 'نص[^1]\n\n[^1]: قال ، ثم', 'نص[^1]\n\n[^1]: قال، ثم'],
    ['between tags', 'قال <b>، ثم</b> مضى ،', 'قال<b>، ثم</b> مضى،'],
    [
      'after a tag that has no end',
      '<img src="a.jpg" alt="ش" lang="en"> نص\n\nقال ، ثم<br lang="en">نعم ،',
      '<img src="a.jpg" alt="ش" lang="en"> نص\n\nقال، ثم<br lang="en">نعم،',
    ],
    [
      'beside images, which keep their spaces',
      'الشعار <img src="a.jpg" alt="ش"> ثم ، نعم',
      'الشعار <img src="a.jpg" alt="ش"> ثم، نعم',
    ],
    ['without changing the line ends', 'قال ،\r\nثم ،\r\n', 'قال،\r\nثم،\r\n'],
  ])('%s', (_, typed, meant) => {
    expect(fixBody(typed)).toBe(meant);
  });

  it.each([
    ['code', 'الأمر `"a" .. ،` ثم\n\n```\nقال "نعم" ..\n```\n\n~~~\nقال "نعم" ..\n~~~'],
    ['addresses, hashtags and handles', 'زر https://a.example/x..y;z?q=1,2 و#وسم_هنا و@user.name وa.b@c.example'],
    ['the address of a link', '[نعم](https://a.example/"x"..y "عنوان")\n\n[x]: https://a.example/a..b'],
    ['HTML', '<div title="قال ، ثم">\nقال "نعم" ..\n</div>\n\nنص <span title="قال ، ثم">نعم</span>'],
    ['code in HTML', 'نص <code>قال "نعم" ..</code> ثم'],
    ['another language', 'نص <span lang="en">"yes" .. , no</span> ثم'],
    ['a block in another language', '<blockquote lang="fa">\n\nگفت ، «بله» ..\n\n<p>کتاب</p>\n\n</blockquote>'],
    ['comments', 'نص <!-- قال "نعم" .. --> ثم'],
    ['what would become a list', '1 . نص'],
  ])('but not %s', (_, text) => {
    expect(fixBody(text)).toBe(text);
  });

  it.each([
    [
      'expressions and attributes of MDX',
      '<PullQuote by="فلان ، شاعر">\n\nنعم\n\n</PullQuote>\n\n{/* قال "نعم" .. */}\n\nنص {"قال ، ثم"} نص',
    ],
    ['another language in MDX', 'نص <span lang="fa">گفت ، بله ..</span> ثم\n\n<div lang="fa">\n\nگفت ،\n\n</div>'],
    ['an MDX body that cannot be parsed', 'قال ، <b>'],
  ])('nor %s', (_, text) => {
    expect(fixBody(text, { format: 'mdx' })).toBe(text);
  });

  it('within the components of MDX', () => {
    const body = '<FactBox title="ع">\n\nقال ، ثم\n\n</FactBox>';
    expect(fixBody(body, { format: 'mdx' })).toBe(body.replace('قال ،', 'قال،'));
  });
});

describe('the texts of front matter are fixed', () => {
  it.each([
    ['bare', 'title: قال ، ثم', 'title: قال، ثم'],
    ['in quotation marks', 'title: "قال ، ثم"', 'title: "قال، ثم"'],
    ['in single ones', "summary: 'قال ، ثم'", "summary: 'قال، ثم'"],
    ['with escapes', 'title: "قال \\"نعم\\" ثم"', 'title: "قال «نعم» ثم"'],
    ['in new quotation marks, if YAML needs them', 'title: قال:نعم', 'title: "قال: نعم"'],
    [
      'in a nested map',
      'image: { src: a.jpg, alt: "قال ، ثم", caption: نعم .. }',
      'image: { src: a.jpg, alt: "قال، ثم", caption: نعم… }',
    ],
  ])('%s', (_, typed, meant) => {
    expect(reviewMatter(typed).fixed).toBe(`---\n${meant}\n---\n\nمتن.\n`);
  });

  it.each([
    ['names and addresses', 'author: a..b'],
    ['tags', 'tags: [قال ، نعم]'],
    ['keys', '"title ،": نص'],
    ['comments', 'title: نص # قال ، ثم'],
    ['texts over several lines', 'summary: >\n  قال ، ثم\n  مضى'],
  ])('but not %s', (_, line) => {
    expect(reviewMatter(line).fixed).toBe(`---\n${line}\n---\n\nمتن.\n`);
  });

  it.each([
    ['authors/a.yaml', 'name: هدى\nbio: تكتب ، وتقرأ\n', 'name: هدى\nbio: تكتب، وتقرأ\n'],
    ['categories/a.yaml', 'name: "أخبار : العالم"\n', 'name: "أخبار: العالم"\n'],
    ['site.yaml', 'title: صدى\nfooter:\n  text: نعم ..\n', 'title: صدى\nfooter:\n  text: نعم…\n'],
    ['pages/a.md', '---\ntitle: نعم ..\n---\nقال ، ثم', '---\ntitle: نعم…\n---\nقال، ثم'],
  ])('in %s too', (file, text, meant) => {
    expect(reviewFile({ file, text }, openRulebook([], [])).fixed).toBe(meant);
  });
});

describe('a finding', () => {
  it('has its place, its message and the corrected line', () => {
    const [first, second] = reviewBody('نص\n\nقال ، ثم ذهب الى البيت').findings;
    expect(first).toEqual({
      file: 'articles/a.md',
      line: 9,
      column: 4,
      source: 'قال ، ثم ذهب الى البيت',
      rule: 'space-before-punct',
      isFixable: true,
      message: 'لا مسافة قبل علامة الترقيم. احذفها.',
      suggestion: 'قال، ثم ذهب الى البيت',
      excerpt: { typed: 'قال ، ثم ذهب الى البيت', at: 3, meant: 'قال، ثم ذهب الى البيت' },
    });
    expect(second).toMatchObject({ rule: 'hamza', isFixable: false, suggestion: 'قال ، ثم ذهب إلى البيت' });
  });

  it('of a long line shows only the words around it', () => {
    const [finding] = reviewBody(`${'كلمة '.repeat(40)}قال ، ثم${' كلمة'.repeat(40)}`).findings;
    expect(finding?.excerpt).toEqual({
      typed: 'كلمة كلمة كلمة كلمة قال ، ثم كلمة كلمة كلمة',
      at: 23,
      meant: 'كلمة كلمة كلمة كلمة قال، ثم كلمة كلمة كلمة',
    });
  });

  it('is reported once for each rule and line, in the order of the text', () => {
    expect(told(reviewBody('قال ، ثم ، "نعم"\n\nقال ،'))).toEqual([
      ['7:4', 'space-before-punct', true],
      ['7:12', 'quotes', true],
      ['9:4', 'space-before-punct', true],
    ]);
  });

  it('is not reported if the rule is switched off', () => {
    expect(told(reviewBody('قال ، "نعم"', { off: ['quotes'] }))).toEqual([['7:4', 'space-before-punct', true]]);
  });

  it.each([
    ['one rule on the next line', '<!-- تجاهل: quotes -->\nقال ، "نعم"', [['8:4', 'space-before-punct', true]]],
    ['one rule on its own line', 'قال ، "نعم" <!-- تجاهل: quotes -->', [['7:4', 'space-before-punct', true]]],
    ['several rules', '<!-- تجاهل: quotes، space-before-punct -->\nقال ، "نعم"', []],
    ['all rules', '<!-- تجاهل -->\nقال ، "نعم"', []],
    ['only the line before', '<!-- تجاهل -->\nقال\n\nقال ،', [['10:4', 'space-before-punct', true]]],
  ])('is not reported if a comment exempts %s', (_, body, findings) => {
    expect(told(reviewBody(body))).toEqual(findings);
  });

  it('does not replace one quotation mark of a pair if the other is exempt', () => {
    expect(fixBody('قال "نعم <!-- تجاهل: quotes -->\nولا" هنا')).toBe('قال "نعم <!-- تجاهل: quotes -->\nولا" هنا');
  });

  it('is reported although a hashtag reads like an exemption', () => {
    expect(told(reviewBody('قال ، ثم #تجاهل'))).toEqual([['7:4', 'space-before-punct', true]]);
  });

  it('shows the whole word that it is about', () => {
    const { findAt } = reviewBody(
      `${'كلمة '.repeat(9)}[التتمة](/2026/08/افتتاح-الجسر-الجديد-اليوم/) ${'كلمة '.repeat(9)}`,
    );
    const { column, excerpt } = findAt('broken-link', { line: 7, column: 46 }) ?? {};
    expect(column).toBe(46);
    expect(excerpt?.typed).toContain('[التتمة](/2026/08/افتتاح-الجسر-الجديد-اليوم/)');
  });

  it('is not reported if a comment of MDX or YAML exempts the line', () => {
    expect(told(reviewMatter('title: قال ، نعم # تجاهل\r'))).toEqual([]);
    expect(told(reviewBody('{/* تجاهل: quotes */}\nقال "نعم"', { format: 'mdx' }))).toEqual([]);
    expect(told(reviewMatter('title: قال ، نعم # تجاهل: space-before-punct'))).toEqual([]);
  });

  it.each([
    ['an image of a body', '![](a.jpg)', [['7:1', 'missing-alt', false]]],
    ['a recording, which needs no description', '![](clip.mp4)', []],
    ['an image in HTML', '<img src="a.jpg">', [['7:1', 'missing-alt', false]]],
    ['an image of a comment', '<!-- <img src="a.jpg"> -->', []],
    ['a described image', '![جسر](a.jpg) <img src="a.jpg" alt="جسر">', []],
    ['wire copy', 'مضى الوفد. (انتهى)', [['7:12', 'wire-copy', false]]],
    ['the house style', 'على اليوتوب', [['7:5', 'house-style', false]]],
  ])('is reported for %s', (_, body, findings) => {
    expect(told(reviewBody(body))).toEqual(findings);
  });

  it.each([
    ['a headline of more than 110 letters', [`title: ${'كلمة '.repeat(22)}كلمة`], [['2:8', 'headline-length', false]]],
    ['a lead image without words', ['image: a.jpg'], [['2:8', 'missing-alt', false]]],
    [
      'a lead image that names everything else',
      ['image: { src: a.jpg, caption: جسر }'],
      [['2:15', 'missing-alt', false]],
    ],
    ['a lead image with words', ['image: { src: a.jpg, alt: جسر }'], []],
    ['a lead image that needs none', ['image:', '  src: a.jpg', '  alt: ""'], []],
  ])('is reported for %s', (_, lines, findings) => {
    expect(told(reviewMatter(...(lines as string[])))).toEqual(findings);
  });
});

describe('tanween and alef', () => {
  it.each<[body: string, ...found: (string | undefined)[]]>([
    ['صوتاً بعيداً وقريباً'],
    ['صوتًا بعيدًا وقريبًا'],
    ['صوتاً بعيدًا وقريبًا', 'صوتًا بعيدًا وقريبًا'],
    ['صوتاً بعيداً وقريبًا', 'صوتاً بعيداً وقريباً'],
    ['صوتاً\n\nبعيدًا', 'صوتًا'],
  ])('are told where a text writes both orders: %j', (body, ...found) => {
    const { findings } = reviewBody(body);
    expect(findings.map(({ rule, suggestion }) => [rule, suggestion])).toEqual(
      found.map((suggestion) => ['tanween-order', suggestion]),
    );
  });
});

describe('the finding of a rule across files', () => {
  it.each([
    ['is made at its place', 'نص [رابط](/x/)', [], ['7:4', 'broken-link']],
    ['is not made if the line is exempt', 'نص [رابط](/x/) <!-- تجاهل: broken-link -->', [], undefined],
    ['is not made if the rule is switched off', 'نص [رابط](/x/)', ['broken-link'], undefined],
  ] as const)('%s', (_, body, off, expected) => {
    const finding = reviewBody(body, { off: [...off] }).findAt('broken-link', { line: 7, column: 4 });
    expect(finding && [`${finding.line}:${finding.column}`, finding.rule]).toEqual(expected);
  });
});

describe('each rule', () => {
  const inFrontMatter: RuleId[] = ['headline-length'];
  const acrossFiles: RuleId[] = ['broken-link'];

  it.each(ruleIds.filter((id) => !acrossFiles.includes(id)))('%s reports its example, and fixes it if it can', (id) => {
    const { typed, meant } = ruleTexts[id].example;
    const isMatter = inFrontMatter.includes(id);
    const review = isMatter ? reviewMatter(typed) : reviewBody(typed);
    const finding = review.findings.find(({ rule }) => rule === id);
    expect(finding?.message).toBe(ruleTexts[id].message);
    const after = isMatter ? reviewMatter(meant) : reviewBody(meant);
    expect(after.findings.map(({ rule }) => rule)).not.toContain(id);
    if (finding?.isFixable) expect(fixBody(typed)).toBe(meant);
  });

  it('reports nothing in the corrected examples of the others', () => {
    const noise = ruleIds.flatMap((id) => {
      if (inFrontMatter.includes(id)) return [];
      return reviewBody(ruleTexts[id].example.meant).findings.map(({ rule }) => `${id}: ${rule}`);
    });
    expect(noise).toEqual([]);
  });
});

const words = fc.constantFrom(
  ...[
    'قال',
    'و',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '، ',
    ' ،',
    '"',
    '“',
    '«',
    '»',
    '..',
    '**',
    '*',
    '`',
    '[نص](',
    '/k7q3m/)',
    '> ',
    '- ',
    '١. ',
    '1. ',
    '# ',
  ],
  ...[
    '<b>',
    '</b>',
    '<code>',
    '</code>',
    '<!--',
    '-->',
    '&quot;',
    '&nbsp;',
    '\\',
    '\\"',
    '|',
    '![',
    '](a.jpg)',
    '[^1]',
    '[^1]: ',
    '~~',
    '{',
    '}',
    '\t',
  ],
  ...[
    'https://a.example/x..y',
    'a@b.example',
    '#وسم_هنا',
    '\u200f',
    '\u200c',
    '\u202e',
    '\ufeff',
    'ـــ',
    'ﻻ',
    'ک',
    'Latin',
    '12',
    '٣',
    '؟؟',
    ' - ',
    '…',
    '(',
    ')',
    ':',
    '\r\n',
  ],
);
const anyBody = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''));
const runs = { seed: 20261124, numRuns: 300 };

describe.each(['md', 'mdx'] as const)('any %s body', (format) => {
  const rulebook = openRulebook([], []);
  const head = '---\n---\n';
  const review = (body: string) => reviewFile({ file: `articles/a.${format}`, text: head + body }, rulebook);
  const fixedBodies = new Map<string, string>();

  /** Fixes a body; memoized, since the properties below are checked with the same bodies. */
  function fix(body: string): string {
    const fixed = fixedBodies.get(body) ?? review(body).fixed.slice(head.length);
    fixedBodies.set(body, fixed);
    return fixed;
  }

  it('needs no second fix, and has no fixable finding left', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const once = fix(body);
        const again = review(once);
        expect(again.findings.filter(({ isFixable }) => isFixable)).toEqual([]);
        expect(again.fixed).toBe(head + once);
      }),
      runs,
    );
  });

  it('has the same structure after the fix of its prose', () => {
    const ofProse = openRulebook(['visible-marks', 'lost-text'], []);
    const skeleton = (text: string) => {
      const parsed = parseBodyInFile({ text, start: 0, format });
      return parsed && skeletonOf(parsed.tree);
    };
    fc.assert(
      fc.property(anyBody, (body) => {
        const text = head + body;
        const fixed = reviewFile({ file: `articles/a.${format}`, text }, ofProse).fixed.slice(head.length);
        if (fixed !== body) expect(skeleton(fixed)).toBe(skeleton(body));
      }),
      runs,
    );
  });

  it('keeps code, URLs and hashtags byte for byte', () => {
    const kept = '`"x" ..  ، y` https://a.example/x..y;z?q=1,2 #وسم_هنا a.b@c.example';
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(fix(`${kept}\n\n${body}`)).toContain(kept);
      }),
      { ...runs, numRuns: 100 },
    );
  });
});

describe('unprintable characters', () => {
  const file = 'articles/a.md';
  const rulebook = openRulebook([], []);
  const found = (text: string, rules = rulebook) =>
    reviewFile({ file, text }, rules).findings.map(({ rule, line, column, suggestion }) => [
      rule,
      line,
      column,
      suggestion,
    ]);

  it.each([
    ['in a headline', 'title: نهر\u0002 وجسر', 'title: نهر وجسر'],
    ['as a break of a word processor', 'summary: سطر\vثان', 'summary: سطر ثان'],
    ['beside a space', 'kicker: نهر \u001f وجسر', 'kicker: نهر وجسر'],
    ['as escapes in YAML', 'title: "نهر\\u0007 \\ud83d وجسر"', 'title: "نهر وجسر"'],
    ['in a key that nobody sees', 'id: k7\u0001q3m', 'id: k7q3m'],
  ])('%s are found and fixed', (_, line, fixed) => {
    const text = `---\n${line}\n---\n\nنص.\n`;
    expect(found(text)).toContainEqual(['invisible', 2, expect.any(Number), fixed]);
    const review = reviewFile({ file, text }, rulebook);
    expect(review.fixed).toBe(`---\n${fixed}\n---\n\nنص.\n`);
    expect(reviewFile({ file, text: review.fixed }, rulebook).findings).toEqual([]);
  });

  it.each([
    ['in prose', 'نهر\u0002 ، وجسر\v(هنا)', 'نهر، وجسر (هنا)'],
    ['in code', '```\na\u0002b\n```', '```\nab\n```'],
    ['as embeddings from Word', 'نهر \u202bوجسر\u202c ، و`a\u2066b`', 'نهر وجسر، و`ab`'],
    ['as an embedding around a telephone number', 'هاتفه \u202a+961 1 234 567\u202c', 'هاتفه +961 1 234 567'],
    ['beside an address', 'قرأ [الخبر](\u00a0https://a.example/\u200b)', 'قرأ [الخبر](https://a.example/)'],
    ['in an image', '!\u200f[جسر](\u200fa.png)', '![جسر](a.png)'],
    ['as the place of a picture', '\ufffcكان \ufffc هنا ، ثم', 'كان هنا، ثم'],
    ['as an indent', '\u3000\u3000كان هنا', 'كان هنا'],
    ['as an embedding around a sign', 'إلى \u202a-7\u202c درجات', 'إلى \u200e-7 درجات'],
    ['in an address', '[نص](https://a.example/\u0007b)', '[نص](https://a.example/b)'],
    ['before a marker of a block', '\u0001## عنوان\n\n\u0002- بند ، آخر', '## عنوان\n\n- بند، آخر'],
    ['in HTML', '<b title="نهر\u0003">نص</b>', '<b title="نهر">نص</b>'],
    ['around a quotation', 'قال\u0002 "\u0003نعم\u0004" ومضى', 'قال «نعم» ومضى'],
  ])('%s of a body are found and fixed', (_, typed, meant) => {
    expect(fixBody(typed)).toBe(meant);
    expect(reviewBody(typed).findings[0]).toMatchObject({ rule: 'invisible', isFixable: true });
  });

  it('are left alone where the author says so, or the site has no rule for them', () => {
    const exempt = '---\ntitle: نهر\u0002 # تجاهل: invisible\n---\n\nنص\u0002.\n';
    expect(found(exempt)).toEqual([['invisible', 5, 3, 'نص.']]);
    expect(reviewFile({ file, text: exempt }, rulebook).fixed).toBe(exempt.replace('نص\u0002', 'نص'));
    expect(found(exempt, openRulebook(['invisible'], []))).toEqual([]);
  });

  it('do not move the places of other findings', () => {
    const text = '---\ntitle: عنوان\n---\n\n\u0002\u0003ذهب الى \u0004البيت\n';
    const { findings } = reviewFile({ file, text }, rulebook);
    expect(findings.map(({ rule, column, source }) => [rule, column, source])).toEqual([
      ['invisible', 1, '\u0002\u0003ذهب الى \u0004البيت'],
      ['hamza', 7, '\u0002\u0003ذهب الى \u0004البيت'],
    ]);
  });
});
