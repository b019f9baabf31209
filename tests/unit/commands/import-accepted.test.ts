import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { readEnvironment } from '../../../src/commands/command-environment.ts';
import { importNewsroom } from '../../../src/commands/import-newsroom.ts';
import { openSource } from '../../../src/commands/import-sources.ts';
import { openContent } from '../../../src/commands/open-content.ts';
import { writeExport } from '../../support/wordpress.ts';

const root = await mkdtemp(path.join(tmpdir(), 'accepted-'));
afterAll(() => rm(root, { recursive: true }));

const odd = [
  '',
  ' ',
  'خبر',
  '...',
  '«»',
  'a: b',
  '- x',
  '"',
  "'",
  '#وسم',
  '@',
  'نص\u202eمقلوب',
  'null',
  '12',
  'true',
  '﷽',
  '\t',
  'أ'.repeat(300),
  '&amp;lt;b&amp;gt;',
  '{x}',
  '[x]',
  '*',
];
const text = fc.constantFrom(...odd);
const slug = fc.constantFrom(
  '',
  'a',
  'A',
  'search',
  'rss-xml',
  'c',
  't',
  'خبر',
  'خبر-',
  'index',
  '2022',
  '..',
  'con',
  'x'.repeat(260),
  '%d8%ae',
  'a/b',
  '.hidden',
  'p1',
);
const link = fc.constantFrom(
  ...[
    '',
    '/',
    '/a/',
    '/search/',
    '/rss.xml',
    '/c/general/',
    '/t/',
    '/2022/01/',
    '/a b/',
    '/x?y=1',
    '/%/',
    '/%3F/',
    '/..%2Fx/',
    '/.git/',
    '//x/',
    '/_host/a',
    '/404.html',
    '/a/feed/',
  ].map((address) => `https://old.example${address}`),
  'not a link',
);
const date = fc.constantFrom(
  '2022-01-13 08:30:00',
  '0000-00-00 00:00:00',
  '',
  '2099-01-01 00:00:00',
  '0022-01-01 00:00:00',
  '2022-02-31 00:00:00',
  '1969-12-31 23:59:59',
);
const content = fc.constantFrom(
  ...[
    '',
    'نص',
    '---',
    '+++',
    '# عنوان',
    '<h1>عنوان</h1>',
    '<p>{x} &lt;X/&gt; import a</p>',
    'import x from "y"',
    '<script>1</script>',
    '<img src="x.jpg">',
    '<a href="#x">رابط</a>',
  ],
  ...[
    '<a href="javascript:1">x</a>',
    '<a href="/gone/">x</a>',
    'https://old.example/gone',
    '<a href="https://old.example/a/">x</a>',
    '[gallery]',
    '[caption]x[/caption]',
    '[youtube x]',
    '<iframe src="x"></iframe>',
  ],
  ...[
    '<table><tr><td>|</td></tr></table>',
    '\u202eمقلوب',
    '<li>بند',
    '<b>غامق',
    '```',
    '<!-- wp:block {"ref":1} /-->',
    '<a href="mailto:a@b.example">x</a>',
    '<a href="tel:1">x</a>',
    '<a href="whatsapp://x">x</a>',
    '<p id="fn-1">x</p>',
  ],
);
const terms = fc.dictionary(slug, text, { maxKeys: 3 });

const item = fc.record({
  type: fc.constantFrom('post', 'page'),
  status: fc.constantFrom('publish', 'draft', 'future', 'private', 'pending'),
  title: text,
  slug,
  link,
  excerpt: text,
  content: fc.array(content, { maxLength: 4 }).map((parts) => parts.join('\n\n')),
  creator: fc.constantFrom('nour', 'sami@old.example', '', 'غريب', 'a b'),
  date,
  modified: date,
  password: fc.constantFrom('', 'x'),
  categories: terms,
  tags: terms,
  meta: fc.constantFrom({}, { _wp_old_slug: '..' }, { _wp_old_slug: 'search' }, { _thumbnail_id: '99' }),
  commentStatus: fc.constantFrom('open' as const, 'closed' as const),
});

it('what an import of any export writes, the check accepts', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 12 }), async (items) => {
      run += 1;
      const place = (name: string) => path.join(root, `${run}-${name}`);
      await writeFile(
        place('export.xml'),
        writeExport(items.map((one, index) => ({ ...one, localDate: one.date, id: index + 1 }))),
      );
      const variables = { CONTENT_DIR: place('content'), CACHE_DIR: place('cache') };
      const environment = readEnvironment(new URL('../../..', import.meta.url), variables, { isContentNew: true });
      const source = await openSource([place('export.xml')]);
      await importNewsroom(source, environment, { isSkipped: true, onProgress: () => undefined });
      const { problems } = await openContent({ ...environment, includeUnpublished: true });
      expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
    }),
    { seed: 26, numRuns: 30 },
  );
});
