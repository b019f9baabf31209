import { describe, expect, it } from 'vitest';
import { toFeedHtml } from '../../../src/markdown/feed-html.ts';
import { html, render, renderMdx } from './render.ts';

/** Writes verse as its markup is written, shorter: lines parted by ` / `, halves by ` | `, stanzas in brackets. */
function shorten(markup: string): string {
  return markup
    .replace(/<figure class="verse"><blockquote>\n?/g, '{')
    .replace(/\n?<\/blockquote>/g, '}')
    .replace(/<figcaption class="poet">(.*?)<\/figcaption>/g, ' — $1')
    .replace(/<\/figure>/g, '')
    .replace(/<p class="stanza">(.*?)<\/p>\n?/gs, '[$1]')
    .replace(/<br>\n/g, ' / ')
    .replace(/<span class="line[^"]*">(.*?)<\/span>(?= \/ |\])/gs, '$1')
    .replaceAll('</span> <span class="gap">…</span> <span class="half">', ' | ')
    .replaceAll('<span class="half">', '')
    .replaceAll('</span>', '');
}

describe('verse', () => {
  it('is a figure of stanzas, lines and halves', async () => {
    expect(await html('> شعر: ليلى النهري\n> يا نهر أين *** تمضي وحيدا\n> خذني إليك')).toBe(
      '<figure class="verse"><blockquote>\n<p class="stanza"><span class="line"><span class="half">يا نهر أين</span> ' +
        '<span class="gap">…</span> <span class="half">تمضي وحيدا</span></span><br>\n<span class="line">خذني إليك</span></p>\n' +
        '</blockquote><figcaption class="poet">ليلى النهري</figcaption></figure>',
    );
  });

  it.each([
    ['in a quotation', '> شعر\n> يا نهر *** أين', '{[يا نهر | أين]}'],
    ['after an empty line', '> قصيدة:\n>\n> يا نهر *** أين', '{[يا نهر | أين]}'],
    ['after a heading', '> ### شعر\n> يا نهر *** أين', '{[يا نهر | أين]}'],
    ['after a bold word', '> **شعر:** ليلى\n> يا نهر *** أين', '{[يا نهر | أين]} — ليلى'],
    ['in a lazy quotation', '> شعر\nيا نهر *** أين', '{[يا نهر | أين]}'],
    ['in a fence', '```شعر\nيا نهر *** أين\n```', '{[يا نهر | أين]}'],
    ['in a fence with the poet', '~~~شعر ليلى النهري\nيا نهر *** أين\n~~~', '{[يا نهر | أين]} — ليلى النهري'],
    ['in stanzas', '> شعر\n> يا نهر\n> أين\n>\n> خذني', '{[يا نهر / أين][خذني]}'],
    ['in stanzas of a fence', '```شعر\nيا نهر\nأين\n\n\nخذني\n```', '{[يا نهر / أين][خذني]}'],
    ['signed by the poet', '> شعر\n> يا نهر *** أين\n> — ليلى', '{[يا نهر | أين]} — ليلى'],
    ['signed below an empty line', '> شعر\n> يا نهر *** أين\n>\n> – ليلى', '{[يا نهر | أين]} — ليلى'],
    ['signed by a list', '> شعر\n> يا نهر *** أين\n> - ليلى', '{[يا نهر | أين]} — ليلى'],
    ['signed twice', '> شعر: «الضفة»\n> يا نهر *** أين\n> — ليلى', '{[يا نهر | أين]} — «الضفة»، ليلى'],
    ['with a dialogue', '> شعر\n> — يا نهر\n> — أين', '{[— يا نهر / — أين]}'],
    ['with speech', '> شعر\n> - يا نهر؟ *** أين\n> - خذني *** إليك', '{[- يا نهر؟ | أين / - خذني | إليك]}'],
    ['with one line of speech', '> شعر\n> يا نهر\n> - أين *** خذني', '{[يا نهر / - أين | خذني]}'],
    ['with numbers', '> **شعر**\n> 1. يا نهر *** أين\n> 2. خذني *** إليك', '{[1. يا نهر | أين / 2. خذني | إليك]}'],
    ['with hard breaks', '> شعر\n> يا نهر *** أين\\\n> خذني<br>\n> إليك', '{[يا نهر | أين / خذني /  / إليك]}'],
    [
      'with emphasis and links',
      '> شعر\n> يا **نهر *** أين** [تمضي](/a1b2c/)',
      '{[يا <strong>نهر</strong> | <strong>أين</strong> <a href="/a1b2c/">تمضي</a>]}',
    ],
    ['in quotation marks', '> شعر\n> قلت: "يا نهر *** أين"', '{[قلت: «يا نهر | أين»]}'],
  ])('is set %s', async (_, text, expected) => {
    expect(shorten((await html(text)).trim())).toBe(expected);
  });

  it('keeps indents, spaces, dots and tashkeel', async () => {
    expect(await html('> شعر\n> يا نَهْرُ ..\n>     أين  ، أين\n>         اً')).toContain(
      '<span class="line">يا نَهْرُ ..</span><br>\n' +
        `<span class="line"><span class="indent">${'\u00A0'.repeat(4)}</span>أين  ، أين</span><br>\n` +
        `<span class="line"><span class="indent">${'\u00A0'.repeat(8)}</span>اً</span>`,
    );
    expect(await html('```شعر\nيا\n  نهر\n```')).toContain('<span class="indent">\u00A0\u00A0</span>نهر');
  });

  it('marks the lines whose halves are long, and those that need two lines in their column', async () => {
    const line = (letters: number) => html(`> شعر\n> ${'نهر '.repeat(letters / 4)}*** يا`);
    expect(await line(28)).toContain('<span class="line">');
    expect(await line(36)).toContain('<span class="line long">');
    expect(await line(60)).toContain('<span class="line wrapped">');
  });

  it('leaves quotations and code as they are', async () => {
    expect(await html('> شعر بالبرد\n> ثم مضى')).toBe('<blockquote>\n<p>شعر بالبرد\nثم مضى</p>\n</blockquote>');
    expect(await html('> شعر')).toBe('<blockquote>\n<p>شعر</p>\n</blockquote>');
    expect(await html('```sh\nشعر\n```')).toContain('<pre');
    expect(await html('```شعر\n\n```')).toContain('<pre');
  });

  it('cannot be forged into anything else by its classes', async () => {
    expect(await html('<p class="stanza other">نص <span class="half x">نص</span></p>')).toBe(
      '<p class="stanza">نص <span class="half">نص</span></p>',
    );
  });
});

const [first, second] = ['سرت والليل على النهر سكون', 'وعلى الضفة للريح شجون'];

describe('verse that was pasted', () => {
  it.each([
    ['in one line', `نص\n\n${first}    ${second}\n\nنص`, `<p>نص</p>\n{[${first} | ${second}]}\n<p>نص</p>`],
    [
      'in paragraphs of one line',
      `${first}    ${second}\n\n${second}    ${first}\n— ليلى\n\n${first}    ${second}`,
      `{[${first} | ${second}][${second} | ${first}]} — ليلى\n{[${first} | ${second}]}`,
    ],
    ['in a quotation', `> ${first}    ${second}`, `{[${first} | ${second}]}`],
    [
      'with stars that no space parts',
      `${first}***${second}\n${second}***${first}`,
      `{[${first} | ${second} / ${second} | ${first}]}`,
    ],
    [
      'with such stars in a block',
      `> شعر\n> ${first}***${second}\n> **نهر**\n> ${second}***${first}`,
      `{[${first} | ${second} / <strong>نهر</strong> / ${second} | ${first}]}`,
    ],
    ['in bold', `**${first}    ${second}**`, `{[<strong>${first}</strong> | <strong>${second}</strong>]}`],
    ['in a list', `- ${first}\t${second}`, `<ul>\n<li>\n{[${first} | ${second}]}\n</li>\n</ul>`],
  ])('is set %s', async (_, text, expected) => {
    expect(shorten(await html(text))).toBe(expected);
  });

  it('is not seen in cells, headings, or between a code and a word', async () => {
    expect(await html(`| ${first}    ${second} |\n|---|`)).not.toContain('verse');
    expect(await html(`## ${first}    ${second}`)).not.toContain('verse');
    expect(await html(`${first} \`س\`    ${second}`)).not.toContain('verse');
  });
});

it.each([
  ['نص\n\n- نص\n\n> شعر بالبرد', false],
  ['> شعر\n> يا نهر\n\nنص', true],
  ['- نص\n\n  > شعر\n  > يا نهر\n- نص', true],
])('the body %j is known to have verse: %j', async (text, expected) => {
  expect((await render(text)).hasVerse).toBe(expected);
});

describe('without the style sheet', () => {
  const text = '> شعر: ليلى\n> يا نهر *** أين\n> خذني\n>\n> إليك';

  it('the text has a line for each line, and a sign between the halves', async () => {
    expect((await render(text)).text).toBe('يا نهر … أين\nخذني\nإليك\nليلى');
  });

  it('a feed shows the lines one under the other, and a sign between the halves', async () => {
    expect(toFeedHtml(await html(text), 'https://sada.example/', 'k7q3m')).toBe(
      '<figure><blockquote>\n<p><span><span>يا نهر</span> <span>…</span> <span>أين</span></span><br>\n<span>خذني</span></p>\n' +
        '<p><span>إليك</span></p>\n</blockquote><figcaption>ليلى</figcaption></figure>',
    );
  });
});

describe('the component for free verse', () => {
  it('has its title, its lines and its poet in the text', async () => {
    const { text, hasVerse, problems } = await renderMdx(
      '<Poem title="الضفة" by="ليلى">\n\nيا نهر ..\n    أين  تمضي\n\nخذني\n\n</Poem>',
    );
    expect(problems).toEqual([]);
    expect(hasVerse).toBe(true);
    expect(text).toBe('الضفة\nيا نهر ..\nأين تمضي\nخذني\nليلى');
  });
});
