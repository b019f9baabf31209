import { describe, expect, it } from 'vitest';
import { defaultPalettes } from '../../../src/lib/palette.ts';
import { formatProblem } from '../../../src/schema/problem.ts';
import { parseSite } from '../../../src/schema/site.ts';

const required = ['title: صدى', 'description: أخبار البلدة', 'url: https://sada.example'];
const parse = (...lines: string[]) => parseSite([...required, 'appearance:', ...lines, ''].join('\n'));

describe('the appearance', () => {
  it('is left out if nothing is chosen', () => {
    expect(parseSite(required.join('\n')).site).not.toHaveProperty('appearance');
    expect(parse('  density: normal').site).not.toHaveProperty('appearance');
  });

  it('has palettes only if a colour is chosen', () => {
    expect(parse('  density: airy').site.appearance).toEqual({ fonts: {}, density: 'airy' });
    const { palettes } = parse('  paper: { light: "#FFF", dark: "#101418" }').site.appearance ?? {};
    expect([palettes?.light.paper, palettes?.dark.paper]).toEqual(['#ffffff', '#101418']);
    expect(palettes?.light.accent).toBe(defaultPalettes.light.accent);
  });

  it('takes one colour for both themes, in the dark one as light as it must be there', () => {
    const { palettes } = parse('  accent: "#0b6b5d"').site.appearance ?? {};
    expect([palettes?.light.accent, palettes?.dark.accent]).toEqual(['#0b6b5d', '#6bbcac']);
  });

  it.each([
    ['headlines: amiri-bold.woff2', { headlines: [{ file: 'amiri-bold.woff2' }] }],
    ['headlines: naskh', { headlines: 'naskh' }],
    [
      'text: [a.woff2, { file: b.woff2, weight: ٧٠٠ }]',
      { text: [{ file: 'a.woff2' }, { file: 'b.woff2', weight: [700, 700] }] },
    ],
    ['text: { file: a.woff2, weight: 400-700 }', { text: [{ file: 'a.woff2', weight: [400, 700] }] }],
  ])('reads the fonts %s', (line, fonts) => {
    const { site, problems } = parse('  fonts:', `    ${line}`);
    expect(problems).toEqual([]);
    expect(site.appearance?.fonts).toEqual(fonts);
  });

  it.each([
    ['  accent: 0b6b5d', '  accent: "#0b6b5d"'],
    ['  accent: "#٠٩٦"', '  accent: "#009966"'],
    ['  accent: #0b6b5d', '  accent: "#0b6b5d"'],
    ['  accent: #fff', '  accent: "#fff"'],
    ['  accent: "#ff8800"', '  accent: "#b05c00"'],
    ['  ink: { light: "#111", dark: "#444" }', '  ink: { light: "#111", dark: "#7f7f7f" }'],
    ['  fonts: { text: sans }', '  fonts: { text: naskh }'],
    ['  fonts: { headlines: theme/fonts/a.woff2 }', '  fonts: { headlines: a.woff2 }'],
    ['  density: compcat', '  density: compact'],
    ['  acent: "#0b6b5d"', '  accent: "#0b6b5d"'],
  ])('tells of %s with the line corrected', (line, corrected) => {
    const { problems } = parse(line);
    expect(problems).toMatchObject([{ file: 'site.yaml', line: 5, suggestion: corrected }]);
  });

  it.each(['appearance: [a]', 'appearance: { fonts: [a.woff2] }', 'appearance: { accent: [a] }'])(
    'has no correction proposed that is refused in turn: %s',
    (line) => {
      const { problems } = parseSite([...required, line].join('\n'));
      expect(problems).toHaveLength(1);
      expect(problems[0]).not.toHaveProperty('suggestion');
    },
  );

  it.each([
    ['  paper: "#000000"', '  ink: "#ffffff"'],
    ['  paper: { light: "#fff", dark: "#555" }'],
    ['  paper: { light: "#777", dark: "#fff" }', '  density: airy'],
  ])('has no colour to mend that is not written: %s', (...lines) => {
    expect(parse(...lines).problems).toEqual([]);
  });

  it('tells of the colours of both themes', () => {
    const told = parse('  paper: "#777"', '  accent: { light: "#f00", dark: "#400" }').problems.map(formatProblem);
    expect(told.join('\n')).toContain(
      'site.yaml:6: في المظهر الفاتح لا يُقرأ لون «accent» على ورق لونه #777777: التباين بينهما 1.11، وأقلّه 4.5. أقرب درجة منه تصلح هي #190000.',
    );
    expect(told.join('\n')).toContain('site.yaml:6: في المظهر الداكن لا يُقرأ لون «accent» على');
  });
});
