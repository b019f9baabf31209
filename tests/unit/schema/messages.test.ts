import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { adviseOnReporters } from '../../../src/commands/reporter-advice.ts';
import { publishedExtensions } from '../../../src/lib/file-types.ts';
import { openLibrary } from '../../../src/library/library.ts';
import { messages } from '../../../src/schema/messages.ts';
import { findProblems } from '../../../src/site-build/content-problems.ts';
import { describePublicFiles } from '../../../src/site-build/public-file-faults.ts';
import { projectDirectory } from '../../support/build-site.ts';
import { markdown, smallestSite } from '../../support/newsroom.ts';
import { type Files, writeContent } from '../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'messages-'));
});

afterEach(() => rm(root, { recursive: true }));

/**
 * Opens versions of a content directory one after the other with one cache; returns the messages about the last one.
 */
async function toldOf(...contents: Files[]): Promise<string[]> {
  const contentDirectory = path.join(root, 'content');
  let told: string[] = [];
  for (const files of contents) {
    await rm(contentDirectory, { recursive: true, force: true });
    await writeContent(contentDirectory, files);
    const options = {
      contentDirectory,
      publicDirectory: path.join(root, 'public'),
      cacheDirectory: path.join(root, 'cache'),
      now: Date.UTC(2026, 0, 1),
      includeUnpublished: false,
      fingerprint: 'engine',
    };
    const library = await openLibrary(options);
    const problems = await findProblems(library, options);
    const notices = [...library.notices, ...adviseOnReporters(library), ...describePublicFiles(library, options)];
    told = [...problems.map(({ message }) => message), ...notices];
  }
  return told;
}

const required = { title: 'عنوان', author: 'huda', date: '2022-01-13', category: 'world', id: 'k7q3m' };
const { 'articles/first.md': _, ...withoutArticles } = smallestSite;

/** Makes a newsroom with one article, whose front matter has these lines after the required keys that they lack. */
function article(...lines: string[]): Files {
  const keys = lines.map((line) => line.split(':')[0]);
  const missing = Object.entries(required).filter(([key]) => !keys.includes(key));
  const matter = [...missing.map((member) => member.join(': ')), ...lines];
  return { ...withoutArticles, 'articles/a.md': ['---', ...matter, '---', 'متن.'].join('\n') };
}

/** Makes a newsroom with one article, `k7q3m`, and a front page by its editors. */
function front(...lines: string[]): Files {
  return { ...article(), 'front-page.yaml': `${lines.join('\n')}\n` };
}

function named(files: Record<string, Record<string, unknown>>): Files {
  const written = Object.entries(files).map(([file, matter]) => [file, markdown({ ...required, ...matter }, 'متن.')]);
  return { ...withoutArticles, ...Object.fromEntries(written) };
}

/** Makes a newsroom with one article of this body. */
const writing = (body: string): Files => ({ ...withoutArticles, 'articles/a.md': markdown(required, body) });
const linking = (url: string): Files => writing(`[نص](${url})`);
const withImage = (files: Files, file: string, bytes: Uint8Array): Files => ({ ...files, [file]: bytes });

/** Makes a newsroom with files that its site has as they are. */
function withPublic(files: Files): Files {
  const named = Object.entries(files).map(([name, content]) => [`public/${name}`, content]);
  return { ...smallestSite, ...Object.fromEntries(named) };
}

const withLogo = (svg: string): Files => ({ ...smallestSite, 'theme/logo.svg': svg });

function picture(width: number, height: number): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
}

const site = (...lines: string[]): Files => ({
  ...smallestSite,
  'site.yaml': `${smallestSite['site.yaml']}${lines.join('\n')}\n`,
});
const style = (...lines: string[]): Files => ({ ...smallestSite, 'style.yaml': lines.join('\n') });
/** Makes a newsroom with this appearance, and files in its theme. */
const look = (appearance: string[], files: Files = {}): Files => ({
  ...site(...(appearance.length === 0 ? [] : ['appearance:', ...appearance.map((line) => `  ${line}`)])),
  ...Object.fromEntries(Object.entries(files).map(([file, content]) => [`theme/${file}`, content])),
});
const styled = (css: string, files: Files = {}): Files => look([], { ...files, 'site.css': css });
const font = (name: string): Uint8Array => readFileSync(path.join(projectDirectory, `src/fonts/warraq-${name}.woff2`));
const fonts = { 'fonts/a.woff2': font('sans-arabic') };

/** Makes a newsroom with a series of these lines and one article, which names it or `named`. */
const series = (lines: string[], named = 'series: rivers'): Files => ({
  ...article(named),
  'series/rivers.yaml': ['title: ملف الأنهار', ...lines].join('\n'),
});

const huda = (...lines: string[]): Files => ({ ...smallestSite, 'authors/huda.yaml': lines.join('\n') });

/** Makes a newsroom with an article by each reporter. */
const reportedBy = (...reporters: string[]): Files =>
  named(
    Object.fromEntries(
      reporters.map((reporter, index) => [`articles/${index}.md`, { reporter, id: `k7q${10 + index}` }]),
    ),
  );

/** Makes a newsroom with one article, `k7q3m`, and an alert with these lines. */
const alert = (...lines: string[]): Files => ({
  ...article(),
  'breaking.yaml': `- ${['text: نبأ', 'until: 2027-01-01']
    .filter((required) => !lines.some((line) => line.startsWith(required.split(':')[0] ?? '')))
    .concat(lines)
    .join('\n  ')}`,
});

/** Fills a place of the pages, with lines of its own in `slots.yaml`. */
const slot = (name: string, html: string, settings?: string): Files => ({
  ...smallestSite,
  [`theme/slots/${name}.html`]: html,
  ...(settings !== undefined && { 'theme/slots.yaml': `${name}:\n  ${settings}\n` }),
});
const component = (name: string, code: string): Files => ({
  ...smallestSite,
  [`theme/components/${name}.astro`]: `---\n${code}\n---\n\n<slot />\n`,
});

/** Makes a newsroom with live coverage; each entry is named without its folder. */
function covering(live: string | undefined, entries: Record<string, string[]>): Files {
  const files = Object.entries(entries).map(([name, lines]) => [
    `live/${name}`,
    ['---', ...lines, '---', 'نص.'].join('\n'),
  ]);
  return { ...article(...(live === undefined ? [] : [`live: ${live}`])), ...Object.fromEntries(files) };
}
const popular = (...lines: string[]): Files => ({ ...article(), 'popular.yaml': lines.join('\n') });

/** For each message, content that causes it and the sentence that the author of the content sees. */
const told: Record<keyof typeof messages, [content: Files | Files[], message: string]> = {
  notUtf8: [
    { ...smallestSite, 'articles/first.md': new Uint8Array([0xc8, 0xed, 0xd1, 0xe6, 0xca]) },
    'الملف ليس بترميز UTF-8 فلا يُقرأ نصّه. احفظه من محرّرك بهذا الترميز.',
  ],
  notDashes: [
    { ...smallestSite, 'articles/first.md': '———\ntitle: نص\n———\n' },
    'السطر «———» لا يحدّ بيانات الملف. اكتب مكانه ثلاث شَرطات من لوحة المفاتيح: «---».',
  ],
  noFrontMatter: [
    { ...smallestSite, 'articles/first.md': 'متن.' },
    'لا يبدأ الملف ببياناته. اكتبها في أوله بين سطرين في كل منهما «---» وحدها.',
  ],
  unclosedFrontMatter: [
    { ...smallestSite, 'articles/first.md': '---\ntitle: نص\n' },
    'بيانات الملف بلا سطر يغلقها. اكتب «---» وحدها في سطر بعد آخر مفتاح.',
  ],
  yamlTooLong: [
    { ...smallestSite, 'style.yaml': `# ${'ا'.repeat(1_000_000)}\n` },
    'الملف أطول من 1000000 محرف. احذف منه ما لا حاجة إليه.',
  ],
  frontMatterTooLong: [
    article(`summary: ${'ا '.repeat(25_000)}`),
    'بيانات الملف أطول من 50000 محرف. انقل الزائد إلى نص المقال تحت «---»، أو احذفه.',
  ],
  notAMap: [huda('- هدى'), 'ليست هذه بيانات تُقرأ. اكتب كل قيمة في سطر: اسم المفتاح، ثم نقطتان ومسافة، ثم القيمة.'],

  tabIndent: [article('tags:', '\t- أ'), 'في أول السطر علامة جدولة (Tab) لا يقبلها YAML. اكتب مسافات مكانها.'],
  oddIndent: [
    article('tags:', '\u00a0- أ'),
    'في أول السطر محرف لا يُرى بدل المسافة المعتادة. احذفه واكتب مسافات مكانه.',
  ],
  extraIndent: [
    article('kicker: نص', '  summary: نص'),
    'في أول السطر مسافة زائدة تجعل المفتاح تابعًا لما قبله. احذفها.',
  ],
  unevenIndent: [
    article('image:', '    src: a.jpg', '  alt: نص'),
    'المسافات في أول هذا السطر لا تساوي مسافات ما قبله في مستواه. اجعلها سواء.',
  ],
  fullWidthColon: [article('title：نص'), 'بعد «title» نقطتان عريضتان «：» لا يعرفهما YAML. اكتب «:» ومسافة.'],
  noSpaceAfterColon: [article('title:نص'), 'لا مسافة بعد النقطتين في «title:». اكتب مسافة قبل القيمة.'],
  oddSpaceAfterColon: [
    article('title:\u00a0نص'),
    'بعد النقطتين في «title:» محرف لا يُرى بدل المسافة المعتادة. احذفه واكتب مسافة مكانه.',
  ],
  noColon: [article('kicker نص'), 'لا نقطتين بعد «kicker». اكتب اسم المفتاح، ثم نقطتين ومسافة، ثم القيمة.'],
  keylessLine: [article('summary: سطر', 'آخر'), 'هذا السطر بلا مفتاح. إن كان تتمة لما قبله فاكتب في أوله مسافتين.'],
  colonInValue: [
    article('title: عاجل: نص'),
    'في قيمة «title» نقطتان «:» يظنهما YAML مفتاحًا آخر. ضع القيمة بين علامتي اقتباس.',
  ],
  unclosedQuote: [article('title: "نص'), 'علامة الاقتباس في قيمة «title» فُتحت ولم تُغلق. أغلقها في آخر القيمة.'],
  textAfterQuote: [
    article('title: "الرئيس": سنعود'),
    'بعد علامة الاقتباس المغلقة في قيمة «title» كلام زائد عند YAML. ضع القيمة كلها بين علامتي اقتباس.',
  ],
  smartQuotes: [
    article('title: “نص”'),
    'قيمة «title» بين علامتي اقتباس لا يعرفهما YAML، فتظهران للقارئ. اكتب مكانهما "…"، وإن كان الاقتباس من النصّ فاكتب «…».',
  ],
  backslashInQuotes: [
    article('title: "C:\\path"'),
    'في قيمة «title» شَرطة مائلة معكوسة «\\»، ولها بين علامتي "…" معنى آخر. ضع القيمة بين علامتي \'…\'.',
  ],
  unclosedBracket: [article('tags: [أ'), 'القوس في قيمة «tags» فُتح ولم يُغلق. أغلقه في آخر القيمة.'],
  unopenedBracket: [article('tags: أ]'), 'القوس في آخر قيمة «tags» أُغلق ولم يُفتح. احذفه، أو افتحه في أول القيمة.'],
  textAfterBracket: [
    article('title: [عاجل] نص'),
    'بعد القوس المغلق في قيمة «title» كلام زائد عند YAML. ضع القيمة كلها بين علامتي اقتباس.',
  ],
  hashInList: [article('tags: [#أ]'), 'ما بعد «#» في قائمة «tags» تعليق عند YAML لا يقرؤه أحد. اكتب الوسوم بلا «#».'],
  reservedStart: [
    article('title: @نص'),
    'تبدأ قيمة «title» بالعلامة «@»، ولها في YAML معنى آخر. ضع القيمة بين علامتي اقتباس.',
  ],
  dashInValue: [
    article('title: - نص'),
    'تبدأ قيمة «title» بشَرطة، ولا تبدأ بها قيمة في سطر مفتاحها. ضعها بين علامتي اقتباس.',
  ],
  notListItem: [
    article('tags:', '– أ'),
    'يبدأ هذا السطر بـ «–» ولا يُقرأ عنصرًا في القائمة. ابدأه بـ «-» ومسافة، تحت ما قبله من العناصر تمامًا.',
  ],
  arabicCommaBetweenKeys: [
    article('reporter: { name: ليان، gender: أنثى }'),
    'الفاصلة «،» بين مفاتيح «reporter» لا تفصل بينها عند YAML. اكتب «,» مكانها.',
  ],
  hashtag: [
    article('title: نص #وسم'),
    'ما بعد «#» في هذا السطر تعليق عند YAML لا يقرؤه أحد. إن كان وسمًا فضع القيمة بين علامتي اقتباس، وإن كان تعليقًا فاترك بعد «#» مسافة.',
  ],
  manyDocuments: [
    huda('name: هدى', '---', 'name: هدى'),
    'قبل هذا السطر «---» أو «...» في سطر وحدها تقسم البيانات قسمين. احذفها.',
  ],
  duplicateKey: [article('title: أول', 'title: ثانٍ'), 'المفتاح «title» مكتوب أيضًا في السطر 6. أبقِ واحدًا منهما.'],
  notYaml: [
    article('image: { src: a.jpg, caption: عاجل: نص }'),
    'لا يُقرأ هذا السطر عند العمود 31. إن كانت القيمة نصًّا فضعها كلها بين علامتي اقتباس، وراجع المسافات في أوله.',
  ],

  missingKey: [huda('role: محررة'), 'ينقص المفتاح «name»، ولا بدّ منه. اكتب له سطرًا.'],
  missingKeyIn: [article('image:', '  alt: نص'), 'ينقص المفتاح «src» داخل «image»، ولا بدّ منه.'],
  emptyKey: [article('title:'), 'المفتاح «title» بلا قيمة، ولا بدّ له من قيمة.'],
  unknownKey: [article('sumary: نص'), 'المفتاح «sumary» غير معروف. لعلك تقصد «summary».'],
  strayKey: [
    huda('name: هدى', 'هاتف: 1'),
    'المفتاح «هاتف» غير معروف. المفاتيح هنا: name، kind، gender، role، bio، image، email، links، aliases.',
  ],
  notText: [
    article('title: [أ]'),
    'قيمة «title» نصّ في سطر واحد، لا قائمة ولا مفاتيح. إن كان هذا هو النصّ فضعه بين علامتي اقتباس.',
  ],
  notOneValue: [article('category: [world]'), 'قيمة «category» واحدة في سطرها، لا قائمة ولا مفاتيح تحتها.'],
  notList: [site('navigation: نص'), 'قيمة «navigation» قائمة: ضعها بين [ و]، أو كل عنصر في سطر يبدأ بشَرطة ومسافة.'],
  listOfKeys: [article('image: [a.jpg]'), 'قيمة «image» ليست قائمة بل مفاتيح تحته: src، alt، caption، credit.'],
  notKeys: [site('footer: نص'), 'قيمة «footer» ليست نصًّا بل مفاتيح تحته: text، links.'],
  notManyKeys: [
    site('labels: [نص]'),
    'قيمة «labels» مفاتيح تحته، كل مفتاح في سطر وبعده قيمته، مثل «navigation.sections». ما يصلح فيه مذكور في دليل القائم على الموقع.',
  ],
  notAnOption: [article('comments: مغلقة'), 'القيمة «مغلقة» لا تصلح في «comments». اكتب واحدة من هذه: open، closed.'],
  notABoolean: [article('draft: ربما'), 'القيمة «ربما» لا تصلح في «draft». اكتب true (نعم) أو false (لا).'],
  notAnInteger: [
    { ...smallestSite, 'categories/world.yaml': 'name: العالم\norder: أولًا' },
    'القيمة «أولًا» لا تصلح في «order». اكتب عددًا صحيحًا مثل 3.',
  ],
  notPositive: [site('reading-speed: 0'), 'القيمة «0» لا تصلح في «reading-speed». اكتب عددًا صحيحًا أكبر من الصفر.'],
  notNatural: [site('images:\n  minutes: -1'), 'القيمة «-1» لا تصلح في «minutes». اكتب عددًا صحيحًا، ولو كان صفرًا.'],
  notYearsOrNone: [
    site('age-warning: أبدًا'),
    'القيمة «أبدًا» لا تصلح في «age-warning». اكتب عدد أعوام أكبر من الصفر، أو none.',
  ],
  notAnImageWidth: [
    site('images:\n  widths: [20, 800]'),
    'القيمة «20» لا تصلح عرضًا للصور. اكتب عدد وحدات البكسل، من 64 إلى 4000، مثل: widths: [320, 800, 1200]',
  ],
  imgproxyWithoutAddress: [
    site('images:\n  service: imgproxy'),
    'تعمل imgproxy على خادم عندكم، ولم يُذكر عنوانه. أضف تحت images سطرًا مثل: imgproxy: https://images.example.org',
  ],
  imgproxyNotSecure: [
    site('images:\n  service: imgproxy\n  imgproxy: http://images.example.org'),
    'عنوان imgproxy «http://images.example.org» بلا https://، والموقع بها، فلا تعرض المتصفحات صوره. اكتبه بها.',
  ],
  imgproxyUnused: [
    site('images:\n  imgproxy: https://images.example.org'),
    'لا يُقرأ عنوان imgproxy إلا مع «service: imgproxy». أضف تحت images هذا السطر، أو احذف العنوان.',
  ],
  serviceOfOtherHost: [
    site('host: github\nimages:\n  service: cloudflare'),
    'لا تصنع الخدمة «cloudflare» مقاسات الصور لموقع على «github»، فلا تظهر فيه صورة. اكتب ما يصلح له، أو احذف السطر لتُصنع المقاسات في البناء.',
  ],
  serviceWithoutZone: [
    site('url: https://sada.pages.dev\nimages:\n  service: cloudflare'),
    'لا تصنع Cloudflare مقاسات الصور إلا على نطاق لك فُعّلت له، لا على «sada.pages.dev». اكتب نطاقك في url، أو غيّر السطر أو احذفه.',
  ],
  notCountOfCards: [
    site('share-cards: كثير'),
    'القيمة «كثير» لا تصلح في «share-cards». اكتب عدد المقالات التي تُرسم لها بطاقات، مثل 2000، أو واحدة من هذه: all، sections، none.',
  ],
  noLetters: [article('title: …'), 'ليس في قيمة «title» حرف ولا رقم، فلا يُقرأ منها شيء. اكتب نصًّا.'],
  bidiOverride: [
    article('title: نص\u202e'),
    'في قيمة «title» محرف خفيّ يقلب ترتيب ما بعده، فيظهر للقارئ غير ما كُتب. احذفه.',
  ],
  bidiOverrideStays: [
    site('rules:', '  bidi-override: لا'),
    'القاعدة «bidi-override» لا تُعطَّل: ما تحذفه يُظهر للقارئ غير ما كُتب. احذف سطرها، أو اكتب فيه true.',
  ],

  unreadableDate: [
    article('date: غدًا'),
    'لا يُقرأ التاريخ «غدًا». اكتب السنة فالشهر فاليوم، مثل 2026-11-20، أو مع الوقت، مثل 2026-11-20 09:30.',
  ],
  impossibleMonth: [article('date: 2022-13-01'), 'الشهر 13 لا وجود له. الشهور من 1 إلى 12.'],
  impossibleDay: [article('date: 2023-02-30'), 'اليوم 30 لا وجود له: الشهر 2 من سنة 2023 آخره اليوم 28.'],
  impossibleTime: [
    article('date: 2022-01-13 25:00'),
    'الوقت «25:00» لا وجود له. الساعات من 00 إلى 23، والدقائق والثواني من 00 إلى 59.',
  ],
  impossibleOffset: [
    article('date: 2022-01-13 10:00 +20:00'),
    'فرق التوقيت «+20:00» لا وجود له. اكتبه هكذا: +02:00، أو دعه فيُقرأ بتوقيت الموقع.',
  ],
  hijriYear: [
    article('date: 1443-06-10'),
    'السنة 1443 هجرية، والتواريخ هنا ميلادية. اكتب السنة الميلادية فالشهر فاليوم، مثل 2026-11-20.',
  ],
  yearTooEarly: [article('date: 0252-01-13'), 'السنة 0252 أقدم من أن تكون سنة مقال، وأقدم ما يُقبل 1800. راجع أرقامها.'],
  yearTooLate: [
    article('date: 2052-01-13'),
    'السنة 2052 أبعد من أن يؤجَّل إليها مقال، وأبعد ما يُقبل 2028. راجع أرقامها، وإن صحّت فراجع ساعة الجهاز.',
  ],
  updatedInFuture: [
    article('last-updated: 2026-02-01'),
    'التاريخ في «last-updated» لم يأتِ بعد، فالساعة الآن بتوقيت الموقع 2026-01-01 00:00. اكتب متى تغيّر النصّ، أو احذف السطر.',
  ],
  expiresBeforePublished: [
    article('expires: 2022-01-13'),
    'الموعد في «expires» ليس بعد «date»، فلا يظهر المقال أبدًا. اكتب موعدًا بعد نشره، أو احذف «expires» ليبقى.',
  ],
  updatedBeforePublished: [
    article('last-updated: 2021-01-01'),
    'التاريخ في «last-updated» أقدم من «date»، ولا يُحدَّث مقال قبل نشره.',
  ],
  correctedInFuture: [
    article('corrections: { date: 2026-02-01, kind: تصويب, text: الجسر حجري. }'),
    'تاريخ هذا التصويب لم يأتِ بعد، فالساعة الآن بتوقيت الموقع 2026-01-01 00:00. اكتب متى كُتب التصويب.',
  ],
  expiresTooLate: [
    article('expires: 2062-03-01'),
    'السنة 2062 في «expires» أبعد من أن يخرج فيها مقال، وأبعد ما يُقبل 2046. راجع أرقامها، أو احذف «expires» ليبقى المقال.',
  ],
  correctedBeforePublished: [
    article('corrections: { date: 2021-01-01, kind: تصويب, text: الجسر حجري. }'),
    'تاريخ هذا التصويب أقدم من «date»، ولا يُصوَّب مقال قبل نشره. إن كان في يوم النشر فاكتب معه ساعته.',
  ],
  severalLines: [
    article('withdrawn: { date: 2025-01-01, reason: "لم\\nيثبت." }'),
    'قيمة «reason» من أكثر من سطر، وهي تُعرض في سطر واحد. اكتبها في سطر واحد.',
  ],
  marksInPlainText: [
    article('withdrawn: { date: 2025-01-01, reason: لم **يثبت**. }'),
    'في قيمة «reason» رابط أو علامات تنسيق، وهي تُعرض للقارئ كما كُتبت. اكتبها كلامًا بلا علامات.',
  ],
  withdrawnInFuture: [
    article('withdrawn: { date: 2026-02-01, reason: لم يثبت. }'),
    'تاريخ السحب في «withdrawn» لم يأتِ بعد، فالساعة الآن بتوقيت الموقع 2026-01-01 00:00. اكتب متى سُحب المقال.',
  ],
  withdrawnBeforePublished: [
    article('withdrawn: { date: 2021-01-01, reason: لم يثبت. }'),
    'تاريخ السحب في «withdrawn» أقدم من «date»، ولا يُسحب مقال قبل نشره. إن كان في يوم النشر فاكتب معه ساعته.',
  ],

  notAnUrl: [
    article('source: { name: رويترز, url: reuters }'),
    '«reuters» ليس رابطًا يصلح في «url». اكتب رابطًا كاملًا يبدأ بـ https:// أو http://.',
  ],
  notALink: [
    huda('name: هدى', 'links: [{ title: مدونة, url: مدونتي }]'),
    '«مدونتي» ليس رابطًا يصلح في «url». اكتب مسارًا في الموقع يبدأ بـ / أو رابطًا كاملًا يبدأ بـ https://.',
  ],
  notAFormAddress: [
    site('follow:', '  newsletter:', '    action: http://mail.example/join'),
    '«http://mail.example/join» لا يصلح في «action». اكتب رابطًا كاملًا يبدأ بـ https:// بلا اسم مستخدم ولا كلمة مرور، كما في نموذج مزوّد النشرة.',
  ],
  notAFieldName: [
    site('follow:', '  newsletter:', '    action: https://mail.example/', '    email-field: حقل البريد'),
    '«حقل البريد» لا يصلح اسمًا لحقل في «email-field». اكتب ما في خاصية name من نموذج المزوّد، مثل EMAIL.',
  ],
  fieldTwice: [
    site('follow:', '  newsletter:', '    action: https://mail.example/', '    hidden:', '      email: x'),
    'الحقل «email» مكتوب مرتين في نموذج النشرة، فيصل إلى المزوّد بقيمتين. احذفه من «hidden».',
  ],
  consentFieldAlone: [
    site('follow:', '  newsletter:', '    action: https://mail.example/', '    consent-field: gdpr'),
    'في «consent-field» اسم حقل، ولا شيء يوافق عليه القارئ. اكتبه في «consent»، أو احذف «consent-field».',
  ],
  notASiteAddress: [
    { ...smallestSite, 'site.yaml': 'title: صدى\ndescription: أخبار\nurl: https://sada.example/news?a=1\n' },
    '«https://sada.example/news?a=1» أكثر من عنوان الموقع. اكتب في «url» البروتوكول والنطاق، ثم المسار إن كان الموقع تحت مسار، بلا «?» ولا «#» ولا اسم مستخدم.',
  ],
  notASitePath: [
    { ...smallestSite, 'site.yaml': 'title: صدى\ndescription: أخبار\nurl: https://sada.example/my%20news\n' },
    'المسار في «https://sada.example/my%20news» لا يصلح عنوانًا للموقع. اكتب بين الشرطات المائلة حروفًا وأرقامًا و«-» و«_» و«.» و«~» وحدها، بلا شرطتين مائلتين متجاورتين ولا index.html، مثل https://user.github.io/news.',
  ],
  notAnArabicLanguage: [site('feeds: { language: fr }'), '«fr» ليست لغة عربية. اكتب ar، أو ar مع رمز البلد مثل ar-EG.'],
  notAnIndexNowKey: [
    site('announce: { indexnow-key: مفتاح }'),
    '«مفتاح» لا يصلح مفتاحًا لـ IndexNow. اكتب من 8 إلى 128 من الأحرف اللاتينية والأرقام والشرطة.',
  ],
  unlistedKey: [
    site('labels: { "شعار الموقع كله": نص }'),
    'المفتاح «شعار الموقع كله» غير معروف داخل «labels». ما يصلح فيه مذكور في دليل القائم على الموقع.',
  ],
  labelIsComposed: [
    site('labels: { counts.articles: قصة }'),
    'ما في «counts.articles» يركّبه البرنامج من عدد أو اسم أو تاريخ بقواعد العربية، كالمفرد والمثنى والجمع، فلا تقوم كلمة مقامه. احذف سطره.',
  ],
  labelTwice: [
    site('labels: { front.latest: الجديد, front: { latest: الأحدث } }'),
    '«front.latest» مكتوب مرتين: مرة كاملًا، ومرة مقسومًا جزءًا تحت جزء. أبقِ واحدة منهما.',
  ],
  labelHasMarkup: [
    site('labels: { front.latest: "<b>جديد</b>" }'),
    'قيمة «front.latest» تظهر كما هي، وفيها علامات تنسيق يراها القارئ. اكتب الكلمات وحدها بلا وسوم HTML ولا علامات Markdown.',
  ],
  labelWithoutPlace: [
    site('labels: { search.live.didYouMean: لعلك تقصد }'),
    'ينقص «search.live.didYouMean» العلامة «#»، وهي موضع كلمة أو عدد يكتبه البرنامج. اكتبها حيث يظهر، والقيمة كلها بين علامتي تنصيص، مثل: "قُرئ منه #".',
  ],
  labelTooLong: [
    site(`labels: { archive.title: ${'ا'.repeat(41)} }`),
    'قيمة «archive.title» من 41 محرفًا، ولا يتسع مكانها لأكثر من 40. اختصرها.',
  ],
  notATagAuthority: [
    site('feeds: { tag-authority: قديم }'),
    '«قديم» لا تُنسب إليه معرّفات الخلاصات. اكتب النطاق وحده مثل old.example، أو بعده سنة كان لك فيها مثل old.example,2019.',
  ],
  notAnEmail: [huda('name: هدى', 'email: هدى'), '«هدى» ليس عنوان بريد. اكتبه هكذا: name@example.com.'],
  notATimeZone: [
    site('time-zone: بيروت'),
    'المنطقة الزمنية «بيروت» غير معروفة. اكتب اسمها كما في قاعدة IANA، مثل Asia/Beirut.',
  ],
  endpointRequired: [
    site('comments: { provider: form }'),
    'ينقص المفتاح «endpoint» داخل «comments»، ولا بدّ منه حين تكون قيمة «provider» هي form.',
  ],
  giscusRequired: [
    site('comments: { provider: giscus }'),
    'ينقص المفتاح «giscus» داخل «comments»، ولا بدّ منه حين تكون قيمة «provider» هي giscus. اكتب تحته repository وrepository-id وcategory وcategory-id.',
  ],
  termsTwice: [
    { ...site('comments: { terms: [لا إساءة] }'), 'comment-terms.md': 'لا إساءة إلى أحد.\n' },
    'شروط التعليق مكتوبة في الملف comment-terms.md وفي «terms» معًا. أبقها في واحد منهما، واحذف الآخر.',
  ],
  notAComment: [
    { ...smallestSite, '.comments/k7m2p.jsonl': '{"id":"1","text":"بلا وقت"}\n' },
    'هذا السطر من أرشيف التعليقات تالف، فلا يُعرض تعليقه. احذفه، أو أعد جلب التعليقات بالأمر: npm run comments -- --all',
  ],
  imageIsRemote: [
    article('image: ftp://a.example/x.jpg'),
    'ليس هذا ملف صورة ولا عنوانها. اكتب مسار ملف بجوار المقال أو في content/public، أو عنوان الصورة كاملًا يبدأ بـ https://.',
  ],
  imageNotSecure: [
    article('image: http://a.example/x.jpg'),
    'عنوان الصورة «http://a.example/x.jpg» بلا https://، والمتصفحات لا تعرض في موقع مشفّر صورة من عنوان غير مشفّر. اكتبه بها.',
  ],
  imageNotMeasured: [
    article('image: https://a.example/x.jpg'),
    'لا تُعرف أبعاد الصورة «https://a.example/x.jpg»، والبناء لا يسأل الشبكة. شغّل npm run media ليقيسها ويحفظها في media.lock.yaml.',
  ],
  notAMediaBase: [
    site('images: { media: media.example }'),
    '«media.example» ليس عنوان مجلد صور. اكتبه كاملًا يبدأ بـ https:// وينتهي بـ /، مثل https://media.example/.',
  ],
  mediaLockLine: [
    { ...smallestSite, 'media.lock.yaml': 'https://a.example/x.jpg: { width: 9 }\n' },
    'هذا السطر ليس مما يكتبه الأمر npm run media، ولا يُقرأ. شغّل الأمر ليكتب الملف من جديد، ولا تعدّله بيدك.',
  ],
  mediaLockConflict: [
    { ...smallestSite, 'media.lock.yaml': '<<<<<<< HEAD\n' },
    'في الملف علامة تعارض من Git. شغّل npm run media: يأخذ ما في الجانبين ويكتب الملف من جديد بلا علامات.',
  ],
  notARecording: [
    article('audio: talk.mp4'),
    'ليس «talk.mp4» تسجيلًا صوتيًّا. اكتب اسم ملف بجوار المقال، مثل talk.mp3، وينتهي بواحد من هذه: mp3، m4a، aac، ogg، oga، opus، wav، flac.',
  ],
  recordingAddress: [
    article('audio: http://cdn.example/talk.mp3'),
    '«http://cdn.example/talk.mp3» ليس عنوانًا يُسمع منه التسجيل. اكتبه كاملًا يبدأ بـ https://، مثل https://cdn.example/talk.mp3.',
  ],
  recordingPage: [
    article('audio: https://sound.example/rim/talk'),
    'العنوان «https://sound.example/rim/talk» عنوان صفحة لا تسجيل. اكتب عنوان الملف نفسه، مثل https://cdn.example/talk.mp3، وينتهي بواحد من هذه: mp3، m4a، aac، ogg، oga، opus، wav، flac.',
  ],
  notADuration: [
    article('audio: { file: https://cdn.example/talk.mp3, duration: 12 دقيقة }'),
    '«12 دقيقة» ليست مدة تُقرأ. اكتب الدقائق فالثواني، مثل 12:40، وقبلها الساعات إن وُجدت، مثل 1:02:40.',
  ],
  backslash: [article('image: a\\b.jpg'), 'في المسار شَرطة مائلة معكوسة «\\». اكتب «/» مكانها.'],
  aliasTooLong: [
    article(`aliases: /2019/${'ص'.repeat(128)}/`),
    `في المسار القديم جزء أطول من 255 بايتًا، وهو أطول ما يكون عليه اسم ملف، والحرف العربي بايتان: «${'ص'.repeat(59)}…». احذف المسار من «aliases».`,
  ],
  aliasPathTooLong: [
    article(`aliases: /2019${'/صدى'.repeat(300)}`),
    'المسار القديم الذي أوله «/2019/صدى/صدى/صدى/صدى/صدى/صدى/صدى/صدى/صدى/صدى/صدى/صدى/صدى/ص…» أطول من 2048 بايتًا، ولا يكون ملف على مسار بهذا الطول. احذفه من «aliases».',
  ],
  aliasHidden: [
    article('aliases: /2019/.ssh/keys'),
    'الجزء «.ssh» من المسار القديم يبدأ بنقطة، وما بدأ بها تخفيه المضيفات ولا تنشره. احذف المسار من «aliases».',
  ],
  aliasUnprintable: [
    article('aliases: /2019/%07x/'),
    'في المسار القديم «/2019/%07x/» رمز محرف لا يُرى، ولا يكون مثله في اسم ملف. احذف الرمز، أو احذف المسار من «aliases».',
  ],
  aliasNotAPath: [
    article('aliases: قديم'),
    '«قديم» ليس مسارًا قديمًا في الموقع. اكتبه بلا نطاق وبلا ؟ أو #، وابدأه بـ /.',
  ],

  notAFormerId: [
    { ...smallestSite, 'categories/world.yaml': 'name: العالم\naliases: [World News]' },
    '«World News» لا يصلح اسمًا قديمًا لملف. اكتب الاسم كما كان بلا امتداد، مثل local-news، أو مسارًا قديمًا يبدأ بـ /.',
  ],
  notTagEntries: [
    { ...smallestSite, 'tags.yaml': 'كتب: [الكتب]' },
    'هذا الملف قائمة وسوم: يبدأ كل وسم بسطر فيه «- tag:» ثم اسمه، وتحته «also:» وما يُكتب به أيضًا.',
  ],
  tagTwice: [
    { ...smallestSite, 'tags.yaml': '- tag: كتب\n  also: [قراءة]\n- tag: أدب\n  also: [قراءة]' },
    '«قراءة» مكتوب من قبل مع الوسم «كتب». أبقه في موضع واحد، لأن المقال لا يعرف غيره.',
  ],
  notAlerts: [
    { ...smallestSite, 'breaking.yaml': 'text: نبأ' },
    'هذا الملف قائمة أخبار عاجلة: يبدأ كل خبر بسطر فيه «- text:» ثم نصه، وتحته «until:» ومتى ينتهي عرضه، مثل 2026-01-31 18:00.',
  ],
  alertTooLong: [
    alert(`text: ${'نبأ '.repeat(60)}`),
    'نص الخبر العاجل من 239 محرفًا، ولا يتسع شريطه لأكثر من 200. اختصره، واترك التفصيل للمقال.',
  ],
  alertWithoutEnd: [
    { ...smallestSite, 'breaking.yaml': '- نبأ' },
    'لا يُعرف متى ينتهي عرض هذا الخبر العاجل. اكتب تحته متى ينتهي، مثل: until: 2026-01-31 18:00',
  ],
  alertLeadsTwice: [
    alert('url: https://other.example/', 'article: thay5'),
    'لهذا الخبر العاجل مقال ورابط معًا، والشريط يؤدي إلى موضع واحد. أبقِ «article» أو «url».',
  ],
  alertYearTooLate: [
    { 'breaking.yaml': '- text: نبأ\n  until: 2206-12-03' },
    'السنة 2206 أبعد من أن يُعرض فيها خبر عاجل، وأبعد ما يُقبل 2028. راجع أرقامها، وإن صحّت فراجع ساعة الجهاز.',
  ],
  alertTwice: [
    { 'breaking.yaml': '- text: نبأ\n  until: 2027-01-01\n- text: نبأ\n  until: 2027-01-02' },
    'هذا الخبر العاجل مكتوب مرتين في وقت واحد. احذف أحدهما.',
  ],
  alertEndsBefore: [
    alert('time: 2026-02-02', 'until: 2026-02-01'),
    'ينتهي هذا الخبر العاجل قبل أن يبدأ. صحّح «until» أو «time».',
  ],
  alertArticleUnpublished: [
    {
      ...named({ 'articles/a.md': { draft: true } }),
      'breaking.yaml': '- text: نبأ\n  article: k7q3m\n  until: 2027-01-01',
    },
    'المقال «k7q3m» لا يراه القارئ حين يظهر الخبر العاجل الذي يؤدي إليه. انشره، أو احذف «article» إلى أن يُنشر.',
  ],
  alertArticleGone: [
    {
      ...named({ 'articles/a.md': { expires: '2025-12-31' } }),
      'breaking.yaml': '- text: نبأ\n  article: k7q3m\n  until: 2027-01-01',
    },
    'السطر 2 من breaking.yaml: لا يبقى المقال «k7q3m» منشورًا حين يُعرض الخبر العاجل الذي يؤدي إليه، فيُعرض الخبر بلا رابط. اكتب معرّف مقال آخر، أو احذف «article».',
  ],
  renamedId: [
    named({ 'articles/a.md': { category: 'local' }, 'articles/b.md': { id: 'm4t9x', category: 'local' } }),
    'لا قسم في categories باسم «local». الموجود: world. هذا الاسم في مقالين. إن كان ملفه قد سُمّي باسم آخر فصحّح ما في المقالات بالأمر: npm run rename -- category local world',
  ],
  formerIdNamed: [
    {
      ...named({ 'articles/a.md': { category: 'local' } }),
      'categories/world.yaml': 'name: العالم\naliases: local',
    },
    'مقال واحد فيه الاسم القديم لملف القسم «local»، واسمه اليوم «world». غيّر ما في المقالات بالأمر: npm run rename -- category local world',
  ],
  deskWithGender: [
    huda('name: قسم الثقافة', 'kind: قسم', 'gender: female'),
    'هذا الملف لقسم أو هيئة، ولا جنس لهما: الفعل يتبع لفظ الاسم. احذف «gender».',
  ],
  ambiguousReporter: [
    {
      ...article('reporter: محمد الأمين'),
      'authors/amin.yaml': 'name: محمّد الأمين',
      'authors/alamin.yaml': 'name: محمد الامين',
    },
    '«محمد الأمين» في «reporter» في articles/a.md، وهو اسم أكثر من كاتب: alamin، amin. يبقى الاسم بلا رابط حتى تكتب مكانه معرّف المقصود.',
  ],
  reporterSpelling: [
    { ...article('reporter: محمد الامين'), 'authors/amin.yaml': 'name: محمد الأمين' },
    '«محمد الامين» في «reporter» في articles/a.md، واسم صاحبه في authors/amin.yaml «محمد الأمين»، وبه يظهر للقراء. صحّح كتابته، أو اكتب المعرّف amin مكانه.',
  ],
  nearReporter: [
    { ...article('reporter: محمد الأمن'), 'authors/amin.yaml': 'name: محمد الأمين' },
    '«محمد الأمن» في «reporter» في articles/a.md، ولا كاتب بهذا الاسم. لعلك تقصد «محمد الأمين»، وملفه authors/amin.yaml: إن كان هو فصحّح كتابته.',
  ],
  reporterWithoutFile: [
    reportedBy('وصال بن شقرون', 'وصال بنشقرون', 'وصال بن شقرون'),
    'لـ«وصال بن شقرون» 3 مقالات، ومنها ما كُتب فيه الاسم هكذا: «وصال بنشقرون»، ولا ملف باسمه في authors. لتكون له صفحة تجمع ما كتب أنشئ الملف authors/wsal-bn-shqrwn.yaml وفيه:\n  name: وصال بن شقرون\n  # gender: male أو female',
  ],
  moreReporters: [
    reportedBy(...Array.from({ length: 33 }, (_, index) => `مراسل ${'ابتثجحخدذرز'.charAt(index % 11)}`)),
    'ومراسل آخر له ثلاثة مقالات أو أكثر بلا ملف.',
  ],
  unusedTags: [
    { ...smallestSite, 'tags.yaml': '- tag: كتب\n  also: [الكتب]' },
    'في tags.yaml ما ليس وسمًا لأي مقال: كتب. راجع كتابته، أو احذفه.',
  ],

  unknownAuthor: [article('author: hudaa'), 'لا كاتب في authors باسم «hudaa». الموجود: huda.'],
  unknownCategory: [article('category: wrld'), 'لا قسم في categories باسم «wrld». الموجود: world.'],
  unknownSeries: [series([], 'series: rivrs'), 'لا ملف صحفيًّا في series باسم «rivrs». الموجود: rivers.'],
  notAClosing: [
    series(['closed: قريبًا']),
    'القيمة «قريبًا» لا تصلح في «closed». اكتب true إذا اكتمل الملف، أو يوم اكتماله مثل 2026-11-20.',
  ],
  twiceInSeries: [series(['articles: [k7q3m, k7q3m]']), 'المقال «k7q3m» مذكور من قبل في هذه القائمة. احذفه من هنا.'],
  notOfSeries: [
    series(['articles: [k7q3m]'], 'kicker: نيل'),
    'المقال «k7q3m» مرتّب هنا، وليس في بياناته أنه من هذا الملف. اكتب «series: rivers» في articles/a.md، أو احذفه من هنا.',
  ],
  emptySeries: [
    series([], 'kicker: نيل'),
    'series/rivers.yaml بلا مقال، فلا صفحة له في الموقع. اكتب «series: rivers» في بيانات كل مقال منه.',
  ],
  addedToClosed: [
    series(['closed: 2022-01-12']),
    'articles/a.md جديد في ملف مكتمل. إن كان الملف مستمرًّا فاحذف «closed» من series/rivers.yaml، وإن اكتمل به فاكتب فيه يوم نشره.',
  ],
  unknownArticle: [
    site('front-page: { lead: [z9z9z] }'),
    'لا مقال معرّفه «z9z9z». انسخ المعرّف من «id» في ملف المقال، أو من آخر رابطه.',
  ],
  nearestArticle: [front('hide: k7q4m'), 'لا مقال معرّفه «k7q4m». لعلك تقصد «k7q3m».'],
  notABlock: [
    front('blocks:', '  - section'),
    'لكل جزء من الصفحة الأولى سطر يبدأ بشَرطة، وفيه مفتاح واحد من هذه: section، opinion، series، live، most-read، pictures، choice. اكتبه مثل «- section: culture» أو «- live».',
  ],
  articleNotShown: [
    { ...article('draft: true'), 'front-page.yaml': 'layout: ordinary\nlead: k7q3m\n' },
    'السطر 2 من front-page.yaml: المقال «k7q3m» لم يُنشر بعد، فهو مسودة أو لم يحن موعده، فحلّ غيره محلّه. إن لم تكن تنتظر نشره فاحذفه من هنا.',
  ],
  articleExpired: [
    { ...article('expires: 2022-01-14'), 'front-page.yaml': 'lead: k7q3m\n' },
    'السطر 1 من front-page.yaml: المقال «k7q3m» انتهت مدته (expires)، فحلّ غيره محلّه. احذفه من هنا.',
  ],
  articleWithdrawn: [
    { ...article('withdrawn: { date: 2022-01-14, reason: لم يثبت }'), 'front-page.yaml': 'lead: k7q3m\n' },
    'السطر 1 من front-page.yaml: المقال «k7q3m» سُحب (withdrawn)، فحلّ غيره محلّه. احذفه من هنا.',
  ],
  articleHidden: [
    front('lead: k7q3m', 'hide: k7q3m'),
    'السطر 1 من front-page.yaml: المقال «k7q3m» مكتوب أيضًا في «hide»، فلا يظهر في الصفحة الأولى. أبقه في واحد منهما.',
  ],
  articleRepeated: [
    front('lead: k7q3m', 'seconds: k7q3m'),
    'السطر 2 من front-page.yaml: المقال «k7q3m» مكتوب من قبل، ولا يظهر مقال في الصفحة مرتين. احذفه من هنا.',
  ],
  pinnedById: [
    front('pinned:', '  k7q3m: 2026-01-05'),
    'معرّف المقال المثبّت قيمة لا مفتاح: اكتب كل مقال في سطر يبدأ بشَرطة، مثل «- { article: k7q3m, until: 2026-12-01 18:00 }».',
  ],
  blockRepeated: [
    front('blocks:', '  - section: world', '  - live', '  - opinion: world'),
    'السطر 4 من front-page.yaml: الجزء «opinion: world» مكتوب من قبل، ولا يظهر جزء في الصفحة مرتين. احذفه من هنا.',
  ],
  frontPageBlank: [
    front('hide: k7q3m'),
    'كل مقال منشور مكتوب في «hide» من front-page.yaml، فلا خبر في الصفحة الأولى. احذف من «hide» ما يراه القارئ.',
  ],
  articleOfOtherSection: [
    { ...article(), 'categories/culture.yaml': 'name: ثقافة\nlead: k7q3m\n' },
    'السطر 2 من categories/culture.yaml: المقال «k7q3m» من القسم «world»، فلا يتصدّر هذا القسم. احذفه من هنا.',
  ],
  frontPageTwice: [
    {
      ...article(),
      'site.yaml': `${smallestSite['site.yaml']}front-page: { lead: k7q3m }\n`,
      'front-page.yaml': 'lead: k7q3m\n',
    },
    'الصفحة الأولى مكتوبة في front-page.yaml وفي «front-page» من site.yaml معًا، والمعتمد front-page.yaml. احذف ما في site.yaml.',
  ],
  timeWithoutClock: [
    covering('open', { 'k7q3m/a.md': ['time: 2025-12-31'] }),
    '«2025-12-31» يوم بلا ساعة، والتحديث في التغطية المباشرة يُعرف بساعته. اكتبها بعد اليوم، مثل 2026-11-20 14:05.',
  ],
  liveMisplaced: [
    covering('open', { 'a.md': ['time: 2025-12-31 09:00'] }),
    'هذا الملف ليس في مكان تحديث من تغطية مباشرة. مكان التحديث live، ثم مجلد باسم معرّف المقال، ثم ملف ينتهي اسمه بـ .md.',
  ],
  entryYearTooLate: [
    covering('open', { 'k7q3m/a.md': ['time: 2052-12-31 09:00'] }),
    'السنة 2052 أبعد من أن يؤجَّل إليها تحديث، وأبعد ما يُقبل 2028. راجع أرقامها، وإن صحّت فراجع ساعة الجهاز.',
  ],
  entryBeforeArticle: [
    covering('open', { 'k7q3m/a.md': ['time: 2006-12-31 09:00'] }),
    'السنة 2006 أقدم من أن يكون فيها تحديث من تغطية المقال articles/a.md، فهي قبل نشره بأكثر من سنة. راجع أرقامها.',
  ],
  liveWithoutArticle: [
    covering('open', { 'k7q4m/a.md': ['time: 2025-12-31 09:00'] }),
    'لا مقال معرّفه «k7q4m»، وهو اسم المجلد. لعلك تقصد «k7q3m».',
  ],
  liveNotDeclared: [
    covering(undefined, { 'k7q3m/a.md': ['time: 2025-12-31 09:00'] }),
    'المقال articles/a.md ليس تغطية مباشرة، فلا تظهر فيه تحديثات هذا المجلد. اكتب في بياناته «live: open».',
  ],
  liveSameAnchor: [
    covering('open', { 'k7q3m/a b.md': ['time: 2025-12-31 09:00'], 'k7q3m/a-b.md': ['time: 2025-12-31 09:05'] }),
    'من اسم هذا الملف ومن اسم live/k7q3m/a b.md رابط واحد، فلا يُعرف أي التحديثين يُقصد به. سمِّ أحدهما باسم آخر.',
  ],
  liveEmpty: [
    { ...covering('open', {}), 'live/k7q3m/a.md': '---\ntime: 2025-12-31 09:00\n---\n\n' },
    'live/k7q3m/a.md بلا عنوان ولا نص، فلا يظهر بين التحديثات. اكتب ما جرى تحت «---».',
  ],
  livePinnedTwice: [
    covering('open', {
      'k7q3m/a.md': ['time: 2025-12-31 09:00', 'pin: true'],
      'k7q3m/b.md': ['time: 2025-12-31 09:05', 'pin: true'],
    }),
    'في live/k7q3m أكثر من تحديث مثبَّت، والمثبَّت في الصفحة أحدثها: live/k7q3m/b.md. احذف «pin» من غيره.',
  ],
  liveHeldBack: [
    covering('open', { 'k7q3m/a.md': ['time: 2026-01-02 09:00'], 'k7q3m/b.md': ['time: 2026-01-01 21:00'] }),
    'في live/k7q3m تحديثان مؤجَّلان، ولا يُنشر تحديث قبل وقته. أقربهما live/k7q3m/b.md.',
  ],
  liveLeftOpen: [
    covering('open', { 'k7q3m/a.md': ['time: 2025-12-29 09:00'] }),
    'لم يُضف إلى live/k7q3m شيء منذ أكثر من يومين، وتغطيته ما زالت مفتوحة. إن انتهت فاكتب في بيانات المقال «live: closed».',
  ],
  periodReversed: [
    popular('from: 2025-12-31', 'to: 2025-12-24', 'articles: [k7q3m]'),
    'تنتهي المدة في 2025-12-24 قبل أن تبدأ في 2025-12-31. اكتب في «from» أولهما.',
  ],
  popularTwice: [
    popular('from: 2025-12-24', 'to: 2025-12-31', 'articles: [k7q3m, k7q3m]'),
    'المقال «k7q3m» مذكور من قبل في هذه القائمة. أبقه في موضع واحد.',
  ],
  popularUnknown: [
    popular('from: 2025-12-24', 'to: 2025-12-31', 'articles:', '  - k7q3m', '  - k7q3n'),
    'popular.yaml:5: لا مقال معرّفه «k7q3n»، فلا يظهر بين الأكثر قراءة. لعلك تقصد «k7q3m».',
  ],
  popularOfTheFuture: [
    popular('from: 2025-12-24', 'to: 2026-01-05', 'articles: [k7q3m]'),
    'المدة في popular.yaml لم تنتهِ بعد، وآخرها 2026-01-05، فلا تظهر قائمة الأكثر قراءة قبل ذلك اليوم.',
  ],
  popularStale: [
    popular('from: 2025-12-09', 'to: 2025-12-16', 'articles: [k7q3m]'),
    'قائمة الأكثر قراءة في popular.yaml آخر مدتها 2025-12-16، وقد مضى عليها 16 يومًا. جدّدها بالأمر npm run popular، أو احذف الملف فلا تظهر.',
  ],
  malformedId: [
    article('id: hello'),
    'المعرّف «hello» لا يصلح عنوانًا. المعرّف خمسة محارف من الأرقام والحروف اللاتينية الصغيرة عدا i وl وo وu، فيها رقم على الأقل.',
  ],
  duplicateId: [
    named({ 'articles/a.md': {}, 'articles/b.md': {} }),
    'المعرّف «k7q3m» مكتوب أيضًا في articles/a.md. لكل مقال معرّف لا يشاركه فيه غيره.',
  ],
  derivedIdIsWritten: [
    named({ 'articles/629.md': { id: undefined }, 'articles/b.md': { id: 'thay5' } }),
    'لا id في هذا الملف، والمعرّف المشتق من مساره «thay5» مكتوب في articles/b.md. إن كان ذاك أحدث نشرًا فغيّر المعرّف فيه، وإلا فاكتب هنا معرّفًا آخر.',
  ],
  derivedIdWouldChange: [
    [
      named({ 'articles/629.md': { id: undefined } }),
      named({ 'articles/629.md': { id: undefined }, 'articles/2528.md': { id: undefined, date: '2020-01-01' } }),
    ],
    'نُشر هذا المقال بالمعرّف «thay5» المشتق من مساره، ومقال يشاركه فيه أضيف أو حُذف فتغيّر ما يُشتق له. ثبّته في هذا الملف.',
  ],
  sameAddress: [
    { ...named({ 'articles/a.md': {} }), 'pages/k7q3m.md': markdown({ title: 'صفحة' }, 'نص.') },
    'العنوان /k7q3m/ لهذا الملف ولـ articles/a.md معًا. غيّر اسم أحد الملفين.',
  ],
  tagsShareAddress: [
    named({
      'articles/a.md': { tags: ['نهر', 'F#'] },
      'articles/b.md': { id: 'm4t9x', tags: ['F Sharp'] },
      'articles/c.md': { id: 'm4t8x', tags: ['f#', 'f sharp'] },
    }),
    'صفحة الوسم «F Sharp» عنوانها /t/f-sharp/، وهو عنوان الوسم «F#» في السطر 8 من articles/a.md. إن كانا وسمًا واحدًا فاكتبه في الملفين كتابة واحدة، وإلا فسمِّ أحدهما باسم آخر.',
  ],
  reservedAddress: [
    { ...smallestSite, 'pages/search.md': markdown({ title: 'صفحة' }, 'نص.') },
    'العنوان /search/ محجوز للموقع نفسه. سمِّ الملف باسم آخر.',
  ],
  emptySlug: [
    { ...smallestSite, 'pages/….md': markdown({ title: 'صفحة' }, 'نص.') },
    'ليس في اسم الملف حرف ولا رقم، فلا يكون منه عنوان. سمِّه باسم آخر.',
  ],
  badFileName: [
    { ...smallestSite, 'authors/Huda Salem.yaml': 'name: هدى' },
    'اسم الملف يصير عنوان صفحة، وفيه ما لا يصلح لذلك. سمِّه huda-salem.yaml.',
  ],
  aliasIsAddress: [
    named({ 'articles/a.md': {}, 'articles/b.md': { id: 'm4t9x', aliases: ['/k7q3m/'] } }),
    'العنوان القديم /k7q3m/ هو عنوان articles/a.md اليوم. احذفه من «aliases».',
  ],
  aliasIsOwn: [
    article('aliases: /k7q3m/'),
    'العنوان القديم /k7q3m/ هو عنوان هذا المقال اليوم، فيدور القارئ في مكانه. احذفه من «aliases».',
  ],
  aliasLoops: [
    named({
      'articles/a.md': { aliases: ['/m4t9x/'] },
      'articles/b.md': { id: 'm4t9x', aliases: ['/k7q3m'] },
    }),
    'العنوان القديم /m4t9x/ هو عنوان articles/b.md اليوم، والقارئ يدور بين هذه الملفات ولا يصل: articles/b.md، articles/a.md. احذفه من «aliases».',
  ],
  aliasChains: [
    named({
      'articles/a.md': { aliases: ['/m4t9x/'] },
      'articles/b.md': { id: 'm4t9x', aliases: ['/p2w6z/'] },
      'articles/c.md': { id: 'p2w6z' },
    }),
    'العنوان القديم /p2w6z/ هو عنوان articles/c.md اليوم، وعنوان هذا الملف نفسه مكتوب في articles/a.md عنوانًا قديمًا، فينتقل القارئ من تحويل إلى تحويل. احذفه من «aliases».',
  ],
  aliasIsOwnName: [
    { ...smallestSite, 'categories/world.yaml': 'name: العالم\naliases: world' },
    'العنوان القديم /c/world/ هو عنوان هذا الملف نفسه اليوم، فيدور القارئ في مكانه. احذفه من «aliases».',
  ],
  aliasIsReserved: [article('aliases: /search/'), 'العنوان القديم /search/ محجوز للموقع نفسه. احذفه من «aliases».'],
  aliasTwice: [
    named({ 'articles/a.md': { aliases: ['/old/'] }, 'articles/b.md': { id: 'm4t9x', aliases: ['/old/'] } }),
    'العنوان القديم /old/ مكتوب أيضًا في articles/a.md. أبقه في واحد منهما.',
  ],
  missingMediaImage: [
    article('image: /media/2026/bridge.jpg'),
    'لا ملف للصورة «/media/2026/bridge.jpg». إن كانت محفوظة خارج المستودع فاكتب عنوان مجلدها في site.yaml تحت images، مثل: media: https://media.example/',
  ],
  missingImage: [
    article('image: a.jpg'),
    'لا ملف للصورة «a.jpg». المسار يُحسب من مكان هذا الملف، وما بدأ بـ / فمن content/public.',
  ],
  nearestImage: [
    { ...article('image: bridje.svg'), 'articles/bridge.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    'لا ملف للصورة «bridje.svg». لعلك تقصد «bridge.svg».',
  ],
  imageOutOfContent: [
    writing('![جسر](../../bridge.jpg)'),
    'الصورة «../../bridge.jpg» خارج مجلد المحتوى، فلا تُنشر. انسخها إلى جوار هذا الملف، واكتب اسمها وحده.',
  ],
  imageLeavesContent: [
    { ...article('image: a.svg'), 'articles/a.svg': { linksTo: fileURLToPath(import.meta.url) } },
    'ملف الصورة «a.svg» رابط رمزي (symlink) إلى ملف خارج مجلد المحتوى، فلا يُنشر. انسخ الصورة نفسها مكانه.',
  ],
  unreadableImage: [
    { ...article('image: a.jpg'), 'articles/a.jpg': 'نص' },
    'ملف الصورة «a.jpg» تالف أو ليس صورة. احفظه من جديد بصيغة JPEG أو PNG أو SVG.',
  ],
  imageFormat: [
    { ...article('image: a.jpg'), 'articles/a.jpg': 'BM' },
    'صيغة الصورة «a.jpg» لا تعرضها المتصفحات. احفظها بصيغة JPEG أو PNG أو SVG.',
  ],
  imageScript: [
    {
      ...article('image: a.svg'),
      'articles/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"><script>alert(1)</script></svg>',
    },
    'في ملف الصورة «a.svg» برنامج يعمل عند القارئ: فيه <script>. صدّرها من جديد رسمًا فقط، بلا script ولا foreignObject.',
  ],
  imageOutside: [
    {
      ...article('image: a.svg'),
      'articles/a.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"><image href="//b.example/c.png"/></svg>',
    },
    'في ملف الصورة «a.svg» ما يُطلب من موقع آخر حين تُفتح: فيه href="//b.example/c.png". ضمّنه في الملف حين تصدّره، أو احذفه.',
  ],
  imageForeign: [
    {
      ...article('image: a.svg'),
      'articles/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"><marquee/></svg>',
    },
    'في ملف الصورة «a.svg» ما ليس من الرسم: فيه <marquee>. صدّرها من جديد بصيغة Plain SVG، بلا تعريفات ولا عناصر من لغة أخرى.',
  ],
  imageEncoding: [
    {
      ...article('image: a.svg'),
      'articles/a.svg':
        '<?xml version="1.0" encoding="iso-8859-1"?><svg xmlns="http://www.w3.org/2000/svg" width="8" height="5"><title>نهر</title></svg>',
    },
    'ملف الصورة «a.svg» ليس بترميز UTF-8، فقد يقرؤه متصفح على غير وجهه. احفظه بهذا الترميز.',
  ],
  missingFile: [
    writing('[التقرير](report.pdf)'),
    'لا ملف باسم «report.pdf». المسار يُحسب من مكان هذا الملف، فانسخ الملف إلى جواره، أو صحّح اسمه.',
  ],
  nearestFile: [
    { ...writing('[التقرير](Report.pdf)'), 'articles/report.pdf': '%PDF-1.4' },
    'لا ملف باسم «Report.pdf». لعلك تقصد «report.pdf».',
  ],
  fileOutside: [
    writing('[نص](../../outside/package.json)'),
    'الملف «../../outside/package.json» خارج مجلد المحتوى، فلا يُنشر. انسخه إلى جوار هذا الملف، واكتب اسمه وحده.',
  ],
  fileLeavesContent: [
    { ...writing('[نص](a.txt)'), 'articles/a.txt': { linksTo: fileURLToPath(import.meta.url) } },
    'الملف «a.txt» رابط رمزي (symlink) إلى ملف خارج مجلد المحتوى، فلا يُنشر. انسخ الملف نفسه مكانه.',
  ],
  fileType: [
    { ...writing('[القاعدة](data.sqlite)'), 'articles/data.sqlite': 'نص' },
    `الملف «data.sqlite» ليس من الأنواع التي تُنشر بجوار المقال، وهي: ${publishedExtensions.join('، ')}. احفظه بواحد منها، أو ضعه في ملف zip.`,
  ],
  activeFile: [
    { ...writing('[الصفحة](page.HTML)'), 'articles/page.HTML': '<p>نص</p>' },
    'الملف «page.HTML» من نوع يعمل برنامجًا عند القارئ، فلا يُنشر. احفظ ما فيه بصيغة أخرى مثل PDF، أو احذف الرابط.',
  ],
  drawingLink: [
    { ...writing('[الرسم](map.svg)'), 'articles/map.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    'لا يُنشر الرسم «map.svg» برابط وحده. اعرضه صورةً هكذا: ![وصف الصورة](map.svg).',
  ],
  activeXml: [
    { ...writing('[المسار](walk.gpx)'), 'articles/walk.gpx': '<gpx xmlns:h="http://www.w3.org/1999/xhtml"/>' },
    'في الملف «walk.gpx» ما قد يعمل برنامجًا عند القارئ: فيه xmlns:h="http://www.w3.org/1999/xhtml". صدّره من جديد مسارًا ومواقع فقط.',
  ],
  emptyFile: [{ ...writing('[نص](a.txt)'), 'articles/a.txt': '' }, 'الملف «a.txt» فارغ. انسخه من جديد.'],
  fileTooLarge: [
    { ...writing('[المقطع](clip.mp4)'), 'articles/clip.mp4': { bytes: 1e9 + 1 } },
    'الملف «clip.mp4» أكبر من غيغابايت. انشره في خدمة للملفات أو للمقاطع، واكتب رابطه هنا.',
  ],
  drawingTooHeavy: [
    withLogo(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3">${'<path d="M0 0h9"/>'.repeat(5000)}</svg>`),
    'حجم هذا الرسم 90 كيلوبايت، ويحمّله كل قارئ في كل صفحة. بسّط خطوطه حتى لا يزيد على 50.',
  ],
  drawingUnreadable: [
    withLogo('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path'),
    'ليس هذا رسمًا بصيغة SVG يُقرأ إلى آخره. صدّره من جديد من برنامج الرسم بصيغة SVG، وبترميز UTF-8.',
  ],
  drawingWithoutViewBox: [
    withLogo('<svg xmlns="http://www.w3.org/2000/svg" width="300px" height="80"><path d="M0 0h9v3z"/></svg>'),
    'الرسم بلا viewBox، فلا يُعرف كيف يُكبَّر ويُصغَّر. اكتب في العنصر svg: viewBox="0 0 300 80"',
  ],
  drawingWithoutSize: [
    withLogo('<svg xmlns="http://www.w3.org/2000/svg" width="100%"><path d="M0 0h9v3z"/></svg>'),
    'الرسم بلا viewBox ولا عرض ولا ارتفاع، فلا تُعرف نسبة أبعاده. اكتب في العنصر svg شيئًا مثل: viewBox="0 0 300 80"',
  ],
  drawingWithoutNamespace: [
    withLogo('<svg viewBox="0 0 9 3"><path d="M0 0h9v3z"/></svg>'),
    'الرسم بلا xmlns، فلا تعرضه المتصفحات. ابدأ العنصر svg هكذا: <svg xmlns="http://www.w3.org/2000/svg"',
  ],
  drawingWrongViewBox: [
    withLogo('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 -5"><path d="M0 0h9v3z"/></svg>'),
    'في الرسم viewBox="0 0 0 -5"، وهو أربعة أعداد آخرها العرض والارتفاع، وكلاهما أكبر من صفر. اكتب شيئًا مثل: viewBox="0 0 300 80"',
  ],
  drawingOutOfSize: [
    withLogo('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1e9"><path d="M0 0h9v3z"/></svg>'),
    'أبعاد هذا الرسم لا تُرسم: عرضه وارتفاعه في العنصر svg بين 1 و16000. صدّره من جديد بأبعاد أقرب.',
  ],
  drawingBlank: [
    withLogo('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path fill="none" d="M0 0h9v3z"/></svg>'),
    'لا يُرى في هذا الرسم شيء: هو فارغ، أو شفاف، أو ما فيه خارج حدود viewBox. صدّره من جديد وفيه ما رُسم.',
  ],
  logoOutOfProportion: [
    withLogo('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 400"><path d="M0 0h9v300z"/></svg>'),
    'أبعاد الشعار 10×400، فيظهر في رأس الصفحة كالخيط. لا يزيد ارتفاعه على 4 أضعاف عرضه، ولا عرضه على 25 ضعفًا من ارتفاعه.',
  ],
  drawingText: [
    withLogo('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h9v9z"/><text>صدى</text></svg>'),
    'theme/logo.svg فيه كلام مكتوب بخط، وهذا الخط ليس عند القارئ. حوّل الكلام في برنامج الرسم إلى مسارات (Outlines).',
  ],
  iconNotSquare: [
    {
      ...smallestSite,
      'theme/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><path d="M0 0h9v3z"/></svg>',
    },
    'الأيقونة مربعة، وهذه ليست كذلك. اكتب في العنصر svg: viewBox="0 -16 64 64"',
  ],

  publicInEngineFolder: [
    withPublic({ '_astro/a.css': '' }),
    'المجلد «_astro» يكتب فيه الموقع وحده، فلا يُنسخ إليه ملف. انقل هذا الملف إلى مجلد غيره في content/public.',
  ],
  publicIsFolder: [
    withPublic({ a: '' }),
    'في الموقع مجلد باسم «a» فيه صفحاته، فلا يكون بجواره ملف بهذا الاسم. غيّر اسم الملف.',
  ],
  publicHidden: [
    withPublic({ ['é.pdf'.normalize('NFC')]: '1', ['é.pdf'.normalize('NFD')]: '2' }),
    `اسم هذا الملف هو اسم public/${'é'.normalize('NFD')}.pdf في عنوان الصفحة، وإن كُتبا بمحارف مختلفة. غيّر اسم أحدهما.`,
  ],
  publicLink: [
    withPublic({ 'a.pdf': { linksTo: fileURLToPath(import.meta.url) } }),
    'public/a.pdf لا يُنسخ: هو رابط رمزي (symlink) إلى مجلد، أو إلى ما ليس في هذا المجلد. انسخ الملف نفسه مكانه.',
  ],
  publicReplaces: [
    withPublic({ 'c/world/index.html': '<p>نص</p>' }),
    'public/c/world/index.html يحلّ محل ما يصنعه الموقع في العنوان /c/world/، فلا يصل إليه القارئ. إن لم تقصد ذلك فغيّر اسم الملف.',
  ],
  publicCase: [
    withPublic({ 'Logo.png': '1', 'logo.png': '2' }),
    'public/Logo.png وpublic/logo.png لا يفرق بينهما إلا الحروف اللاتينية الكبيرة والصغيرة، وهما في بعض الأجهزة ملف واحد. غيّر اسم أحدهما.',
  ],
  publicName: [
    withPublic({ 'a#1.pdf': '1' }),
    'في اسم public/a#1.pdf ما لا تقبله بعض الاستضافات: «#». غيّر اسم الملف، ثم صحّح الروابط إليه.',
  ],
  publicIsFile: [
    { ...smallestSite, public: 'x' },
    'هذا ملف، ومكانه لمجلد فيه ما يُنشر كما هو. سمّ الملف باسم آخر، أو اجعله في مجلد باسم public.',
  ],
  publicUnnameable: [
    withPublic({ 'a\ufffd.pdf': 'x' }),
    'اسم هذا الملف أو المجلد ليس بترميز UTF-8 فلا يُفتح. سمّه باسم آخر.',
  ],
  publicSecrets: [
    withPublic({ '.env.local': 'x' }),
    'public/.env.local يُنشر كما هو فيقرؤه كل أحد، وفي ملفات .env كلمات مرور ومفاتيح عادةً. إن كان فيه شيء منها فانقله من هذا المجلد.',
  ],
  missingSite: [
    { 'authors/huda.yaml': 'name: هدى' },
    'لا ملف site.yaml في مجلد المحتوى. اكتبه وفيه title وdescription وurl.',
  ],

  notSpellings: [
    style('spellings: نص'),
    'قيمة «spellings» كلمات، كل كلمة في سطر تحته: الكتابة المعتمدة ثم ما لا يُكتب، مثل «يوتيوب: [يوتوب]».',
  ],
  variantIsPreferred: [
    style('spellings: { مئة: [مئة] }'),
    'الكتابة «مئة» هي المعتمدة هنا، فلا تكون مما لا يُكتب. احذفها من القائمة.',
  ],
  variantIsPreferredElsewhere: [
    style('spellings: { مئة: [مائة], مائة: [ميّة] }'),
    'الكتابة «مائة» معتمدة في سطر آخر، وهي تحت «مئة» مما لا يُكتب. أبقها في واحد منهما.',
  ],
  variantTwice: [
    style('spellings: { مئة: [مائة], ألف: [مائة] }'),
    'الكتابة «مائة» مذكورة من قبل تحت «مئة». احذفها من هنا.',
  ],
  searchNameNotSearchable: [
    { ...smallestSite, 'search-aliases.yaml': 'names: { ناتو: [على] }' },
    'لا يُبحث عن «على» وحده. اكتب مكانه اسمًا، أو احذفه.',
  ],
  searchNameWithStopWord: [
    { ...smallestSite, 'search-aliases.yaml': 'names: { ناتو: [الحلف في الأطلسي] }' },
    'في اسم البحث «الحلف في الأطلسي» كلمة لا يُبحث عنها، وهي «في». احذفها منه، أو احذف الاسم كله.',
  ],
  searchNameTooLong: [
    { ...smallestSite, 'search-aliases.yaml': 'names: { ناتو: [منظمة معاهدة حلف شمال الأطلسي] }' },
    'اسم البحث «منظمة معاهدة حلف شمال الأطلسي» أطول من أربع كلمات. اختصره، أو احذفه.',
  ],
  searchNameTwice: [
    { ...smallestSite, 'search-aliases.yaml': 'names: { ناتو: [NATO], حلف: [nato] }' },
    'الاسم «nato» مذكور من قبل مع «ناتو». احذفه من هنا، أو اجمع السطرين في سطر واحد.',
  ],

  endpointWithoutArticle: [
    site('comments: { provider: embed, endpoint: "https://a.example/c" }'),
    'في site.yaml رابط «endpoint» بلا {url}، فتظهر تحت المقالات كلها صفحة تعليقات واحدة. اكتب {url} حيث تقرأ الخدمة رابط المقال.',
  ],
  imageTooTall: [
    withImage(article('image: long.png'), 'articles/long.png', await picture(1, 17_000)),
    'ارتفاع الصورة «long.png» أضعاف عرضها، فلا تُنشر صورة واحدة. اقسمها صورًا أقصر.',
  ],
  leadIsStrip: [
    withImage(article('image: line.png'), 'articles/line.png', await picture(102, 2)),
    'الصورة «line.png» شريط طويل لا تُقصّ منه صورة تظهر مع رابط المقال. اختر لصدر المقال صورة غيرها.',
  ],
  brokenLink: [linking('/qqqqqqqqqqqq/'), 'الرابط «/qqqqqqqqqqqq/» لا يؤدي إلى شيء في الموقع. راجع عنوانه.'],
  nearestLink: [linking('/archive'), 'الرابط «/archive» لا يؤدي إلى شيء في الموقع. لعلك تقصد «/archive/».'],
  missingPath: [
    writing('<audio src="/qqqqqqqq.html"></audio>'),
    'لا ملف في الموقع على المسار «/qqqqqqqq.html». راجع اسمه ومكانه.',
  ],
  nearestPath: [
    writing('<audio src="/RSS.xml"></audio>'),
    'لا ملف في الموقع على المسار «/RSS.xml». لعلك تقصد «/rss.xml».',
  ],
  linkToDraft: [
    { ...linking('/k7q4m/'), ...named({ 'articles/b.md': { id: 'k7q4m', draft: true } }) },
    'الرابط «/k7q4m/» إلى articles/b.md، وهو مسودة لا يراها القارئ. احذفه، أو انشر ما يؤدي إليه.',
  ],
  linkToFuture: [
    { ...linking('/k7q4m/'), ...named({ 'articles/b.md': { id: 'k7q4m', date: '2026-03-01 09:05' } }) },
    'الرابط «/k7q4m/» إلى articles/b.md، وهو مؤجل إلى 1 مارس 2026، الساعة 09:05 بتوقيت الموقع، فلا يراه القارئ قبل ذلك. احذف الرابط إلى أن يُنشر.',
  ],
  linkToUnpublishedList: [
    { ...linking('/t/نهر/'), ...named({ 'articles/b.md': { id: 'k7q4m', draft: true, tags: ['نهر'] } }) },
    'الرابط «/t/نهر/» إلى قائمة ليس فيها مقال منشور بعد. احذفه إلى أن يُنشر فيها مقال.',
  ],
  brokenAnchor: [
    linking('#لا-شيء'),
    'لا موضع باسم «#لا-شيء» في الصفحة التي يؤدي إليها الرابط. اكتب بعد # عنوانًا فرعيًّا فيها، ومكان كل مسافة شَرطة.',
  ],
  nearestAnchor: [
    writing('## أول الطريق\n\n[نص](#اول-الطريك)'),
    'لا موضع باسم «#اول-الطريك» في الصفحة التي يؤدي إليها الرابط. لعلك تقصد «#أول-الطريق».',
  ],
  anchorIsLost: [
    {
      ...writing('## أول الطريق\n\n[نص](/k7q3m/#أول-الطريق)'),
      'site.yaml': `${smallestSite['site.yaml']}permalink: readable\n`,
    },
    'عنوان الرابط «/k7q3m/#أول-الطريق» ينقل القارئ إلى عنوان آخر، فيضيع منه الموضع الذي بعد #. اكتب «/2022/01/a/#أول-الطريق».',
  ],

  derivedIds: [smallestSite, 'مقال واحد بلا معرّف، فاشتُقّ له معرّف من مساره. ثبّته بالأمر: npm run check -- --fix'],
  ignoredFile: [
    { ...smallestSite, 'authors/notes.txt': 'نص' },
    'authors/notes.txt لا يُقرأ: ملفات هذا المجلد تنتهي بـ .yaml أو .yml.',
  ],
  unlinkedFile: [
    { ...smallestSite, 'articles/story.docx': 'نص' },
    'articles/story.docx لا يُنشر: لا رابط إليه في مقال ولا صفحة. إن كان مقالًا فاحفظه نصًّا ينتهي اسمه بـ .md.',
  ],
  unknownSlot: [
    slot('weather', '<p>طقس</p>'),
    'لا موضع في الصفحات باسم «weather»، فلا يظهر هذا الملف للقراء. سمّه باسم موضع من هذه: head، below-masthead، in-article، article-end، front-sidebar، footer.',
  ],
  nearestSlot: [
    slot('fotter', '<p>نص</p>'),
    'لا موضع في الصفحات باسم «fotter»، فلا يظهر هذا الملف للقراء. لعلك تقصد footer.html.',
  ],
  slotWithoutFile: [
    { ...smallestSite, 'theme/slots.yaml': 'footer:\n  height: 90' },
    'الموضع «footer» بلا ملف يملؤه. أنشئ الملف theme/slots/footer.html، أو احذف المفتاح.',
  ],
  slotTooLong: [
    slot('footer', 'ن'.repeat(100_001)),
    'الملف أطول من 100000 محرف، ويُكتب في كل صفحة. أبق فيه ما لا بدّ منه.',
  ],
  sectionsBothWays: [
    slot('footer', '<p>نص</p>', 'sections: world\n  except-sections: world'),
    'اجتمع «sections» و«except-sections»، ويكفي أحدهما. احذف الآخر.',
  ],
  notASlotOrigin: [
    slot('footer', '<p>نص</p>', 'origins:\n    scripts: https://ads.example/show.js'),
    '«https://ads.example/show.js» ليس اسم موقع يُسمح به. اكتبه هكذا: https://ads.example، أو https://*.ads.example لما تحته من نطاقات.',
  ],
  slotUnclosed: [
    slot('footer', '<div><p>نص</p>'),
    'الوسم <div> فُتح ولم يُغلق، فيصير ما بعده من الصفحة داخله. أغلقه بـ </div> في موضعه.',
  ],
  slotStrayClosing: [
    slot('footer', '<p>نص</p></div>'),
    'الوسم </div> يغلق ما لم يُفتح في هذا الملف، فيغلق شيئًا من الصفحة. احذفه، أو افتح <div> قبله.',
  ],
  slotUnfinished: [
    slot('footer', '<p>نص</p><a href="/x>'),
    'في هذا الموضع وسم أو خاصية بلا نهاية، فيضيع ما بعدها من الصفحة. أتمّ الوسم بـ > وعلامات الاقتباس.',
  ],
  slotUnclosedComment: [
    slot('footer', '<p>نص</p><!-- ملاحظة'),
    'التعليق <!-- فُتح ولم يُغلق، فتختفي الصفحة بعده. أغلقه بـ -->.',
  ],
  slotPageTag: [
    slot('footer', '<body><p>نص</p></body>'),
    'الوسم <body> من هيكل الصفحة، وWarraq يكتبه. احذفه وأبق ما فيه.',
  ],
  slotNotInHead: [
    slot('head', '<div>نص</div>'),
    'الوسم <div> لا مكان له في رأس الصفحة، فيقطعه المتصفح عنده. انقله إلى موضع يراه القارئ، مثل footer.html.',
  ],
  slotTextInHead: [
    slot('head', 'نص'),
    'في هذا السطر كلام خارج الوسوم، ولا مكان له في رأس الصفحة. ضعه في تعليق <!-- … -->، أو انقله إلى موضع آخر.',
  ],
  slotPlugin: [
    slot('footer', '<object data="/a.swf"></object>'),
    'الوسم <object> يمنعه المتصفح في صفحات الموقع. استعمل <iframe> أو <img> مكانه.',
  ],
  slotHandler: [
    slot('footer', '<button onclick="go()">نص</button>'),
    'الخاصية «onclick» برنامج داخل وسم، والمتصفح يمنعه في صفحات الموقع. اكتب مكانها <script> فيه addEventListener.',
  ],
  slotScriptUrl: [
    slot('footer', '<a href="javascript:go()">نص</a>'),
    'قيمة «href» برنامج يبدأ بـ javascript:، والمتصفح يمنعه في صفحات الموقع. اكتب رابطًا، أو <script> فيه addEventListener.',
  ],
  slotInlineUrl: [
    slot('footer', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">'),
    'في «src» ملف مكتوب في عنوانه (data:)، والمتصفح يمنعه في صفحات الموقع. احفظ الملف في public، واكتب مساره.',
  ],
  slotInnerProgram: [
    slot('footer', '<iframe srcdoc="<script>go()</script>" title="نص"></iframe>'),
    'في srcdoc برنامج أو أنماط، والمتصفح يمنعها في صفحات الموقع. احفظ الصفحة في public، واكتب مسارها في src.',
  ],
  slotNested: [
    slot('footer', '<form><form><input></form></form>'),
    'الوسم <form> داخل <form> آخر، والمتصفح لا يقرأ ذلك. أغلق الأول بـ </form> قبله.',
  ],
  slotOutsideTable: [slot('footer', '<tr></tr>'), 'الوسم <tr> خارج جدول، فيحذفه المتصفح. ضعه داخل <table>.'],
  slotOverride: [
    slot('footer', '<p>نص \u202eنص</p>'),
    'في هذا الموضع محرف خفيّ يقلب ترتيب ما بعده، فيظهر للقارئ غير ما كُتب. احذفه.',
  ],
  notAComponentName: [
    component('weather-map', ''),
    'اسم الملف «weather-map.astro» لا يصلح اسم مكوّن. ابدأه بحرف لاتيني كبير، واجعل ما بعده حروفًا لاتينية وأرقامًا، مثل WeatherMap.astro.',
  ],
  componentNameTaken: [
    component('Gallery', ''),
    '«Gallery» مكوّن من مكوّنات Warraq، فلا يُعرف أيهما يقصد المقال. سمّ الملف باسم آخر.',
  ],
  componentImport: [
    component('Chart', "import { site } from '../../site.ts';"),
    'المكوّن يستورد «../../site.ts»، ولا يستورد مكوّنٌ إلا ما في theme/components أو ما يبدأ بـ astro:. انقل الملف إلى ذلك المجلد واكتب مساره، مثل ./data.json.',
  ],
  componentImportMissing: [
    component('Chart', "import data from './data.json';"),
    'المكوّن يستورد «./data.json»، ولا ملف هناك. راجع الاسم، أو ضع الملف في theme/components.',
  ],
  componentImportPattern: [
    component('Chart', "const all = import.meta.glob('../../**/*.yaml', { eager: true });"),
    'المكوّن يستورد ملفات بـ import.meta.glob، وقد يبلغ به ما ليس في theme/components. استورد كل ملف باسمه، مثل ./data.json.',
  ],
  componentCircle: [
    {
      ...component('Chart', "import Box from './Box.astro';"),
      'theme/components/Box.astro': "---\nimport Chart from './Chart.astro';\n---\n<Chart />",
    },
    'المكوّن يعود إلى نفسه: Box.astro، ثم Chart.astro، ثم Box.astro، فلا ينتهي عرضه. احذف هذا الاستيراد.',
  ],
  componentData: [
    { ...component('Chart', "import data from './data.json';"), 'theme/components/data.json': '{ "a": 1,, }' },
    'لا يُقرأ هذا الملف بصيغة JSON، وأحد المكوّنات يستورده. راجع ما قبل هذا الموضع من فواصل وأقواس.',
  ],
  componentSyntax: [
    component('Chart', 'const a = ;'),
    'لا يقرأ Astro المكوّن من هذا الموضع. راجع ما فيه وما قبله من وسوم وأقواس.',
  ],
  componentInline: [
    { ...smallestSite, 'theme/components/Chart.astro': '<script is:inline>let a;</script>' },
    '«is:inline» يكتب البرنامج أو الأنماط في الصفحة نفسها، والمتصفح يمنعها هناك. احذفه، فيصير ملفًّا تحمّله الصفحة.',
  ],
  undeclaredOrigin: [
    slot(
      'footer',
      '<script src="https://ads.example/show.js"></script>',
      'origins:\n    scripts: https://stats.example',
    ),
    'هذا الوسم يحمّل برنامجًا من https://ads.example، والمتصفح يمنعه ما لم يُذكر. اكتب في theme/slots.yaml تحت «footer» ثم «origins»: scripts: [https://stats.example, https://ads.example]',
  ],
  ignoredFolder: [
    { ...smallestSite, 'authors/old/salma.yaml': 'name: سلمى' },
    'authors/old/salma.yaml لا يُقرأ: ملفات هذا المجلد كلها فيه مباشرة، لا في مجلدات تحته.',
  ],

  notAColor: [
    look(['accent: red']),
    'القيمة «red» لا تصلح لونًا في «accent». اكتب اللون بعد # بثلاث خانات أو ست من 0-9 وa-f بين علامتي اقتباس، مثل "#96262b".',
  ],
  faintColor: [
    look(['accent: "#ff8800"']),
    'في المظهر الفاتح لا يُقرأ لون «accent» على ورق لونه #fbf8f2: التباين بينهما 2.25، وأقلّه 4.5. أقرب درجة منه تصلح هي #b05c00.',
  ],
  notAFont: [
    look(['fonts: { text: amiri }']),
    '«amiri» لا يصلح خطًّا في «text». اكتب اسم ملف في theme/fonts ينتهي بـ .woff2، أو naskh.',
  ],
  notWoff2: [
    look(['fonts: { text: a.ttf }']),
    'الخط «a.ttf» ليس بصيغة WOFF2، وهي وحدها التي تُنشر. حوّله إليها واكتب اسم ملفه الجديد.',
  ],
  fontFolder: [
    look(['fonts: { headlines: fonts/a.woff2 }'], fonts),
    '«fonts/a.woff2» مسار، والمطلوب اسم الملف وحده: الخطوط كلها في theme/fonts.',
  ],
  notAWeight: [
    look(['fonts: { headlines: { file: a.woff2, weight: bold } }'], fonts),
    'الوزن «bold» لا يصلح. اكتب عددًا من 1 إلى 1000 مثل 700، أو مدى للخط المتغيّر مثل 400-700.',
  ],
  fontFamilyAlone: [
    look(['fonts: { headlines: [naskh, a.woff2] }'], fonts),
    '«naskh» خط كامل من خطوط ورّاق، فلا يُكتب مع خط آخر. أبقه وحده، أو احذفه من القائمة.',
  ],
  sansIsBold: [
    look(['fonts: { text: sans }']),
    'الخط «sans» للعناوين، وليس منه إلا الغليظ، فلا يصلح للمتن. اكتب naskh، أو اسم ملف في theme/fonts.',
  ],
  missingFont: [
    look(['fonts: { headlines: amiri.woff2 }']),
    'لا ملف باسم «amiri.woff2» في theme/fonts. انسخه إليه، أو صحّح اسمه.',
  ],
  nearestFont: [
    look(['fonts: { headlines: A.woff2 }'], fonts),
    'لا ملف باسم «A.woff2» في theme/fonts. لعلك تقصد «a.woff2».',
  ],
  brokenFont: [
    look(['fonts: { headlines: a.woff2 }'], { 'fonts/a.woff2': font('sans-arabic').subarray(0, 9000) }),
    'الملف «a.woff2» ليس خطًّا بصيغة WOFF2، أو هو ناقص. انسخه من مصدره مرة أخرى.',
  ],
  fontWithoutArabic: [
    look(['fonts: { headlines: a.woff2 }'], { 'fonts/a.woff2': font('sans-latin') }),
    'ليس في الخط «a.woff2» حروف العربية كلها، فيظهر النص للقارئ بخطين. اختر خطًّا فيه هذه الحروف.',
  ],
  styleSyntax: [
    styled('a { color red; }'),
    'لا تقرأ المتصفحات هذا الموضع من CSS فتتجاوزه. راجع ما فيه وما قبله من أقواس وفواصل.',
  ],
  styleUnclosed: [styled('a { color: red; '), 'العلامة «{» في هذا السطر فُتحت ولم تُغلق إلى آخر الملف. أغلقها.'],
  styleImport: [
    styled('@import "more.css";'),
    'لا تُستورد أوراق أخرى بـ @import. انسخ قواعد الورقة إلى هذا الملف، واحذف السطر.',
  ],
  styleForeign: [
    styled('a { background: url(https://cdn.example/a.png) }'),
    'العنوان «https://cdn.example/a.png» ليس في الموقع، وسياسة المحتوى تمنع طلبه. احفظ الملف في theme، واكتب مساره منه.',
  ],
  styleOwnAddress: [
    styled('a { background: url(https://sada.example/a.png) }'),
    'العنوان «https://sada.example/a.png» في هذا الموقع نفسه. اكتبه من جذره، هكذا: url("/a.png").',
  ],
  styleData: [
    styled('a { background: url(data:image/png;base64,AA==) }'),
    'سياسة المحتوى تمنع ما يُكتب بـ data: في ورقة الأنماط. احفظه ملفًّا في theme، واكتب مساره منه.',
  ],
  styleCharset: [
    styled('@charset "windows-1256";\na { color: red }'),
    'تُقرأ ورقة الأنماط بترميز UTF-8 وبه تُنشر. احفظها به، واحذف السطر الذي فيه @charset.',
  ],
  styleMissing: [
    styled('a { background: url(paper.svg) }'),
    'لا ملف في theme على المسار «paper.svg». انسخه إليه، أو صحّح المسار.',
  ],
  styleNearest: [
    styled('@font-face { font-family: x; src: url(font/a.woff2) }', fonts),
    'لا ملف في theme على المسار «font/a.woff2». لعلك تقصد «fonts/a.woff2».',
  ],
  styleUrlForm: [
    styled('a { background: image-set("paper.svg" 1x) }'),
    'اكتب «paper.svg» داخل url()، هكذا: url("paper.svg").',
  ],
  styleFileType: [
    styled('a { background: url(slots.yaml) }', { 'slots.yaml': '' }),
    'الملف «slots.yaml» ليس صورة ولا خطًّا بصيغة WOFF2، فلا تطلبه ورقة الأنماط. اختر ملفًّا غيره.',
  ],
  largeFont: [
    look(['fonts: { headlines: a.woff2 }'], { 'fonts/a.woff2': padded(font('sans-arabic'), 150_000) }),
    'خط كبير: theme/fonts/a.woff2 حجمه 150 كيلوبايت، فيتأخر ظهوره على الهواتف. أبقِ منه حروف العربية وحدها.',
  ],
  textWithoutBold: [
    look(['fonts: { text: { file: a.woff2, weight: 400 } }'], fonts),
    'ليس في خط المتن وزن غليظ، فيغلّظ المتصفح بنفسه ما كُتب بين **…**. أضف في site.yaml ملف الوزن 700 ليظهر كما رُسم.',
  ],
  unusedFont: [look([], fonts), 'theme/fonts/a.woff2 لا يُنشر: لا يطلبه site.yaml ولا theme/site.css.'],
  unknownThemeFile: [
    look([], { 'notes.docx': 'x' }),
    'theme/notes.docx لا يُقرأ: في theme الملفات logo.svg وicon.svg وsite.css وslots.yaml، والمجلدات fonts وslots وcomponents.',
  ],
  misnamedThemeFile: [look([], { 'site.scss': 'x' }), 'theme/site.scss لا يُقرأ. لعلك تقصد theme/site.css.'],
  themeFolderForFile: [
    look([], { 'logo.svg/a.svg': 'x' }),
    'theme/logo.svg مجلد، وما يُقرأ بهذا الاسم ملف. انقل ما فيه، واحفظ الملف مكانه.',
  ],
  themeFileForFolder: [
    look([], { fonts: 'x' }),
    'theme/fonts ملف، وما يُقرأ بهذا الاسم مجلد. احذف الملف، وأنشئ المجلد مكانه.',
  ],
  themeLink: [
    look([], { 'site.css': { linksTo: '../site.yaml' } }),
    'theme/site.css لا يُقرأ: هو رابط رمزي (symlink) لا يُتبع. انسخ الملف نفسه مكانه.',
  ],
  fontFormat: [
    look([], { 'fonts/a.ttf': 'x' }),
    'theme/fonts/a.ttf لا يُقرأ: الخطوط في theme/fonts بصيغة WOFF2. حوّله إليها.',
  ],
};

/** Appends bytes to a WOFF2 file as private data, which the format allows, up to a size. */
function padded(woff2: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.alloc(size);
  bytes.set(woff2);
  bytes.writeUInt32BE(size, 8);
  bytes.writeUInt32BE(woff2.length, 40);
  bytes.writeUInt32BE(size - woff2.length, 44);
  return bytes;
}

it.each(Object.entries(told))(
  'the message %s is reported for the content that causes it',
  async (_key, [content, message]) => {
    expect(await toldOf(...(Array.isArray(content) ? content : [content]))).toContain(message);
  },
);

test('every message is in the table, and no two have the same words', () => {
  expect(Object.keys(told).sort()).toEqual(Object.keys(messages).sort());
  const sentences = Object.values(told).map(([, message]) => message);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test.each([
  [1, 'مقال واحد بلا معرّف، فاشتُقّ له معرّف من مساره. ثبّته بالأمر: npm run check -- --fix'],
  [2, 'مقالان بلا معرّف، فاشتُقّ لكل منهما معرّف من مساره. ثبّتهما بالأمر: npm run check -- --fix'],
  [3, '3 مقالات بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix'],
  [10, '10 مقالات بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix'],
  [11, '11 مقالًا بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix'],
  [99, '99 مقالًا بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix'],
  [100, '100 مقال بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix'],
  [102, '102 مقال بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix'],
  [103, '103 مقالات بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix'],
  [111, '111 مقالًا بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix'],
])('the number of derived ids, %d, has the right plural', (count, sentence) => {
  expect(messages.derivedIds(count)).toBe(sentence);
});

test.each([
  [[], 'لا كاتب في authors باسم «x». لا ملف في ذلك المجلد بعد.'],
  [['a', 'b'], 'لا كاتب في authors باسم «x». الموجود: a، b.'],
  [Array.from({ length: 13 }, (_none, index) => `a${index}`), 'لا كاتب في authors باسم «x».'],
])('for an unknown author, the known ones %j are listed unless they are many', (known, sentence) => {
  expect(messages.unknownAuthor('x', known)).toBe(sentence);
});
