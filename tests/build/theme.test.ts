import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { policyHash } from '../../src/lib/digest.ts';
import { projectDirectory } from '../support/build-site.ts';
import { findExamples } from '../support/guide.ts';
import { createKeptSite, type KeptSite } from '../support/kept-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';
import type { Files } from '../support/write-content.ts';

/** Every file that the operators' guide shows of slots and components, by its name. */
const guide: Files = {};
for (const page of ['slots', 'components']) {
  const text = await readFile(path.join(projectDirectory, 'docs/ar/operator', `${page}.md`), 'utf8');
  for (const { mark, text: content } of findExamples(page, text)) if (mark !== '') guide[mark] = `${content}\n`;
}
const paragraph = 'قال سكان الحي إن الجسر القديم لم يعد يتسع لعرباتهم، وإنهم انتظروا البديل ثلاثة أعوام كاملة.';
const article = (id: string, category: string, body: string) =>
  markdown({ id, title: `خبر ${id}`, author: 'huda', date: '2022-01-13', category }, body);
const long = [paragraph, `- ${paragraph}`, paragraph, paragraph, paragraph].join('\n\n');
const files: Files = {
  ...smallestSite,
  ...guide,
  'site.yaml': `${smallestSite['site.yaml']}host: netlify\n`,
  'categories/culture.yaml': 'name: ثقافة\n',
  'pages/about.md': markdown({ title: 'من نحن' }, 'صحيفة.'),
  'articles/first.md': article('k7q3m', 'world', long),
  'articles/second.md': article('k7q4m', 'culture', long),
  'articles/short.md': article('k7q5m', 'culture', 'قصير.'),
};

let site: KeptSite;
beforeAll(async () => {
  site = await createKeptSite(files);
  const { exitCode, output } = await site.build();
  if (exitCode !== 0) throw new Error(output);
});

const page = (id: string) => site.read(`${id}/index.html`);
const policy = () => /Content-Security-Policy: (.*)/.exec(site.read('_headers'))?.[1] ?? '';

describe('the slots and components of the guide', () => {
  it('are where the guide says', () => {
    const [head = '', body = ''] = page('k7q4m').split('</head>');
    expect(head).toContain('<script defer src="https://stats.example/count.js" data-site="sada"></script>');
    const paragraphs = body.split('<p>').findIndex((part) => part.includes('slot-in-article'));
    // Two paragraphs, of which a list separates the second from the first.
    expect(body.slice(body.indexOf('class="prose"')).split('slot-in-article')[0]?.match(/<p>/g)).toHaveLength(2);
    expect(paragraphs).toBeGreaterThan(0);
    expect(body).toContain(
      '<div class="slot slot-in-article slot-labelled" role="group" aria-label="إعلان" data-nosnippet>',
    );
    expect(body.indexOf('slot-article-end')).toBeGreaterThan(body.indexOf('class="colophon"'));
    expect(body).toMatch(/<footer class="footer".*slot-footer.*<\/footer>/s);
    expect(site.read('index.html')).toContain('slot-front-sidebar');
  });

  it('are only where their settings say', () => {
    expect(page('k7q3m')).not.toContain('slot-article-end');
    expect(page('k7q5m')).not.toContain('slot-in-article');
    expect(page('k7q4m')).not.toContain('slot-front-sidebar');
    for (const feed of ['rss.xml', 'atom.xml', 'feed.json']) expect(site.read(feed)).not.toContain('ads.example');
  });

  it('make the content policy', () => {
    const style = '.slot-in-article>.slot-content{min-block-size:250px}';
    expect(page('k7q4m')).toContain(`<style>${style}</style>`);
    expect(policy()).toContain(policyHash(style));
    expect(policy()).toMatch(/script-src [^;]* https:\/\/stats\.example https:\/\/ads\.example;/);
    expect(policy()).toContain("connect-src 'self' https://stats.example;");
    expect(policy()).toContain('frame-src https://ads.example https://*.ads.example;');
    expect(policy()).toContain("form-action 'self' https://letters.example;");
    expect(policy()).not.toContain('trusted-types');
  });

  it('give a component its data, its content and a sheet that no other article links to', () => {
    const sheet = /<link rel="stylesheet" href="\/_astro\/Score\.[\da-f]+\.css">/;
    expect(page('c4p7f')).toMatch(/<aside class="score" [^>]*> <p [^>]*>النهر <b [^>]*>2–1<\/b> القلعة<\/p>/);
    expect(page('c4p7f')).toContain('سُجّل هدف الفوز');
    expect([page('c4p7f'), page('k7q3m')].map((html) => sheet.test(html))).toEqual([true, false]);
    expect(site.read('rss.xml')).toContain('القلعة');
  });
});

it('a change renders the pages that show it, with the bytes of a build from scratch', async () => {
  // Components are left as they are: compiling them takes most of a build, and the test of their digest has its rows.
  const slot = 'theme/slots/article-end.html';
  await site.write({ [slot]: String(guide[slot]).replace('صباح كل سبت', 'صباح كل أحد') });
  const { exitCode, differences } = await site.buildAndCompare();
  expect([exitCode, differences]).toEqual([0, []]);
  const pages = site.changedFiles().filter((line) => line.endsWith('.html'));
  expect(pages).toEqual(['k7q4m', 'k7q5m'].map((id) => `changed\t${id}/index.html`));
});
