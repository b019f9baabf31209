import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { toPrintable } from '../../src/lib/printable-text.ts';
import { type BuiltSite, buildSite } from '../support/build-site.ts';

const files = {
  'site.yaml':
    'title: "صدى\\u0007 البلدة"\ndescription: "أخبار\\ud800 البلدة"\nurl: https://sada.example\nfooter: { text: "حقوق\\x1f محفوظة" }\n',
  'authors/huda.yaml': 'name: "هدى\\u0085سامي"\nbio: كاتبة\vفي البلدة\u0001\n',
  'categories/world.yaml': 'name: العالم\u0002\ndescription: "أخبار\\uFFFE العالم"\n',
  'pages/about.md': '---\ntitle: عن\fالصحيفة\n---\n\n\u0001## من نحن\u0002\n\nنص\u0000 هنا.\n',
  'articles/river.md':
    '---\ntitle: "النهر \\uDFFF فاض"\nauthor: huda\ndate: 2026-01-13\ncategory: world\nid: k7q3m\n---\n\nنص <b title="قول&#7;">غليظ</b> و`شيفرة\u0002` [رابط\u0003](https://a.example/\u0004b).\n',
  'articles/bridge.mdx':
    '---\ntitle: الجسر\vالجديد\u0002\nauthor: huda\ndate: 2026-01-14\ncategory: world\nid: k7q3n\ntags: [نهر\u0003, "جسر\\u0004"]\nsummary: "ملخص\\u0000 قصير"\n---\n\n\u0002## عنوان\vأول\n\nنص\vفيه {\'\\u0007\'}.\n\n<PullQuote by={"قائل\\u0007"}>\n\nنص\u0001\n\n</PullQuote>\n',
};

describe('a site from texts with unprintable characters', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite(files);
  });

  it('is built, from Markdown and MDX', () => {
    expect(site.exitCode, site.output).toBe(0);
    expect(site.read('k7q3m/index.html')).toContain('<h1 data-');
    expect(site.read('k7q3n/index.html')).toContain('<h2 id="عنوان-أول">عنوان أول</h2>');
    expect(site.read('k7q3n/index.html')).toContain('الجسر الجديد');
    expect(site.read('about/index.html')).toContain('<h2 id="من-نحن">من نحن</h2>');
  });

  it('has none of them in its pages, feeds, sitemaps and search records, not even as escapes', () => {
    const texts = site.files().filter((file) => /\.(?:html|xml|json|txt|webmanifest)$/.test(file));
    expect(texts.length).toBeGreaterThan(20);
    const escaped = /\\u00[01]|\\u[dD][89a-fA-F]|&#(?:x(?:[0189]?[0-9a-f]|d[89a-f]..);|(?:[0-9]|[12][0-9]|3[01]);)/;
    for (const file of texts) {
      const text = site.read(file);
      expect(toPrintable(text) === text && !text.includes('\ufffd'), file).toBe(true);
      expect(text, file).not.toMatch(escaped);
    }
  });

  it('has none of them in what search shows of a result', () => {
    const fragments = site.files().filter((file) => file.endsWith('.pf_fragment'));
    expect(fragments).toHaveLength(2);
    for (const file of fragments) {
      const text = gunzipSync(readFileSync(path.join(site.directories.outputDirectory, file))).toString('utf8');
      expect(toPrintable(text)).toBe(text);
      expect(text).not.toMatch(/\\u00[01]|\\u[dD]|\ufffd/);
    }
  });
});
