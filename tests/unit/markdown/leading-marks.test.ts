import { describe, expect, it } from 'vitest';
import { stripLeadingMarks } from '../../../src/markdown/leading-marks.ts';

const rlm = '\u200f';

describe('no-break spaces', () => {
  const space = '\u00a0';

  it.each([
    ['an item', `-${space}ع\n${space}${space}- ع\n1.${space}ع`, '- ع\n  - ع\n1. ع'],
    ['a heading', `##${space}ع`, '## ع'],
    ['a quotation', `${space}> ع`, ' > ع'],
    ['an item with an invisible mark', `${rlm}-${space}ع`, '- ع'],
  ])('become ordinary ones beside the marker of %s', (_, text, stripped) => {
    expect(stripLeadingMarks(text)).toBe(stripped);
  });

  it.each([
    ['text', `${space}${space}قال`],
    ['a negative number', `-${space}5 درجات`],
    ['a year', `1948${space}كان`],
    ['code', `\`\`\`\n-${space}ع\n\`\`\``],
  ])('stay before %s', (_, text) => {
    expect(stripLeadingMarks(text)).toBe(text);
  });
});

it('wide spaces of an indent are removed', () => {
  expect(stripLeadingMarks('\u3000\u3000ع\u3000ع\n> \u2003ع\n\u3000- \u3000ع')).toBe('ع\u3000ع\n> ع\n- ع');
});

describe('invisible marks', () => {
  it.each([
    ['a heading', `${rlm}## ع`, '## ع'],
    ['a list', `${rlm}- ع\n${rlm}* ع\n${rlm}1. ع\n${rlm}2) ع`, '- ع\n* ع\n1. ع\n2) ع'],
    ['a list of Arabic digits', `${rlm}١. ع\n${rlm}۲)${rlm} ع\n${rlm}> ${rlm}٣. ع`, '١. ع\n۲) ع\n> ٣. ع'],
    ['a quotation', `${rlm}> ع`, '> ع'],
    ['a table', `${rlm}| أ | ب |\n${rlm}|---|---|`, '| أ | ب |\n|---|---|'],
    ['a thematic break', `${rlm}---\n${rlm}* * *\n${rlm}ـــــ`, '---\n* * *\nـــــ'],
    ['an image', `${rlm}![ع](a.jpg)`, '![ع](a.jpg)'],
    ['a component', `${rlm}<PullQuote>\n${rlm}</PullQuote>`, '<PullQuote>\n</PullQuote>'],
    ['a footnote and a link definition', `${rlm}[^1]: ع\n${rlm}[ر]: /a/`, '[^1]: ع\n[ر]: /a/'],
    ['a fence', `${rlm}\`\`\`\nx\n${rlm}\`\`\``, `\`\`\`\nx\n${rlm}\`\`\``],
  ])('are removed before %s', (_, text, stripped) => {
    expect(stripLeadingMarks(text)).toBe(stripped);
  });

  it.each([
    ['a paragraph', `${rlm}قال`],
    ['a telephone number', `${rlm}+961 1 234 567`],
    ['a list item that begins with a telephone number', `- ${rlm}+961 1 234 567`],
    ['a year', `${rlm}١٩٤٨ كان`],
    ['a word with a tatweel', `${rlm}ـــهـ`],
    ['a negative number', `${rlm}-5 درجات`],
    ['a hashtag', `${rlm}#القاهرة`],
    ['emphasis', `${rlm}**قال**`],
    ['the middle of a line', `قال ${rlm}## ع`],
    ['code', `\`\`\`\n${rlm}## ع\n\`\`\``],
    ['code between tildes that holds backticks', `~~~\n\`\`\`\n${rlm}## ع\n~~~`],
    ['an empty text', ''],
  ])('stay before %s', (_, text) => {
    expect(stripLeadingMarks(text)).toBe(text);
  });

  it('are removed again after a code block', () => {
    expect(stripLeadingMarks(`\`\`\`\nx\n\`\`\`\n${rlm}## ع`)).toBe('```\nx\n```\n## ع');
  });

  it('are removed without removing a line', () => {
    expect(stripLeadingMarks(`\r\n${rlm}\r\n${rlm}## ع\r\n`).split('\n')).toHaveLength(4);
  });
});

describe('invisible marks and no-break spaces', () => {
  it.each([
    ['at the end of an address', '[ع](https://a.example/x\u200b)', '[ع](https://a.example/x)'],
    ['before an address', `[ع](${rlm}https://a.example/)`, '[ع](https://a.example/)'],
    ['around an address', '[ع](\u00a0https://a.example/\u202f) ع', '[ع](https://a.example/) ع'],
    ['before the file of an image', `![ع](${rlm}a.png "ع \u200e-5")`, '![ع](a.png "ع \u200e-5")'],
    ['in brackets', `[ع](<${rlm}a b.pdf>)`, '[ع](<a b.pdf>)'],
    ['in a file name with spaces', `![ع](${rlm}صورة الجسر (1).jpg)`, '![ع](صورة الجسر (1).jpg)'],
    ['in a definition', `[ر]: ${rlm}https://a.example/`, '[ر]: https://a.example/'],
    ['in an automatic link', '<https://a.example/\u200b>', '<https://a.example/>'],
    ['in an attribute', `<a href="${rlm}https://a.example/">`, '<a href="https://a.example/">'],
    ['in an image', `!${rlm}[ع](a.png)`, '![ع](a.png)'],
  ])('are removed %s', (_, text, stripped) => {
    expect(stripLeadingMarks(text)).toBe(stripped);
  });

  it.each([
    ['words in brackets', '[ع](قال \u200e-5 درجات)'],
    ['code', `\`[ع](${rlm}a.png)\` ع`],
    ['a footnote', '[^1]: \u200e-5 درجات'],
    ['a link after an exclamation', `عاجل!${rlm}[ع](/a/)`],
    ['the letters of an address', '[ع](/می\u200cشود/)'],
  ])('stay in %s', (_, text) => {
    expect(stripLeadingMarks(text)).toBe(text);
  });
});
