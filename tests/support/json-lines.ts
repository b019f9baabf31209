/** Bodies of sample articles: each form once, and the letters and digits that readers must see of it. */
const bodies: readonly { fields: object; letters: string }[] = [
  {
    fields: { html: '<p>عاد الماء إلى <b>القناة</b> بعد عامين.</p><ul><li>قمح</li><li>شعير</li></ul>' },
    letters: 'عادالماءإلىالقناةبعدعامينقمحشعير',
  },
  {
    fields: {
      html: '<h2>السوق</h2><p>في <a href="/news.php?id=1">خبر السوق</a> أرقام: 120 م<sup>2</sup>.</p><table><tr><th>سلعة</th><th>سعر</th></tr><tr><td>تمر</td><td>12</td></tr></table>',
    },
    letters: 'السوقفيخبرالسوقأرقام120م²سلعةسعرتمر12',
  },
  {
    fields: { html: '<blockquote><p>قول مأثور</p></blockquote><p>نهاية — و«اقتباس»<br>وسطر ثان.</p>' },
    letters: 'قولمأثورنهايةواقتباسوسطرثان',
  },
  {
    fields: { markdown: 'نص **غامق** و*مائل* و[رابط](/section/city).\n\n1. أول\n2. ثان\n\n> قول' },
    letters: 'نصغامقومائلورابطأولثانقول',
  },
  {
    fields: {
      markdown: '## عنوان\n\n| أ | ب |\n|---|---|\n| 1 | 2 |\n\nانظر https://old.example/2024/03/story-2.html',
    },
    letters: 'عنوانأب12انظرخبر2',
  },
  {
    fields: { html: '<div><p>فقرة</p><div dir="rtl">أخرى <span style="font-weight:bold">غامقة</span></div></div>' },
    letters: 'فقرةأخرىغامقة',
  },
];

export const sampleLines = 36;

/** Returns the letters and digits that the page of an article must show. */
export function lettersOfLine(number: number): string {
  return bodies[number % bodies.length]?.letters ?? '';
}

/** Writes a newsroom of a home-grown system in JSON lines, with addresses of all kinds. */
export function writeJsonLines(): string {
  const articles = Array.from({ length: sampleLines }, (_, number) => ({
    id: number,
    title: `خبر ${number}`,
    slug: `story-${number}`,
    date: `2024-03-${String((number % 28) + 1).padStart(2, '0')} 10:00`,
    author: number % 2 === 0 ? 'salma' : 'هيئة التحرير',
    category: number % 3 === 0 ? 'city' : 'port',
    tags: ['ماء'],
    addresses: [`/2024/03/story-${number}.html`, `/news.php?id=${number}`, `/أخبار/${number}/`],
    ...bodies[number % bodies.length]?.fields,
  }));
  const lines: object[] = [
    { kind: 'site', title: 'صحيفة المرفأ', url: 'https://old.example', 'time-zone': 'Asia/Beirut' },
    { kind: 'author', id: 'salma', name: 'سلمى نصّار', addresses: ['/writer/7'], feeds: ['/writer/7/rss.xml'] },
    { kind: 'category', id: 'city', name: 'المدينة', addresses: ['/section/city'], feeds: ['/section/city/feed/'] },
    { kind: 'category', id: 'port', name: 'المرفأ', addresses: ['/section/port/'] },
    { kind: 'list', address: '/rss.php', to: 'feed' },
    {
      kind: 'page',
      id: 'about',
      title: 'من نحن',
      slug: 'about',
      html: '<p>صحيفة المدينة.</p>',
      addresses: ['/about.php', '/about.html'],
    },
    ...articles,
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
