import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import type { ContentFile } from '../../../../src/library/content/content-files.ts';
import { writeAppearance } from '../../../../src/library/theme/appearance-tokens.ts';
import { readTheme, readThemeAsset } from '../../../../src/library/theme/owner-styles.ts';
import { scanStyles } from '../../../../src/library/theme/style-source.ts';
import { noticesOfTheme } from '../../../../src/library/theme/theme-files.ts';
import { readWoff2 } from '../../../../src/library/theme/woff2.ts';
import { formatProblem } from '../../../../src/schema/problem.ts';
import { parseSite } from '../../../../src/schema/site.ts';
import { projectDirectory } from '../../../support/build-site.ts';
import { findExamples } from '../../../support/guide.ts';
import { writeContent } from '../../../support/write-content.ts';

const font = (name: string) => readFileSync(path.join(projectDirectory, `src/fonts/warraq-${name}.woff2`));
/** The letters of Noto Naskh Arabic without its joins. */
const variableFont = readFileSync(path.join(projectDirectory, 'tests/support/variable-naskh.woff2'));
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>';

describe('a WOFF2 file', () => {
  it.each([
    ['of many weights', variableFont, { weight: [400, 700], hasArabic: true }],
    ['of one weight', font('sans-arabic'), { weight: [700, 700], hasArabic: true }],
    ['without Arabic', font('sans-latin'), { weight: [700, 700], hasArabic: false }],
  ])('%s tells its weight and whether it has the letters', (_kind, bytes, facts) => {
    expect(readWoff2(bytes)).toEqual(facts);
  });

  it('is refused if it is cut, changed or something else', () => {
    const whole = font('sans-arabic');
    const changed = Buffer.from(whole);
    changed.fill(255, 100, 140);
    const hostile = Buffer.from(whole);
    hostile.writeUInt16BE(65535, 12);
    for (const bytes of [whole.subarray(0, 4000), whole.subarray(0, 20), Buffer.from('wOFF'), changed, hostile]) {
      expect(readWoff2(bytes)).toBeUndefined();
    }
  });
});

describe('a style sheet', () => {
  it.each([
    ['a { b: url(x.svg) url( "y z.svg" ) URL(\'q.png\') }', ['x.svg', 'y z.svg', 'q.png'], 0],
    ['/* url(x.svg) @import "a"; { */ a::before { content: "url(y) {"; }', [], 0],
    ['a { b: c; ', [], 1],
    ['a { /* b', [], 2],
    ['a { b: calc(1px + (2px); }', [], 2],
    ['a { content: "\\"}" }', [], 0],
    ['@import url(x.css);\na { b: url(y.png) }', ['y.png'], 0],
  ])('%s has its URLs found, and what is not closed', (css, urls, unclosed) => {
    const parts = scanStyles(css);
    expect(parts.urls.map(({ url }) => url)).toEqual(urls);
    expect(parts.unclosed).toHaveLength(unclosed);
  });

  it('is scanned in time that grows with its length', () => {
    for (const part of ['url(', 'url( ', '@import url(a)', '@\\69', '/*', '"', "url('", '{', '\\'])
      expect(scanStyles(part.repeat(200_000))).toBeDefined();
  });
});

/** Reads a theme with these files and lines of `appearance`. */
async function read(files: Record<string, string | Uint8Array>, ...appearance: string[]) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'theme-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  await writeContent(directory, files);
  const listed = Object.keys(files).map(
    (file): ContentFile => ({ file, absolute: path.join(directory, file), stamp: '' }),
  );
  const written = appearance.length === 0 ? [] : ['appearance:', ...appearance.map((line) => `  ${line}`)];
  const settings = ['title: صدى', 'description: صدى', 'url: https://a.example', ...written];
  const { site, places, problems } = parseSite(settings.join('\n'));
  const images = { resolve: async () => ({}) as never };
  const theme = await readTheme({ files: listed, site, places, images });
  return { ...theme, settings: problems.map(formatProblem), told: theme.problems.map(formatProblem) };
}

describe('the theme of a newsroom', () => {
  it('gives no styles if there is nothing in it', async () => {
    expect(await read({})).toEqual({ problems: [], notices: [], settings: [], told: [] });
    expect((await read({ 'theme/site.css': '/* */', 'theme/logo.svg': drawing })).styles?.css).toContain(
      '@layer owner',
    );
    expect((await read({ 'theme/site.css': ' \n' })).styles).toBeUndefined();
  });

  it('puts its sheet into the last layer, with its URLs leading to published files', async () => {
    const css =
      '@charset "utf-8";\na { background: url(dots.svg); }\nb { background: url("/paper.png") }\nc { mask: url(#m) }\n';
    const { styles, told } = await read({ 'theme/site.css': css, 'theme/dots.svg': drawing });
    expect(told).toEqual([]);
    expect(styles?.css.replace(/theme\.[\da-f]{20}/, 'theme.X')).toBe(
      '@layer owner {\n\na { background: url("theme.X.svg"); }\nb { background: url("../paper.png") }\nc { mask: url(#m) }\n}\n',
    );
    expect(styles?.sheet).toMatch(/^\/_astro\/theme\.[\da-f]{20}\.css$/);
    expect(styles?.engineFamilies).toEqual(['Warraq Sans', 'Warraq Naskh']);
    const asset = await readThemeAsset(styles, styles?.assets[0]?.fileName ?? '');
    expect(asset).toEqual({ bytes: Buffer.from(drawing), type: 'image/svg+xml' });
  });

  it('has its own fonts declared and loaded first, and not those of the engine in their place', async () => {
    const fonts = { 'theme/fonts/a.woff2': font('sans-arabic'), 'theme/fonts/b.woff2': variableFont };
    const { styles, told, notices } = await read(fonts, 'fonts:', '  headlines: [a.woff2]', '  text: b.woff2');
    expect([told, notices]).toEqual([[], []]);
    expect(styles?.faces.map(({ role, weight }) => [role, weight])).toEqual([
      ['headlines', [700, 700]],
      ['text', [400, 700]],
    ]);
    expect(styles?.preload).toHaveLength(2);
    expect(styles?.engineFamilies).toEqual([]);
    expect(styles?.css).toContain("--sans: 'Newsroom Headlines', 'Local Sans'");
    expect(styles?.css).toContain('font-weight: 400 700;\n  font-display: swap;');
  });

  it.each([
    ['headlines: { file: a.woff2, weight: bold }', 'site.yaml:6: الوزن «bold» لا يصلح.'],
    ['headlines: fonts/a.woff2', 'site.yaml:6: «fonts/a.woff2» مسار'],
  ])('has the other mistakes of its fonts told in the same run as that of %s', async (line, first) => {
    const fonts = { 'theme/fonts/a.woff2': font('sans-arabic') };
    const lines = ['fonts:', `  ${line}`, '  text:', '    - a.woff2', "    - 'b.woff2'"];
    const { told, problems, notices, settings } = await read(fonts, ...lines);
    expect([...settings, ...told].map((text) => text.split('\n')[0])).toEqual([
      expect.stringContaining(first),
      'site.yaml:9: لا ملف باسم «b.woff2» في theme/fonts. لعلك تقصد «a.woff2».',
    ]);
    expect([problems.length, notices]).toEqual([1, []]);
  });

  it('may have a family of the engine for its headlines', async () => {
    const { styles } = await read({}, 'fonts: { headlines: naskh }');
    expect(styles?.engineFamilies).toEqual(['Warraq Naskh Bold', 'Warraq Naskh']);
    expect(styles?.css).toContain("--sans: 'Warraq Naskh Bold', 'Local Naskh'");
  });

  it.each([
    ["a { background: url(/a.png) }\nb { background: url('/b\"c.png') }", []],
    ['a { background: image-set("/x.png" 1x, url("/x.png") 2x) }', ['theme/site.css:1: اكتب «/x.png» داخل url()']],
    ['a { color: red }\n@\\69mport "x.css";', ['theme/site.css:2: لا تُستورد أوراق أخرى']],
    ['a { color: red }\n@import url(x.css);', ['theme/site.css:2: لا تُستورد أوراق أخرى']],
    ['a { color: red }\nb { c\0olor: red }', ['theme/site.css:2: لا تقرأ المتصفحات هذا الموضع']],
    ['@charset "utf-8"; a { color: red }', []],
  ])('has its mistakes told, each once: %j', async (css, beginnings) => {
    const { told, styles } = await read({ 'theme/site.css': css });
    expect(told).toEqual(beginnings.map((beginning) => expect.stringContaining(beginning)));
    if (css.includes('b"c')) expect(styles?.css).toContain('url("../b%22c.png")');
  });

  it('is told to be unreadable if it is nested beyond all sense, before a parser overflows', async () => {
    const { told } = await read({ 'theme/site.css': `${'a{'.repeat(50_000)}${'}'.repeat(50_000)}` });
    expect(told).toHaveLength(1);
  });

  it('tells mistakes with file, line and place', async () => {
    const css = '/* نص */\na { color: red; }\nb { background: url(https://x.example/a.png); }\nc { color }\n';
    expect((await read({ 'theme/site.css': css })).told).toEqual([
      'theme/site.css:4: لا تقرأ المتصفحات هذا الموضع من CSS فتتجاوزه. راجع ما فيه وما قبله من أقواس وفواصل.\n    c { color }\n              ^',
      'theme/site.css:3: العنوان «https://x.example/a.png» ليس في الموقع، وسياسة المحتوى تمنع طلبه. احفظ الملف في theme، واكتب مساره منه.\n    b { background: url(https://x.example/a.png); }\n                    ^',
    ]);
    expect(
      (await read({ 'theme/fonts/amiri.woff2': font('sans-arabic') }, 'fonts:', '  text: amri.woff2')).told,
    ).toEqual([
      'site.yaml:6: لا ملف باسم «amri.woff2» في theme/fonts. لعلك تقصد «amiri.woff2».\n        text: amri.woff2\n              ^\n        text: amiri.woff2',
    ]);
  });
});

describe('the guide', () => {
  const guide = readFileSync(path.join(projectDirectory, 'docs/ar/operator/appearance.md'), 'utf8');
  const examples = findExamples('appearance.md', guide);

  it('has settings that are accepted', () => {
    const settings = examples.filter(({ language }) => language === 'yaml');
    expect(settings).toHaveLength(3);
    for (const { text } of settings) {
      const { site, problems } = parseSite(`title: صدى\ndescription: صدى\nurl: https://a.example\n${text}\n`);
      expect(problems).toEqual([]);
      expect(site.appearance).toBeDefined();
    }
  });

  it('has styles that are accepted', async () => {
    const css = examples.find(({ language }) => language === 'css')?.text ?? '';
    const files = { 'theme/paper.svg': drawing, 'theme/fonts/numbers.woff2': font('sans-latin') };
    const { told, notices, styles } = await read({ 'theme/site.css': css, ...files });
    expect([told, notices, styles?.assets.length]).toEqual([[], [], 2]);
  });

  it('lists the tokens that there are, and all of them but those of the system', () => {
    const css = readFileSync(path.join(projectDirectory, 'src/styles/tokens.css'), 'utf8');
    const tokens = [...new Set([...css.matchAll(/^ {4}(--[\w-]+):/gm)].map(([, name = '']) => name))];
    const listed = [...guide.matchAll(/`(--[\w-]+)`(?: … `--[a-z]+-(\d)`)?/g)].flatMap(([, name = '', last]) =>
      last === undefined
        ? [name]
        : Array.from({ length: Number(last) }, (_, index) => name.replace('1', `${index + 1}`)),
    );
    const own = ['--system', '--reading-scale', '--target-room', ...[1, 2, 3, 4, 5].map((size) => `--site-${size}`)];
    expect([...new Set(listed)].sort()).toEqual(tokens.filter((token) => !own.includes(token)).sort());
  });
});

test.each([
  ['theme/Site.css', 'theme/Site.css لا يُقرأ. لعلك تقصد theme/site.css.'],
  ['theme/style.css', 'theme/style.css لا يُقرأ. لعلك تقصد theme/site.css.'],
  ['theme/font/a.woff2', 'theme/font/a.woff2 لا يُقرأ. لعلك تقصد theme/fonts/a.woff2.'],
  ['theme/slot/head.html', 'theme/slot/head.html لا يُقرأ. لعلك تقصد theme/slots/head.html.'],
  ['theme/logo.png', 'theme/logo.png لا يُقرأ. لعلك تقصد theme/logo.svg.'],
  ['theme/slots/head.txt', 'theme/slots/head.txt لا يُقرأ: ملفات هذا المجلد تنتهي بـ .html.'],
  ['theme/fonts/OFL.txt', undefined],
  ['theme/slots/head.html', undefined],
  ['theme/components/Map.astro', undefined],
  ['theme/components/teams.json', undefined],
  ['theme/components/flags/sada.svg', undefined],
  ['theme/slots.yaml', undefined],
  ['theme/icon.svg', undefined],
])('the file %s is told as %s', (file, notice) => {
  expect(noticesOfTheme([{ file, absolute: '', stamp: '' }], [])).toEqual(notice === undefined ? [] : [notice]);
});

test('a density changes spaces and leading, and nothing of what is printed changes colour', () => {
  expect(writeAppearance({ fonts: {}, density: 'compact' }, [])).toContain('--leading-body: 1.7;');
  expect(writeAppearance({ fonts: {} }, [])).toBe('');
});
