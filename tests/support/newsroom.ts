import { stringify } from 'yaml';
import type { Files } from './write-content.ts';

/** Returns the content of an article or a standalone page: front matter, then the body. */
export function markdown(matter: Record<string, unknown>, body: string): string {
  return `---\n${stringify(matter)}---\n\n${body}\n`;
}

/** A content directory with only the required files. */
export const smallestSite: Files = {
  'site.yaml': 'title: صدى\ndescription: أخبار البلدة وأهلها\nurl: https://sada.example\n',
  'authors/huda.yaml': 'name: هدى السالم\n',
  'categories/world.yaml': 'name: أخبار العالم\n',
  'articles/first.md': markdown(
    { title: 'افتتاح جسر جديد فوق النهر', author: 'huda', date: '2022-01-13T10:30:00+02:00', category: 'world' },
    'عبر الناس الجسر صباح اليوم للمرة الأولى.',
  ),
};

const leadImage = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
  <rect width="1200" height="800" fill="#d9c9a3"/><path d="M0 560h1200v240H0z" fill="#2f4858"/>
</svg>
`;

const paragraph =
  'قال سكان الحي إن الجسر القديم لم يعد يتسع لعرباتهم، وإنهم انتظروا البديل ثلاثة أعوام كاملة. ' +
  'وأضاف المهندس المشرف أن الأعمدة صُبّت في موسم الجفاف، وأن الطلاء الأخير ينتهي قبل الشتاء. ' +
  'ويصل الطريق الجديد بين السوق والمدرسة في سبع دقائق، بعد أن كان يستغرق نصف ساعة.';

/** The content of the article on the reference page: the words that a reader must find there. */
export const reference = {
  id: 'k7q3m',
  title: 'هل يغيّر الجسر الجديد حياة أهل الضفتين بعد ثلاثة أعوام من الانتظار؟',
  author: 'هدى السالم',
  category: 'أخبار العالم',
  published: '13 يناير 2022',
  updated: '20 يناير 2022',
  byline: 'كتب سامي الخطيب',
  caption: 'الجسر كما بدا صباح الافتتاح',
  credit: 'مها ناصر',
  subheading: 'ماذا تغيّر؟',
  quotation: 'كنا نعدّ الأيام يومًا يومًا',
  shortLink: 'https://sada.example/k7q3m/',
  terms: ['عدم الإساءة إلى الكاتب أو إلى الأشخاص', 'البعد عن التحريض الطائفي والعنصري'],
  related: 'كيف بُني الجسر القديم؟',
  inSection: 'موسم الجفاف يقترب من نهايته',
};

/** A site whose article `reference` has every part of the reference page. No string in it has Latin letters. */
export const referenceSite: Files = {
  'site.yaml': stringify({
    title: 'صدى',
    tagline: 'أخبار البلدة وأهلها',
    description: 'أخبار البلدة وأهلها، كل يوم',
    url: 'https://sada.example',
    'time-zone': 'Asia/Amman',
    comments: { provider: 'form', endpoint: 'https://comments.example/post', terms: reference.terms },
  }),
  'authors/huda.yaml': stringify({ name: reference.author, gender: 'female', role: 'محررة', bio: 'تكتب عن المدن.' }),
  'authors/omar.yaml': stringify({ name: 'عمر الراوي' }),
  'categories/world.yaml': stringify({ name: reference.category, description: 'ما يجري حولنا', order: 1 }),
  'categories/culture.yaml': stringify({ name: 'ثقافة', order: 2 }),
  'articles/2022/01/bridge.md': markdown(
    {
      title: reference.title,
      author: 'huda',
      date: '2022-01-13T10:30:00+02:00',
      'last-updated': '2022-01-20T09:00:00+02:00',
      category: 'world',
      id: reference.id,
      kicker: 'تقرير',
      summary: 'جسر واحد يختصر نصف ساعة من الطريق.',
      reporter: { name: 'سامي الخطيب', gender: 'male' },
      image: { src: 'bridge.svg', alt: 'جسر فوق نهر عريض', caption: reference.caption, credit: reference.credit },
      tags: ['جسور', 'مدن'],
      comments: 'open',
    },
    [
      paragraph,
      `## ${reference.subheading}`,
      paragraph,
      `> ${reference.quotation}`,
      ...Array.from({ length: 6 }, () => paragraph),
    ].join('\n\n'),
  ),
  'articles/2022/01/bridge.svg': leadImage,
  'articles/2021/old-bridge.md': markdown(
    { title: reference.related, author: 'omar', date: '2021-05-02', category: 'culture', id: 'm4t9x', tags: ['جسور'] },
    paragraph,
  ),
  'articles/2021/drought.md': markdown(
    { title: reference.inSection, author: 'omar', date: '2021-11-20', category: 'world', id: 'p2w6z' },
    paragraph,
  ),
  'pages/about.md': markdown({ title: 'عن صدى' }, 'صحيفة محلية.'),
};
