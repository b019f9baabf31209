import { describe, expect, it } from 'vitest';
import { fixBody, reviewBody, told } from './review.ts';

const [first, second] = ['سرت والليل على النهر سكون', 'وعلى الضفة للريح شجون'];

describe('the spaces and dividers of verse', () => {
  it.each([
    ['in a block', '> شعر\n> يا نهر    أين تمضي .. وحيدا ،\n>     و أين  المساء ... يا نهر'],
    ['between stars', `> شعر: ليلى\n> ${first}  ***  ${second} !`],
    ['in a fence', '```شعر\nيا نهر    أين ..\n```'],
    ['pasted in one paragraph', `${first}    ${second}\n${second}\t\t${first}`],
    ['pasted with tabs', `${first}\t${second}\n${second}\t${first}`],
    ['pasted with tabs in a quotation', `> ${first}\t${second}\n> ${second}\t${first}`],
    ['with numbers', `> شعر\n> 1- ${first} *** ${second}\n> 2- ${second} *** ${first}`],
    ['pasted with stars', `${first} *** ${second}`],
    ['pasted with stars that no space parts', `${first}***${second}\n${second}***${first}`],
    ['pasted with dots', `${first} ... ${second}\n${second} ... ${second}`],
    ['with the tashkeel and the repetition of its author', '> شعر\n> نهراً نهراً *** يا نهر يا نهر'],
    ['with commas', '> شعر\n> قال , لا *** يا نهر, يا ضفة'],
    ['with tatweels', '> شعر\n> يا نهــــر *** أيــن'],
  ])('are neither reported nor fixed: %s', (_, body) => {
    expect(told(reviewBody(body))).toEqual([]);
    expect(fixBody(body)).toBe(body);
  });

  it('are kept in the component for free verse', () => {
    const body = '<Poem>\n\nيا نهر ..\n    أين  تمضي ، وحيدا\n\n</Poem>';
    expect(told(reviewBody(body, { format: 'mdx' }))).toEqual([]);
    expect(fixBody(body, { format: 'mdx' })).toBe(body);
  });

  it('are kept while quotation marks in verse are fixed', () => {
    expect(fixBody('> شعر\n> قلت: "يا نهر"    أين, يا نهر ..')).toBe('> شعر\n> قلت: «يا نهر»    أين, يا نهر ..');
  });
});

describe('what may be verse', () => {
  it.each([
    [
      'a gap',
      'يا نهر الليل    أين تمضي وحيدا في هذا المساء البعيد',
      'يا نهر الليل *** أين تمضي وحيدا في هذا المساء البعيد',
    ],
    ['dots', 'يا نهر الليل ... أين تمضي\nيا ضفة ... خذي', 'يا نهر الليل *** أين تمضي'],
  ])('is reported with the divider that makes verse of it, and keeps %s', (_, body, meant) => {
    const reviewed = reviewBody(body);
    expect(new Set(reviewed.findings.map(({ rule }) => rule))).toEqual(new Set(['verse']));
    expect(reviewed.findings[0]?.suggestion).toBe(meant);
    expect(fixBody(body)).toBe(body);
    expect(told(reviewBody(body.replace(/ {4}| \.\.\. /g, ' *** ')))).toEqual([]);
  });

  const [line, meant] = [`${first}       ${second}`, `${first} *** ${second}`];
  const narrow = `${second}   ${first}`;

  it.each([
    ['after a line of prose', `تقول ليلى:\n${line}\n${line}`, [8, 9]],
    ['before the poet', `${line}\n${line}\nليلى`, [7, 8]],
    ['with gaps of several widths', `${line}\n${narrow}`, [7, 8]],
    ['with narrow gaps', `${narrow}\n${narrow}`, [7, 8]],
  ])('is reported and keeps its gaps %s', (_, body, places) => {
    const { findings } = reviewBody(body);
    expect(findings.map(({ rule }) => rule)).toEqual(['verse', 'verse']);
    expect(findings.map((finding) => finding.line)).toEqual(places);
    if (body.includes(line)) expect(findings[0]?.suggestion).toBe(meant);
    expect(fixBody(body)).toBe(body);
  });

  it('keeps columns, which are no verse', () => {
    const body = 'اليوم    العدد\nالسبت    ٢١٠';
    expect(told(reviewBody(body))).toEqual([]);
    expect(fixBody(body)).toBe(body);
    expect(fixBody('نص   أول\nنص  ثان')).toBe('نص أول\nنص ثان');
  });

  it('is fixed otherwise', () => {
    expect(fixBody('يا نهر الليل ،    أين تمضي وحيدا في هذا المساء البعيد')).toBe(
      'يا نهر الليل،    أين تمضي وحيدا في هذا المساء البعيد',
    );
  });

  it.each([
    ['one word beside a gap', 'قال الوزير إن الأمر    انتهى', 'قال الوزير إن الأمر انتهى'],
    ['a gap of three spaces', 'قال الوزير   إن الأمر انتهى', 'قال الوزير إن الأمر انتهى'],
  ])('is not %s', (_, body, meant) => {
    expect(fixBody(body)).toBe(meant);
  });
});
