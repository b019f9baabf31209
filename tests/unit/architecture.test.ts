import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findArabicLiterals, findArabicMarkup } from '../support/arabic-literals.ts';
import { listFiles, projectDirectory } from '../support/build-site.ts';
import { findCircles } from '../support/circles.ts';
import { findLetterSpacing, findPhysicalDeclarations, styleElements } from '../support/css.ts';
import { measureFunctions } from '../support/functions.ts';
import { findImports, type Import, readImports, scriptsOfComponent } from '../support/imports.ts';

/**
 * A row of the table in CONTRIBUTING.md: the layers that a layer imports. Only types may be imported from `types`;
 * `files` may be imported whatever their layer; `packages` accepts npm packages and Node's own.
 */
interface Layer {
  imports: string[];
  types?: string[];
  files?: string[];
  packages: (specifier: string) => boolean;
}

const none = () => false;
const anyBut = (forbidden: RegExp) => (specifier: string) => !forbidden.test(specifier);
const ownLibraries = anyBut(/^(astro:|virtual:|node:|astro$)/);
const pureLibraries = anyBut(/^(astro:|virtual:|node:(?!path$)|astro$)/);
const assets = ['fonts', 'styles'];

const layers: Record<string, Layer> = {
  lib: { imports: ['lib'], packages: (specifier) => ['node:crypto', 'string-width'].includes(specifier) },
  schema: { imports: ['schema', 'lib'], packages: ownLibraries },
  strings: { imports: ['strings', 'lib'], packages: none },
  markdown: { imports: ['markdown', 'lib'], packages: anyBut(/^(astro:|virtual:)/) },
  editorial: { imports: ['editorial', 'lib', 'schema', 'markdown'], packages: ownLibraries },
  library: { imports: ['library', 'lib', 'schema', 'markdown'], packages: anyBut(/^(astro:|virtual:)/) },
  model: { imports: ['model', 'lib'], types: ['schema', 'markdown', 'library'], packages: none },
  client: { imports: ['client', 'lib'], packages: none },
  components: {
    imports: ['components', 'lib', 'strings', 'client', ...assets],
    types: ['model'],
    files: ['src/model/urls.ts'],
    packages: anyBut(/^node:/),
  },
  feeds: {
    imports: ['feeds', 'lib', 'strings', 'markdown', 'library', 'model', 'components'],
    files: ['src/layouts/load-body.ts'],
    packages: anyBut(/^(astro:|virtual:)/),
  },
  layouts: {
    imports: ['layouts', 'lib', 'schema', 'strings', 'markdown', 'library', 'model', 'client', 'components', ...assets],
    packages: () => true,
  },
  pages: {
    imports: ['layouts', 'feeds', 'lib', 'strings', 'library', 'model', 'components', ...assets],
    packages: () => true,
  },
  importers: { imports: ['importers', 'lib', 'schema', 'strings', 'markdown', 'model'], packages: pureLibraries },
  'site-build': {
    imports: ['site-build', 'lib', 'schema', 'strings', 'markdown', 'library', 'model'],
    packages: () => true,
  },
  commands: {
    imports: [
      ...[
        'commands',
        'site-build',
        'importers',
        'lib',
        'schema',
        'strings',
        'markdown',
        'editorial',
        'library',
        'model',
      ],
    ],
    packages: anyBut(/^(astro:|virtual:)/),
  },
  scripts: {
    imports: ['scripts', 'commands', 'site-build', 'importers', 'lib', 'schema', 'strings', 'library', 'model'],
    packages: () => true,
  },
  'scripts/bench': { imports: ['scripts/bench', 'lib'], packages: () => true },
  'scripts/comments-server': { imports: ['scripts/comments-server', 'lib', 'strings'], packages: () => true },
  'scripts/fonts': { imports: [], packages: () => true },
};

const sources = [...sourcesIn('src'), ...sourcesIn('scripts'), 'astro.config.mjs'];
const modules = sources.filter((file) => /\.(ts|mjs|astro)$/.test(file) && !file.endsWith('.d.ts'));

describe('imports', () => {
  it('point down the layers', () => {
    const upward = modules.flatMap((file) =>
      readImports(projectDirectory, file)
        .filter((found) => !mayImport(layerOf(file), found))
        .map(({ specifier, typesOnly }) => `${file} imports ${typesOnly ? 'types of ' : ''}${specifier}`),
    );
    expect(upward).toEqual([]);
  });

  it.each<[layer: string, found: Import, allowed: boolean]>([
    ['lib', { specifier: 'node:fs', typesOnly: false }, false],
    ['lib', { specifier: '../schema/site.ts', file: 'src/schema/site.ts', typesOnly: true }, false],
    ['schema', { specifier: '../strings/interface.ts', file: 'src/strings/interface.ts', typesOnly: false }, false],
    ['schema', { specifier: 'yaml', typesOnly: false }, true],
    ['markdown', { specifier: 'astro:content', typesOnly: false }, false],
    ['editorial', { specifier: '../markdown/plugins.ts', file: 'src/markdown/plugins.ts', typesOnly: false }, true],
    ['editorial', { specifier: '../library/library.ts', file: 'src/library/library.ts', typesOnly: true }, false],
    ['model', { specifier: '../library/library.ts', file: 'src/library/library.ts', typesOnly: true }, true],
    ['model', { specifier: '../library/library.ts', file: 'src/library/library.ts', typesOnly: false }, false],
    ['components', { specifier: '../model/story.ts', file: 'src/model/story.ts', typesOnly: true }, true],
    ['components', { specifier: '../model/story.ts', file: 'src/model/story.ts', typesOnly: false }, false],
    ['components', { specifier: '../model/urls.ts', file: 'src/model/urls.ts', typesOnly: false }, true],
    [
      'components',
      { specifier: '../library/current.ts', file: 'src/library/current-library.ts', typesOnly: true },
      false,
    ],
    ['client', { specifier: '../strings/interface.ts', file: 'src/strings/interface.ts', typesOnly: false }, false],
    ['pages', { specifier: '../site-build/plan.ts', file: 'src/site-build/plan.ts', typesOnly: false }, false],
    ['site-build', { specifier: '../pages/x.astro', file: 'src/pages/x.astro', typesOnly: false }, false],
    ['scripts', { specifier: '../src/strings/interface.ts', file: 'src/strings/interface.ts', typesOnly: false }, true],
    ['scripts', { specifier: './bench/corpus.ts', file: 'scripts/bench/corpus.ts', typesOnly: false }, false],
    ['importers', { specifier: 'node:fs', typesOnly: false }, false],
  ])('from %s of $specifier are judged by the table', (layer, found, allowed) => {
    expect(mayImport(layer, found)).toBe(allowed);
  });

  it('form no circles, imports of types included', () => {
    const files = new Set(modules);
    const graph = new Map(
      modules.map((file) => [file, readImports(projectDirectory, file).flatMap(({ file: to }) => to ?? [])] as const),
    );
    expect(findCircles(new Map([...graph].map(([file, to]) => [file, to.filter((name) => files.has(name))])))).toEqual(
      [],
    );
  });

  it.each<[graph: Record<string, string[]>, circles: string[][]]>([
    [{ a: ['b', 'c'], b: ['c'], c: [] }, []],
    [{ a: ['b'], b: ['a'] }, [['a', 'b']]],
    [{ a: ['a'] }, [['a']]],
    [{ a: ['b'], b: ['c'], c: ['b', 'd'], d: [] }, [['b', 'c']]],
  ])('%j have the circles %j', (graph, circles) => {
    expect(findCircles(new Map(Object.entries(graph)))).toEqual(circles);
  });

  it('are found in every form', () => {
    const text = `
      import a, { type B } from './a.ts';
      import type { C } from './c.ts';
      import { type D, type E } from './d.ts';
      import './effect.ts';
      export { f } from './f.ts';
      export type * from './g.ts';
      const h = await import('./h.ts');
      type I = import('./i.ts').I;`;
    expect(findImports(text)).toEqual([
      { specifier: './a.ts', typesOnly: false },
      { specifier: './c.ts', typesOnly: true },
      { specifier: './d.ts', typesOnly: true },
      { specifier: './effect.ts', typesOnly: false },
      { specifier: './f.ts', typesOnly: false },
      { specifier: './g.ts', typesOnly: true },
      { specifier: './h.ts', typesOnly: false },
      { specifier: './i.ts', typesOnly: true },
    ]);
  });
});

describe('files', () => {
  it('have no vague names, such as utils', () => {
    const vague = /(^|[/-])(utils?|helpers?|managers?)([./-]|$)|(^|\/)index\.(ts|mjs|js)$/i;
    expect([...sources, ...sourcesIn('tests')].filter((file) => vague.test(file))).toEqual([]);
  });

  it('in TypeScript are kebab-case.ts and components PascalCase.astro', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d|\.txt|\.xml)?\.(ts|mjs)$/;
    const pascal = /^([A-Z][a-z0-9]*)+\.astro$/;
    const odd = [...sources, ...sourcesIn('tests')].filter((file) => {
      const name = path.posix.basename(file);
      if (file.startsWith('src/pages/') || !file.includes('/')) return false;
      return file.endsWith('.astro') ? !pascal.test(name) : /\.(ts|mjs)$/.test(file) && !kebab.test(name);
    });
    expect(odd).toEqual([]);
  });

  it('in src/pages have at most 30 lines', () => {
    const long = sourcesIn('src/pages')
      .map((file) => ({ file, lines: readSource(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 30);
    expect(long).toEqual([]);
  });

  it('in TypeScript export by name', () => {
    const anonymous = modules.filter((file) => file.endsWith('.ts') && /^export default /m.test(readSource(file)));
    expect(anonymous).toEqual([]);
  });

  it('contain no absolute path of a machine', () => {
    const everything = [...sources, ...sourcesIn('tests'), ...sourcesIn('content'), ...sourcesIn('docs')];
    const text = /\.(astro|css|json|md|mdx|mjs|svg|ts|txt|ya?ml)$/;
    const machine = new RegExp(['work', 'root', 'home', 'tmp'].map((name) => `(^|["'\`\\s(])/${name}/`).join('|'), 'm');
    expect(everything.filter((file) => text.test(file) && machine.test(readSource(file)))).toEqual([]);
  });
});

describe('functions', () => {
  it('have at most 60 lines, tables of data aside', () => {
    const long = modules.flatMap((file) =>
      measureFunctions(scriptsOf(file))
        .filter(({ lines }) => lines > 60)
        .map(({ place, lines }) => `${file} ${place}: ${lines} lines`),
    );
    expect(long).toEqual([]);
  });

  it.each<[text: string, sizes: [place: string, lines: number][]]>([
    ['function a() {\n  return 1;\n}', [['a:1', 3]]],
    ['const b = () => {\n  const table = [\n    1,\n    2,\n  ];\n  return table;\n};', [['b:1', 4]]],
    [
      'const c = {\n  d() {\n    return {\n      e: () => 1,\n    };\n  },\n};',
      [
        ['d:2', 5],
        ['e:4', 1],
      ],
    ],
  ])('%j is measured', (text, sizes) => {
    expect(measureFunctions(text).map(({ place, lines }) => [place, lines])).toEqual(sizes);
  });
});

/** The files that may have Arabic sentences and labels, by what those are. */
const sentenceOwners = {
  'what readers see': ['src/strings/interface.ts', 'src/strings/nouns.ts', 'src/markdown/labels.ts'],
  'what commands say': [
    'src/strings/commands.ts',
    'src/strings/command-lines.ts',
    'src/strings/import-tally.ts',
    'src/strings/json-lines.ts',
    'scripts/start.mjs',
    'bin/warraq.mjs',
    'src/strings/system-faults.ts',
    'src/strings/nouns.ts',
    'scripts/comments-server/sentences.ts',
  ],
  'messages about settings and front matter': ['src/schema/messages.ts'],
  'messages about bodies': ['src/markdown/messages.ts'],
  'editorial rules': ['src/editorial/rules.ts'],
  'descriptions of settings, beside each setting': [
    ...[
      'site',
      'age-warning',
      'appearance',
      'follow',
      'hosting',
      'images',
      'labels',
      'share-cards',
      'syndication',
      'rules',
    ].map((name) => `src/schema/${name}.ts`),
  ],
};

/**
 * The files that may have Arabic words other than sentences: data about the language, and texts that are never shown.
 */
const arabicData = [
  'src/lib/arabic/',
  'src/schema/key-synonyms.ts',
  'src/schema/front-page.ts',
  'src/editorial/exemptions.ts',
  'src/editorial/house-style.ts',
  'src/importers/newsroom/content-files.ts',
  'src/site-build/search/bundle-files.ts',
  'src/site-build/search/pagefind-self-test.ts',
  'scripts/comments-server/reserved-names.ts',
  'scripts/comments-server/word-filter.ts',
  'scripts/bench/',
];

describe('Arabic sentences', () => {
  it('are only in files that may have them', () => {
    const allowed = [...Object.values(sentenceOwners).flat(), ...arabicData];
    const stray = modules
      .filter((file) => !allowed.some((place) => file.startsWith(place)))
      .flatMap((file) => findArabicIn(file).map((literal) => `${file}: ${literal}`));
    expect(stray).toEqual([]);
  });

  it('are in every file that may have them', () => {
    const files = [...Object.values(sentenceOwners).flat(), ...arabicData.filter((place) => place.endsWith('.ts'))];
    expect(files.filter((file) => findArabicLiterals(scriptsOf(file)).length === 0)).toEqual([]);
  });

  it.each<[text: string, found: string[]]>([
    ["say('لا خبر');", ["'لا خبر'"]],
    ["say('خبر ' + count, `خبر`);", ["'خبر '", '`خبر`']],
    ["// لا خبر\nconst letters = /[اأإ]/; const one = 'و';", []],
    ["const label = 'Hello';", []],
  ])('in %j are %j', (text, found) => {
    expect(findArabicLiterals(text)).toEqual(found);
  });

  it.each<[component: string, found: string[]]>([
    ['---\nconst a = 1;\n---\n<p title="عنوان">لا خبر</p>', ['عنوان', 'لا خبر']],
    ['<p>{words.none}</p><!-- لا خبر --><style>/* لا */</style>', []],
  ])('in the markup of %j are %j', (component, found) => {
    expect(findArabicMarkup(component)).toEqual(found);
  });
});

describe('styles', () => {
  const sheets = sources
    .filter((file) => /\.(css|astro)$/.test(file))
    .map((file) => ({ file, css: file.endsWith('.css') ? readSource(file) : styleElements(readSource(file)) }));

  it('have only logical properties: none names left or right', () => {
    const physical = sheets.flatMap(({ file, css }) =>
      findPhysicalDeclarations(css).map((declaration) => `${file}: ${declaration}`),
    );
    expect(physical).toEqual([]);
  });

  it('set no letter-spacing, because Arabic letters join', () => {
    const spaced = sheets.flatMap(({ file, css }) =>
      findLetterSpacing(css).map((declaration) => `${file}: ${declaration}`),
    );
    expect(spaced).toEqual([]);
  });

  it.each([
    ['a { margin-left: 1px }', ['margin-left: 1px']],
    ['a{color:red;right:0}', ['right: 0']],
    ['a { border-top-right-radius: 2px; }', ['border-top-right-radius: 2px']],
    ['a { text-align: left !important; }', ['text-align: left']],
    ['a { float: right }', ['float: right']],
    ['a { background: url(left.svg) no-repeat right center }', ['background: url() no-repeat right center']],
    ['a { padding: 0 1rem 0 2rem }', ['padding: 0 1rem 0 2rem']],
    ['a { transform-origin: top left }', ['transform-origin: top left']],
    ['a { margin-inline-start: 1px; inset-inline: 0; text-align: start }', []],
    ['a { padding: 0 1rem 2rem 1rem; margin: 0 calc(1px + 2px) 0 calc(1px + 2px) }', []],
    ['/* left: 0 */ .left { --left: 1px; content: "left: 0;" }', []],
  ])('%s is judged', (css, found) => {
    expect(findPhysicalDeclarations(css)).toEqual(found);
  });

  it.each([
    ['a { letter-spacing: 0.05em }', ['letter-spacing: 0.05em']],
    ['a { letter-spacing: -1px }', ['letter-spacing: -1px']],
    ['a { letter-spacing: normal } b{letter-spacing:0}', []],
  ])('%s is judged', (css, found) => {
    expect(findLetterSpacing(css)).toEqual(found);
  });
});

function sourcesIn(directory: string): string[] {
  const absolute = path.join(projectDirectory, directory);
  return existsSync(absolute) ? listFiles(absolute).map((file) => `${directory}/${file}`) : [];
}

/** Returns the Arabic strings of a module, and the Arabic words in the markup of a component. */
function findArabicIn(file: string): string[] {
  const literals = findArabicLiterals(scriptsOf(file));
  return file.endsWith('.astro') ? [...literals, ...findArabicMarkup(readSource(file))] : literals;
}

/** Reads the code of a module; of a component, only its scripts. */
function scriptsOf(file: string): string {
  return file.endsWith('.astro') ? scriptsOfComponent(readSource(file)) : readSource(file);
}

function readSource(file: string): string {
  return readFileSync(path.join(projectDirectory, file), 'utf8');
}

/**
 * Returns the layer of a file: `lib` for `src/lib/arabic/slug.ts`, `scripts` for `scripts/build.ts`. Each folder below
 * `scripts` is a layer of its own; Astro's configuration belongs to `site-build`.
 */
function layerOf(file: string): string {
  if (file === 'astro.config.mjs') return 'site-build';
  const [top = '', ...rest] = file.split('/');
  if (top === 'src') return rest[0] ?? '';
  return rest.length > 1 ? `${top}/${rest[0]}` : top;
}

function mayImport(from: string, { specifier, file, typesOnly }: Import): boolean {
  const layer = layers[from];
  if (!layer) return false;
  if (file === undefined) return layer.packages(specifier);
  const target = layerOf(file);
  if (layer.imports.includes(target) || layer.files?.includes(file)) return true;
  return typesOnly && (layer.types ?? []).includes(target);
}
