import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { changingNewsroom, changingNow } from '../support/changing-newsroom.ts';
import { compareDirectories, createKeptSite, type Difference, type KeptSite } from '../support/kept-site.ts';
import { reference, referenceSite } from '../support/newsroom.ts';
import { copyProject, editFile } from '../support/project-copy.ts';

const environment = { SOURCE_DATE_EPOCH: String(changingNow) };

/** A copy of the engine. The first test compares it with the original, then each round edits it further. */
let project: string;
/** A site that the copy builds first as it is, then after each round of edits. */
let site: KeptSite;
beforeAll(async () => {
  project = await copyProject();
  site = await createKeptSite(referenceSite, { project, environment });
  expect(await site.build()).toMatchObject({ exitCode: 0 });
});

describe('two builds from scratch', () => {
  it('have the same bytes even with other directories, another time zone and a copy of the engine', async () => {
    const here = await createKeptSite(changingNewsroom, { environment: { ...environment, TZ: 'America/St_Johns' } });
    const there = await createKeptSite(changingNewsroom, {
      environment: { ...environment, TZ: 'Pacific/Auckland' },
      project,
    });
    for (const newsroom of [here, there]) expect(await newsroom.build()).toMatchObject({ exitCode: 0 });
    const outputs = [here, there].map(({ directories }) => directories.outputDirectory) as [string, string];
    expect(compareDirectories(...outputs)).toEqual([]);
    expect(here.files().length).toBeGreaterThan(80);
  });
});

interface EngineEdit {
  part: string;
  file: string;
  before: string;
  after: string;
  /** A file of the output, and words that it has only after the edit. */
  shows: [file: string, words: string];
}

const article = `${reference.id}/index.html`;
const rounds: EngineEdit[][] = [
  [
    {
      part: 'a template',
      file: 'src/components/site/Footer.astro',
      before: '<footer class="footer">',
      after: '<footer class="footer edited">',
      shows: [article, '<footer class="footer edited"'],
    },
    {
      part: 'the strings of the interface',
      file: 'src/strings/interface.ts',
      before: "tags: 'وسوم المقال'",
      after: "tags: 'وسوم هذا المقال'",
      shows: [article, 'وسوم هذا المقال'],
    },
    {
      part: 'a module of the model',
      file: 'src/model/feed.ts',
      before: ' – $',
      after: ' ⁘ $',
      shows: ['c/world/rss.xml', `${reference.category} ⁘ صدى`],
    },
  ],
  [
    {
      part: 'a module of src/lib',
      file: 'src/lib/plain-text.ts',
      before: "+$/u, '')}…`",
      after: "+$/u, '')} (…)`",
      shows: ['c/world/index.html', '(…)'],
    },
    {
      part: 'the Markdown pipeline',
      file: 'src/markdown/headings.ts',
      before: 'const depth = levels.length + 1;',
      after: 'const depth = levels.length + 3;',
      shows: [article, '<h4'],
    },
    {
      part: 'a schema',
      file: 'src/schema/site.ts',
      before: 'const defaultReadingSpeed = 180;',
      after: 'const defaultReadingSpeed = 2;',
      shows: [article, 'دقيقة'],
    },
  ],
  [
    {
      part: 'a module of the build',
      file: 'src/site-build/search/bundles.ts',
      before: 'JSON.stringify({ engine: runtimeKey, parts,',
      after: 'JSON.stringify({ edited: true, engine: runtimeKey, parts,',
      shows: ['pagefind/parts.json', '"edited":true'],
    },
    {
      part: 'a style',
      file: 'src/styles/tokens.css',
      before: 'color-scheme: light dark;',
      after: 'color-scheme: light;',
      shows: [article, 'href="/_astro/'],
    },
  ],
];

describe.each(rounds.map((edits) => ({ edits, parts: edits.map(({ part }) => part).join(', ') })))(
  'the output after edits of the engine: $parts',
  ({ edits }) => {
    let differences: Difference[];
    let before: Map<string, string>;
    beforeAll(async () => {
      before = new Map(edits.map(({ part, shows: [file] }) => [part, site.read(file)]));
      for (const { file, before: old, after } of edits) await editFile(path.join(project, file), old, after);
      const built = await site.buildAndCompare();
      expect(built).toMatchObject({ exitCode: 0 });
      differences = built.differences;
    });

    it('is the same as from scratch', () => {
      expect(differences).toEqual([]);
    });

    it.each(edits)('shows that $part was edited', ({ part, shows: [file, words] }) => {
      expect(site.read(file)).toContain(words);
      expect(site.read(file)).not.toBe(before.get(part));
    });
  },
);
