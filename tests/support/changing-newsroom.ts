import { stringify } from 'yaml';
import { markdown } from './newsroom.ts';
import type { Files } from './write-content.ts';

/** The fixed time of all builds in epoch seconds: 2026-01-25 12:00 UTC. One article has a later date. */
export const changingNow = Date.UTC(2026, 0, 25, 12) / 1000;

const drawing = (
  ink: string,
) => `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
  <rect width="1200" height="800" fill="#e8dcc0"/><path d="M0 560h1200v240H0z" fill="${ink}"/>
</svg>
`;

export const drawings = { before: drawing('#2f4858'), after: drawing('#7a3b2e') };

const sentences = [
  'وصل القطار الأول إلى المحطة قبل موعده بدقيقتين، فصفّق له المنتظرون على الرصيف.',
  'وقال مدير المشروع إن العربات الجديدة تحمل ضعف ما كانت تحمله القديمة.',
  'وعاد أصحاب الدكاكين إلى فتح أبوابهم بعد شهور من الغبار والحفر.',
  'ويبقى السؤال عن ثمن التذكرة، وهو ما وعد المجلس بإعلانه قبل نهاية الشهر.',
];

/** Returns a different body for each number. */
export function paragraphs(number: number): string {
  const turned = sentences.map((_, index) => sentences[(index + number) % sentences.length]);
  return [`هذا هو التقرير ${number} عن أحوال المدينة. ${turned.join(' ')}`, turned.toReversed().join(' ')].join('\n\n');
}

export interface NewsroomArticle {
  number: number;
  matter?: Record<string, unknown>;
  body?: string;
}

const topics = ['النقل', 'الماء', 'المدارس'];
const sections = ['city', 'culture', 'sport'];
const writers = ['huda', 'omar'];

/** Returns the id of the article with this number. The id is also the path of its page. */
export function idOf(number: number): string {
  return `k${String(number).padStart(4, '0')}`;
}

/** Returns the content of an article's file. Each article is three hours newer than the one with the number before. */
export function articleText({ number, matter = {}, body = paragraphs(number) }: NewsroomArticle): string {
  return markdown(
    {
      title: `تقرير المدينة رقم ${number}`,
      author: writers[number % writers.length],
      date: new Date(Date.UTC(2026, 0, 20) + number * 3 * 3_600_000).toISOString(),
      category: sections[number % sections.length],
      id: idOf(number),
      tags: [topics[number % topics.length], topics[(number + 1) % topics.length]],
      ...matter,
    },
    body,
  );
}

export function articleFile(number: number, extension = 'md'): string {
  return `articles/2026/01/${idOf(number)}.${extension}`;
}

export const settings = {
  title: 'صدى المدينة',
  tagline: 'أخبار البلدة وأهلها',
  description: 'أخبار البلدة وأهلها، كل يوم',
  url: 'https://sada.example',
  'time-zone': 'Asia/Amman',
};

const writerNames = { huda: 'هدى السالم', omar: 'عمر الراوي' };
const sectionNames = { city: 'المدينة', culture: 'ثقافة', sport: 'رياضة' };

/** Returns a whole newsroom: authors, sections, settings, a page and `articles`. */
export function newsroom(articles: Files): Files {
  return {
    'site.yaml': stringify(settings),
    'authors/huda.yaml': stringify({ name: writerNames.huda, gender: 'female', role: 'محررة', bio: 'تكتب عن المدن.' }),
    'authors/omar.yaml': stringify({ name: writerNames.omar }),
    'categories/city.yaml': stringify({ name: sectionNames.city, description: 'ما يجري حولنا', order: 1 }),
    'categories/culture.yaml': stringify({ name: sectionNames.culture, order: 2 }),
    'categories/sport.yaml': stringify({ name: sectionNames.sport, order: 3 }),
    'pages/about.md': markdown({ title: 'عن صدى المدينة' }, 'صحيفة محلية يكتبها أهلها.'),
    ...articles,
  };
}

/** The number of Markdown articles in the changing newsroom; they are numbered from 1. */
const written = 16;
export const numbers = { linking: 3, linked: 5, illustrated: 7, aliased: 9, mdx: written + 1, future: written + 2 };

/**
 * A newsroom with every kind of content: lead images and images in bodies, tags, two authors, three sections, an alias,
 * links between articles, to a heading and to a tag, an article in MDX and one that is dated in the future.
 */
export const changingNewsroom: Files = newsroom({
  ...Object.fromEntries(
    Array.from({ length: written }, (_, index) => [articleFile(index + 1), articleText({ number: index + 1 })]),
  ),
  [articleFile(numbers.linking)]: articleText({
    number: numbers.linking,
    body: `${paragraphs(numbers.linking)}\n\nاقرأ [التقرير السابق](/${idOf(numbers.linked)}/) و[ما قيل عن الثمن](/${idOf(numbers.linked)}/#الثمن)، و[كل ما كُتب عن النقل](/t/النقل/).`,
  }),
  [articleFile(numbers.linked)]: articleText({
    number: numbers.linked,
    body: `${paragraphs(numbers.linked)}\n\n## الثمن\n\n${sentences[3]}`,
  }),
  [articleFile(numbers.illustrated)]: articleText({
    number: numbers.illustrated,
    matter: { image: { src: 'station.svg', alt: 'محطة القطار', caption: 'الرصيف صباح الافتتاح' } },
    body: `${paragraphs(numbers.illustrated)}\n\n![خريطة الخط](map.svg)`,
  }),
  'articles/2026/01/station.svg': drawings.before,
  'articles/2026/01/map.svg': drawing('#456a3d'),
  [articleFile(numbers.aliased)]: articleText({
    number: numbers.aliased,
    matter: { aliases: ['/old/2019/first/'], summary: 'ملخص كتبته صاحبة التقرير.' },
  }),
  [articleFile(numbers.mdx, 'mdx')]: articleText({
    number: numbers.mdx,
    body: `${paragraphs(numbers.mdx)}\n\n<PullQuote by="سائق القطار">كنا نعدّ الأيام يومًا يومًا</PullQuote>`,
  }),
  [articleFile(numbers.future)]: articleText({
    number: numbers.future,
    matter: { title: 'تقرير الغد', date: new Date((changingNow + 86_400) * 1000).toISOString() },
  }),
});
