import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../../src/library/library.ts';
import { iconFiles } from '../../../../src/library/theme/icons.ts';
import { smallestSite } from '../../../support/newsroom.ts';
import { type Files, writeContent } from '../../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'theme-'));
});

afterEach(() => rm(root, { recursive: true }));

async function open(files: Files) {
  await writeContent(path.join(root, 'content'), { ...smallestSite, ...files });
  return openLibrary({
    contentDirectory: path.join(root, 'content'),
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, 'cache'),
    now: Date.UTC(2026, 0, 1),
    includeUnpublished: false,
    fingerprint: 'engine',
  });
}

const svg = (inner: string, root = 'viewBox="0 0 64 64"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inner}</svg>`;

describe('a logo', () => {
  it('has the proportion of its viewBox', async () => {
    const { logo } = await open({ 'theme/logo.svg': svg('<path d="M0 9h9v3z"/>', 'viewBox="-10,5 300.5 80.25"') });
    expect(logo).toEqual({
      src: expect.stringMatching(/^\/_images\/[\da-f]{20}\.svg$/),
      width: 300.5,
      height: 80.25,
      isOfOneColor: true,
    });
  });

  it.each([
    ['<path d="M0 0h9v9z"/>', true],
    ['<path fill="currentColor" d="M0 0h9v9z"/>', true],
    ['<g fill="none" stroke="#231F20"><path d="M0 0h9v9z"/><path stroke="#231f20" d="M0 0h9v9z"/></g>', true],
    ['<style>.a{fill:#000}.b{fill:black;stroke:none}</style><path class="a" d="M0 0h9v9z"/>', true],
    ['<linearGradient id="g"><stop stop-color="#111"/></linearGradient><path fill="url(#g)" d="M0 0h9v9z"/>', true],
    ['<path style="-inkscape-stroke:none;fill:#111" d="M0 0h9v9z"/>', true],
    ['<path fill="#96262b" d="M0 0h9v9z"/><path fill="#fff" d="M0 0h9v9z"/>', false],
    ['<style>.a{fill:#96262b}.b{fill:#fff}</style><path class="a" d="M0 0h9v9z"/>', false],
    ['<path style="fill:#96262b;stroke:#fff" d="M0 0h9v9z"/>', false],
    [
      '<linearGradient id="g"><stop stop-color="#111"/><stop stop-color="#fff"/></linearGradient><path fill="url(#g)" d="M0 0h9v9z"/>',
      false,
    ],
    ['<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>', false],
    ['<path d="M0 0h9v9z"/><circle r="9" fill="#c00"/>', false],
    ['<path fill="currentColor" d="M0 0h9v9z"/><circle r="9" fill="#c00"/>', false],
    ['<g color="#c00"><path fill="currentColor" d="M0 0h9v9z"/></g><circle r="9" fill="#cc0000"/>', true],
    ['<g fill="#c00"><g stroke="none"><path d="M0 0h9v9z"/></g><circle r="9" fill="inherit"/></g>', true],
    ['<g fill="#c00"><path d="M0 0h9v9z"/></g><circle r="9"/>', false],
    ['<style>.a,.b{fill:#c00}</style><g class="x b"><path d="M0 0h9v9z"/></g><circle class="a" r="9"/>', true],
    ['<style>.a{fill:#c00}</style><path class="a" d="M0 0h9v9z"/><circle r="9"/>', false],
    ['<style>g .a{fill:#c00}</style><path class="a" d="M0 0h9v9z"/>', false],
    ['<style>@media (prefers-color-scheme:dark){path{fill:#fff}}</style><path d="M0 0h9v9z"/>', false],
    ['<clipPath id="c"><path fill="#fff" d="M0 0h9v9z"/></clipPath><path fill="#c00" d="M0 0h9v9z"/>', true],
    ['<linearGradient id="g"><stop/><stop offset="1" stop-color="#c00"/></linearGradient><path d="M0 0h9v9z"/>', false],
    ['<path d="M0 0h9v9z"><animate attributeName="fill" values="#000;#c00" dur="1s"/></path>', false],
  ])('of one colour takes that of the text: %s', async (inner, isOfOneColor) => {
    expect((await open({ 'theme/logo.svg': svg(inner) })).logo?.isOfOneColor).toBe(isOfOneColor);
  });

  it.each([
    ['<path d="M0 0"/>\n<script>1</script>', 2, 'برنامج يعمل عند القارئ: فيه <script>'],
    ['\n\n<path onload="alert(1)" d="M0 0"/>', 3, 'برنامج يعمل عند القارئ: فيه onload="alert(1)"'],
    ['\n<use href="https://x.example/a.svg#a"/>', 2, 'ما يُطلب من موقع آخر حين تُفتح: فيه href='],
    ['\n<style>@import "a.css";</style>', 2, 'ما يُطلب من موقع آخر حين تُفتح: فيه @import'],
    ['\n<foreignObject/>', 2, 'برنامج يعمل عند القارئ: فيه <foreignObject>'],
    ['\n<path></g>', 2, 'ليس هذا رسمًا بصيغة SVG'],
  ])('is refused at its line: %j', async (inner, line, told) => {
    for (const file of ['theme/logo.svg', 'theme/icon.svg']) {
      const { problems, logo, icon } = await open({ [file]: svg(inner) });
      expect(problems.map((problem) => [problem.file, problem.line])).toEqual([[file, line]]);
      expect(problems[0]?.message).toContain(told);
      expect([logo, icon]).toEqual([undefined, undefined]);
      await rm(path.join(root, 'content', file));
    }
  });

  const shape = '<path d="M0 0h9v9z"/>';
  it.each([
    ['', 'فارغ. انسخه من جديد.'],
    [' \n', 'فارغ. انسخه من جديد.'],
    [`<svg viewBox="0 0 9 9">${shape}</svg>`, 'الرسم بلا xmlns'],
    [svg(shape, 'viewBox="0 0 0 0"'), 'في الرسم viewBox="0 0 0 0"'],
    [svg(shape, 'viewBox="0 0 30px 9px"'), 'في الرسم viewBox="0 0 30px 9px"'],
    [svg(shape, 'viewBox="0 0 1e-9 1"'), 'بين 1 و16000'],
    [svg(shape, 'viewBox="0 0 9 9" width="1e9"'), 'بين 1 و16000'],
    [svg(''), 'لا يُرى في هذا الرسم شيء'],
    [svg(shape, 'viewBox="100 100 9 9"'), 'لا يُرى في هذا الرسم شيء'],
  ])('is refused if browsers would show nothing of it: %j', async (drawing, told) => {
    for (const file of ['theme/logo.svg', 'theme/icon.svg']) {
      const { problems } = await open({ [file]: drawing });
      expect(problems.map((problem) => [problem.file, problem.line])).toEqual([[file, 1]]);
      expect(problems[0]?.message).toContain(told);
      await rm(path.join(root, 'content', file));
    }
  });

  it.each([
    svg(shape, 'viewBox="0 0 21000 29700" width="210mm" height="297mm"'),
    svg(shape, 'viewBox="0 0 9 9" width="100%"'),
    svg('<path fill="#fff" d="M0 0h9v9z"/>'),
    svg('<path fill="none" stroke="#000" stroke-width="1" d="M0 0h9"/>', 'viewBox="0 0 900 300"'),
  ])('is published as drawing programs write it: %s', async (drawing) => {
    expect((await open({ 'theme/logo.svg': drawing })).problems).toEqual([]);
  });

  it('is refused if it is a photograph under the name of a drawing', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect((await open({ 'theme/logo.svg': photo })).problems).toHaveLength(1);
  });
});

describe('the icons of a site', () => {
  const ground = new TextEncoder().encode(
    svg('<path fill="#102030" d="M0 0h64v64H0z"/><circle cx="32" cy="32" r="9"/>'),
  );
  const mark = new TextEncoder().encode(svg('<circle cx="32" cy="32" r="32" fill="#c00"/>'));
  const make = async (name: string, drawing: Uint8Array) =>
    Buffer.from((await iconFiles[name]?.(drawing, '#fbf8f2')) ?? []);
  const pixel = async (bytes: Uint8Array, x: number, y: number) => {
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    const at = (y * info.width + x) * info.channels;
    return [...data.subarray(at, at + info.channels)];
  };

  it.each([
    ['apple-touch-icon.png', 180, 3],
    ['icon-192.png', 192, 4],
    ['icon-512.png', 512, 4],
    ['icon-maskable-512.png', 512, 3],
  ])('%s is %i pixels wide', async (name, side, channels) => {
    expect(await sharp(await make(name, mark)).metadata()).toMatchObject({
      format: 'png',
      width: side,
      height: side,
      channels,
    });
  });

  it('are the drawing as it is for browsers that read SVG, and an ICO file for others', async () => {
    expect(await make('favicon.svg', mark)).toEqual(Buffer.from(mark));
    const ico = await make('favicon.ico', mark);
    expect(ico.subarray(0, 8)).toEqual(Buffer.from([0, 0, 1, 0, 1, 0, 32, 32]));
    expect(ico.readUInt32LE(14)).toBe(ico.length - 22);
    expect(await sharp(ico.subarray(ico.readUInt32LE(18))).metadata()).toMatchObject({ format: 'png', width: 32 });
  });

  it('stand on paper where the drawing has no ground, and on its own ground where it has one', async () => {
    const paper = [0xfb, 0xf8, 0xf2];
    expect(await pixel(await make('apple-touch-icon.png', mark), 0, 0)).toEqual(paper);
    expect(await pixel(await make('apple-touch-icon.png', mark), 90, 20)).toEqual([0xcc, 0, 0]);
    expect(await pixel(await make('apple-touch-icon.png', mark), 90, 12)).toEqual(paper);
    expect(await pixel(await make('icon-maskable-512.png', ground), 0, 0)).toEqual([0x10, 0x20, 0x30]);
    expect(await pixel(await make('icon-192.png', mark), 0, 0)).toEqual([0, 0, 0, 0]);
  });

  it('give the publisher a logo, unless the settings name one', async () => {
    const icon = { 'theme/icon.svg': svg('<path d="M0 0h9v9z"/>') };
    expect((await open(icon)).site.publisher.logo).toBe('/icon-512.png');
    const settings = { 'site.yaml': `${smallestSite['site.yaml']}publisher: { logo: /logo.png }\n` };
    expect((await open({ ...icon, ...settings, 'public/logo.png': '' })).site.publisher.logo).toBe('/logo.png');
  });
});
