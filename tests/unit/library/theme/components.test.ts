import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, test } from 'vitest';
import type { ContentFile } from '../../../../src/library/content/content-files.ts';
import { findImports } from '../../../../src/library/theme/component-code.ts';
import { compiledNames, readComponents } from '../../../../src/library/theme/components.ts';
import { readSlots } from '../../../../src/library/theme/slots.ts';
import type { Files } from '../../../support/write-content.ts';
import { writeContent } from '../../../support/write-content.ts';

/** Reads components with these files, and returns their problems as «file:line:column» too. */
async function read(files: Files) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'components-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const placed = Object.fromEntries(Object.entries(files).map(([file, text]) => [`theme/components/${file}`, text]));
  await writeContent(directory, placed);
  const listed = Object.keys(placed).map(
    (file): ContentFile => ({ file, absolute: path.join(directory, file), stamp: '' }),
  );
  const { components, problems } = await readComponents(listed);
  return {
    components,
    places: problems.map(({ file, line, column }) => `${path.posix.basename(file)}:${line}:${column}`),
  };
}

const component = (code: string, template = '<slot />') => `---\n${code}\n---\n${template}\n`;

it.each<[code: string, imported: string[]]>([
  ["import a from './a.json'", ['./a.json']],
  ["import a, { b as c } from './a.ts'; export * from './b.ts';import './c.css'", ['./a.ts', './b.ts', './c.css']],
  ["import {\n  a,\n} from './a.ts';", ['./a.ts']],
  ["import بيانات from './a.json'", ['./a.json']],
  ["const a = await import('./a.ts');", ['./a.ts']],
  ["export interface Props { kind: 'rain' | 'sun' }", []],
  ["const key = import.meta.env.KEY ?? 'none';", []],
  ["// import of 'the wiki'", []],
  ["/* import a from 'a' */", []],
  ['const a = "\\nimport a from \'a\'";', []],
  ["const a = 'https://a.example';\nimport b from './b.ts'", ['./b.ts']],
])('%j imports %j', (code, imported) => {
  expect(findImports(component(code), 'A.astro').imports.map(({ specifier }) => specifier)).toEqual(imported);
});

test('scripts of a component are read, what readers see and comments are not', () => {
  const template =
    "<p>import a from 'a'</p>\n<!-- <script>import 'b'</script> -->\n<script>\nimport c from 'c';\n</script>";
  const [found, ...others] = findImports(component('', template), 'A.astro').imports;
  expect([found?.specifier, others]).toEqual(['c', []]);
  expect(component('', template).slice(found?.index).startsWith("c';")).toBe(true);
});

it.each<[files: Files, places: string[]]>([
  [{ 'A.astro': component("import a from './a.svg?raw'; import b from './b';"), 'a.svg': '<svg/>', 'b.ts': '' }, []],
  [{ 'A.astro': component('', "<script>import a from 'left-pad';</script>") }, ['A.astro:4:24']],
  [{ 'A.astro': component("import b from './b.ts';"), 'b.ts': "import c from '../../site.yaml';" }, ['b.ts:1:16']],
  [{ 'A.astro': component("import A from './A.astro';", '<A />') }, ['A.astro:2:16']],
  [
    {
      'A.astro': component("import B from './B.astro';"),
      'B.astro': component("import c from './c.ts';"),
      'c.ts': "export * from './A.astro';",
    },
    ['c.ts:1:16'],
  ],
  [{ 'A.astro': component("import type { Props } from './A.astro';") }, []],
  [{ 'A.astro': component("import b from './b.ts';"), 'b.ts': "import './c.ts'", 'c.ts': "import './b.ts'" }, []],
  [{ 'A.astro': component("import b from './b.json';"), 'b.json': '{\n  "a": 1,\n}' }, ['b.json:3:1']],
  [{ 'A.astro': component("import b from './b.json';"), 'b.json': '{ "a": ' }, ['b.json:1:7']],
  [{ 'A.astro': component('', '<p>{[1].map(ن</p>') }, ['A.astro:4:15']],
  [
    { 'Search.astro': component(''), 'SiteLayout.astro': component('') },
    ['Search.astro:1:undefined', 'SiteLayout.astro:1:undefined'],
  ],
  [{ 'A.astro': component('', '<div><p></div>') }, ['A.astro:4:11']],
])('%j has faults at %j', async (files, places) => {
  expect((await read(files)).places).toEqual(places);
});

test('the styles of a component are its own and those of all that it uses, in folders below too', async () => {
  const { components } = await read({
    'A.astro': component("import B from './parts/B.astro';"),
    'parts/B.astro': component("import c from './c.ts';"),
    'parts/c.ts': "export { default } from './D.astro';",
    'parts/D.astro': '<slot />',
  });
  expect(components.files.map(({ name, styled }) => [name, styled.map((file) => path.posix.basename(file))])).toEqual([
    ['A', ['A.astro', 'B.astro', 'D.astro']],
  ]);
  expect(compiledNames(components.files)).toEqual(['A', 'B', 'D']);
});

test('a component with a problem, or one that uses it, keeps its name and nothing else', async () => {
  const { components } = await read({
    'A.astro': component("import B from './B.astro';"),
    'B.astro': component('const b = ;'),
    'C.astro': component(''),
  });
  expect([components.names, components.files.map(({ name }) => name)]).toEqual([['A', 'B', 'C'], ['C']]);
});

test('a file that has been deleted since it was listed is as one that was never there', async () => {
  const file = { file: 'theme/components/A.astro', absolute: path.join(os.tmpdir(), 'no', 'A.astro'), stamp: '' };
  expect((await readComponents([file])).problems).toEqual([]);
  expect(await readSlots([{ ...file, file: 'theme/slots/footer.html' }], 'https://a.example', new Map())).toEqual({
    slots: [],
    problems: [],
  });
});

test('hostile code is read in a moment', () => {
  for (const part of ['import ', "import 'a ", '/*', '`', '"', '<script', '<script>', '<!--', '\\', '---\n'])
    expect(findImports(part.repeat(100_000), 'A.astro')).toBeDefined();
});
