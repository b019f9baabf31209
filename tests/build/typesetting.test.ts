import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800"/></svg>';

const files = {
  ...smallestSite,
  'authors/huda.yaml': 'name: هدى السالم\nbio: تكتب عن "المدن" ، وتقرأ\n',
  'articles/a.svg': picture,
  'articles/first.md': markdown(
    {
      title: 'لغة C++ (2022) : "نعم" ..',
      author: 'huda',
      date: '2022-01-13',
      category: 'world',
      id: 'k7q3m',
      kicker: 'تقرير ، خاص',
      summary: 'قال "نعم" ، ثم مضى',
      image: { src: 'a.svg', alt: 'جسر ، ونهر', caption: 'الجسر ، صباحًا', credit: 'مها ، ناصر' },
    },
    'قال "نعم" ، ثم و مضى',
  ),
  'articles/second.md': markdown(
    { title: 'خبر ، ثان', author: 'huda', date: '2022-01-12', category: 'world', id: 'k7q4m' },
    'أول النص "نعم" ، ثم مضى',
  ),
};

describe('the strings that readers see', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite(files);
  });

  it.each([
    ['the headline, with its Latin name isolated', 'k7q3m/index.html', '<h1>لغة <bdi>C++</bdi> (2022): «نعم»…</h1>'],
    ['the title of the document', 'k7q3m/index.html', '<title>لغة C++ (2022): «نعم»… – صدى</title>'],
    ['the share card', 'k7q3m/index.html', '<meta property="og:title" content="لغة C++ (2022): «نعم»…">'],
    ['the description', 'k7q3m/index.html', '<meta name="description" content="قال «نعم»، ثم مضى">'],
    ['the structured data', 'k7q3m/index.html', '"headline":"لغة C++ (2022): «نعم»…"'],
    ['the kicker', 'k7q3m/index.html', '<p class="kicker">تقرير، خاص</p>'],
    ['the caption', 'k7q3m/index.html', 'الجسر، صباحًا'],
    ['the credit', 'k7q3m/index.html', 'مها، ناصر'],
    ['the alternative text of the image', 'k7q3m/index.html', 'alt="جسر، ونهر"'],
    ['the body, in which no letter changes', 'k7q3m/index.html', 'قال «نعم»، ثم و مضى'],
    ['an author', 'a/huda/index.html', 'تكتب عن «المدن»، وتقرأ'],
    ['a list, with the beginning of a body', 'c/world/index.html', 'أول النص «نعم»، ثم مضى'],
    ['the feed', 'rss.xml', '<title>لغة C++ (2022): «نعم»…</title>'],
    ['the text of the feed', 'rss.xml', 'قال «نعم»، ثم و مضى'],
  ])('are typeset in %s', (_, file, text) => {
    expect(plain(site.read(file))).toContain(text);
  });
});

describe('the settings of typesetting', () => {
  it('can turn it off', async () => {
    const site = await buildSite({ ...files, 'site.yaml': `${smallestSite['site.yaml']}typesetting: لا\n` });
    expect(plain(site.read('rss.xml'))).toContain('<title>لغة C++ (2022) : "نعم" ..</title>');
    expect(site.read('k7q3m/index.html')).toContain('قال "نعم" ، ثم و مضى');
  });

  it('can turn one rule off', async () => {
    const site = await buildSite({ ...files, 'site.yaml': `${smallestSite['site.yaml']}rules:\n  quotes: لا\n` });
    expect(site.read('k7q3m/index.html')).toContain('قال "نعم"، ثم و مضى');
    expect(plain(site.read('rss.xml'))).toContain('<title>لغة C++ (2022): "نعم"…</title>');
  });
});

/** Removes the attributes and spaces that Astro adds to the elements of a component. */
function plain(markup: string): string {
  return markup
    .replaceAll(/ data-\d+(?:="")?/g, '')
    .replaceAll(/(?<=<p\b[^>]*>) |(?<=[^>\s]) (?=<\/p>)/g, '')
    .replaceAll(/&#34;|&quot;/g, '"');
}
