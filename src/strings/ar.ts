import { type DigitSystem, formatDigits } from '../lib/arabic/digits.ts';
import { countNoun, type NounForms } from '../lib/arabic/plural.ts';
import type { CommentFailure } from '../lib/comments/comment.ts';

/** Whoever a sentence names. Without a gender the masculine is used, as Arabic does for an unknown person. */
export interface Person {
  name: string;
  gender?: 'male' | 'female' | undefined;
}

/** The nouns that the interface counts, in the nominative. */
export const countedNouns = {
  articles: {
    zero: 'لا مقالات',
    one: 'مقال واحد',
    two: 'مقالان',
    few: '# مقالات',
    many: '# مقالًا',
    other: '# مقال',
  },
  results: {
    zero: 'لا نتائج',
    one: 'نتيجة واحدة',
    two: 'نتيجتان',
    few: '# نتائج',
    many: '# نتيجةً',
    other: '# نتيجة',
  },
  comments: {
    zero: 'لا تعليقات',
    one: 'تعليق واحد',
    two: 'تعليقان',
    few: '# تعليقات',
    many: '# تعليقًا',
    other: '# تعليق',
  },
  words: {
    zero: 'لا كلمات',
    one: 'كلمة واحدة',
    two: 'كلمتان',
    few: '# كلمات',
    many: '# كلمةً',
    other: '# كلمة',
  },
  minutesToRead: {
    zero: 'أقل من دقيقة للقراءة',
    one: 'دقيقة واحدة للقراءة',
    two: 'دقيقتان للقراءة',
    few: '# دقائق للقراءة',
    many: '# دقيقةً للقراءة',
    other: '# دقيقة للقراءة',
  },
  images: {
    zero: 'لا صور',
    one: 'صورة واحدة',
    two: 'صورتان',
    few: '# صور',
    many: '# صورةً',
    other: '# صورة',
  },
  brokenLinks: {
    zero: 'لا روابط داخلية مكسورة',
    one: 'رابط داخلي مكسور واحد',
    two: 'رابطان داخليان مكسوران',
    few: '# روابط داخلية مكسورة',
    many: '# رابطًا داخليًا مكسورًا',
    other: '# رابط داخلي مكسور',
  },
} satisfies Record<string, NounForms>;

/** Nouns that follow a preposition. */
const inGenitive = {
  threads: {
    zero: 'صفر من المقالات',
    one: 'مقال واحد',
    two: 'مقالين',
    few: '# مقالات',
    many: '# مقالًا',
    other: '# مقال',
  },
  pages: {
    zero: 'صفر من الصفحات',
    one: 'صفحة واحدة',
    two: 'صفحتين',
    few: '# صفحات',
    many: '# صفحةً',
    other: '# صفحة',
  },
  feeds: {
    zero: 'صفر من الخلاصات',
    one: 'خلاصة واحدة',
    two: 'خلاصتين',
    few: '# خلاصات',
    many: '# خلاصةً',
    other: '# خلاصة',
  },
  attempts: {
    zero: 'صفر من المحاولات',
    one: 'محاولة واحدة',
    two: 'محاولتين',
    few: '# محاولات',
    many: '# محاولةً',
    other: '# محاولة',
  },
  files: {
    zero: 'صفر من الملفات',
    one: 'ملف واحد',
    two: 'ملفين',
    few: '# ملفات',
    many: '# ملفًا',
    other: '# ملف',
  },
  seconds: {
    zero: 'أقل من ثانية',
    one: 'ثانية واحدة',
    two: 'ثانيتين',
    few: '# ثوانٍ',
    many: '# ثانيةً',
    other: '# ثانية',
  },
  minutes: {
    zero: 'أقل من دقيقة',
    one: 'دقيقة واحدة',
    two: 'دقيقتين',
    few: '# دقائق',
    many: '# دقيقةً',
    other: '# دقيقة',
  },
} satisfies Record<string, NounForms>;

/** What fetching comments changed: the end of a sentence. */
const commentFilesChanged: NounForms = {
  zero: 'فلم يتغيّر ملف منها',
  one: 'فتغيّر ملف واحد',
  two: 'فتغيّر ملفان',
  few: 'فتغيّرت # ملفات',
  many: 'فتغيّر # ملفًا',
  other: 'فتغيّر # ملف',
};

const threadsFailed: NounForms = {
  zero: '',
  one: 'تعذّر جلب تعليقات مقال واحد، فبقي ما في الأرشيف منها كما هو.',
  two: 'تعذّر جلب تعليقات مقالين، فبقي ما في الأرشيف منها كما هو.',
  few: 'تعذّر جلب تعليقات # مقالات، فبقي ما في الأرشيف منها كما هو.',
  many: 'تعذّر جلب تعليقات # مقالًا، فبقي ما في الأرشيف منها كما هو.',
  other: 'تعذّر جلب تعليقات # مقال، فبقي ما في الأرشيف منها كما هو.',
};

/** What a build did with its pages: three clauses of one sentence. */
const pagesBuilt = {
  rendered: {
    zero: 'لم تُجدَّد أي صفحة',
    one: 'جُدِّدت صفحة واحدة',
    two: 'جُدِّدت صفحتان',
    few: 'جُدِّدت # صفحات',
    many: 'جُدِّدت # صفحةً',
    other: 'جُدِّدت # صفحة',
  },
  reused: {
    zero: 'ولم تبقَ أي صفحة على حالها',
    one: 'وبقيت صفحة واحدة على حالها',
    two: 'وبقيت صفحتان على حالهما',
    few: 'وبقيت # صفحات على حالها',
    many: 'وبقيت # صفحةً على حالها',
    other: 'وبقيت # صفحة على حالها',
  },
  removed: {
    zero: 'ولم تُحذف أي صفحة',
    one: 'وحُذفت صفحة واحدة',
    two: 'وحُذفت صفحتان',
    few: 'وحُذفت # صفحات',
    many: 'وحُذفت # صفحةً',
    other: 'وحُذفت # صفحة',
  },
} satisfies Record<string, NounForms>;

const filesChanged: NounForms = {
  zero: 'لم يتغير أي ملف عما نُشر من قبل.',
  one: 'تغيّر ملف واحد عما نُشر من قبل، وهو مذكور في:',
  two: 'تغيّر ملفان عما نُشر من قبل، وهما مذكوران في:',
  few: 'تغيّرت # ملفات عما نُشر من قبل، وهي مذكورة في:',
  many: 'تغيّر # ملفًا عما نُشر من قبل، وهي مذكورة في:',
  other: 'تغيّر # ملف عما نُشر من قبل، وهي مذكورة في:',
};

const hostedFiles: NounForms = { ...inGenitive.files, two: 'ملفان' };

/** What the files of a built site are. */
const hostedParts = {
  pages: 'الصفحات',
  redirects: 'صفحات تنقل القارئ من عنوان قديم أو من رابط مختصر',
  images: 'الصور',
  cards: 'بطاقات المشاركة',
  search: 'فهرس البحث',
  rest: 'ما سوى ذلك',
};

const checkErrors: NounForms = {
  zero: 'لا أخطاء تمنع بناء الموقع.',
  one: 'في المحتوى خطأ واحد، ولن يُبنى الموقع قبل إصلاحه.',
  two: 'في المحتوى خطآن، ولن يُبنى الموقع قبل إصلاحهما.',
  few: 'في المحتوى # أخطاء، ولن يُبنى الموقع قبل إصلاحها.',
  many: 'في المحتوى # خطأً، ولن يُبنى الموقع قبل إصلاحها.',
  other: 'في المحتوى # خطأ، ولن يُبنى الموقع قبل إصلاحها.',
};

const checkFindings: NounForms = {
  zero: 'لا ملاحظات على النصوص.',
  one: 'على النصوص ملاحظة واحدة.',
  two: 'على النصوص ملاحظتان.',
  few: 'على النصوص # ملاحظات.',
  many: 'على النصوص # ملاحظةً.',
  other: 'على النصوص # ملاحظة.',
};

const someFixable: NounForms = {
  zero: '',
  one: 'واحدة منها يصلحها الأمر: npm run check -- --fix',
  two: 'اثنتان منها يصلحهما الأمر: npm run check -- --fix',
  few: '# منها يصلحها الأمر: npm run check -- --fix',
  many: '# منها يصلحها الأمر: npm run check -- --fix',
  other: '# منها يصلحها الأمر: npm run check -- --fix',
};

const allFixable: NounForms = {
  zero: '',
  one: 'يصلحها الأمر: npm run check -- --fix',
  two: 'يصلحهما الأمر: npm run check -- --fix',
  few: 'يصلحها كلها الأمر: npm run check -- --fix',
  many: 'يصلحها كلها الأمر: npm run check -- --fix',
  other: 'يصلحها كلها الأمر: npm run check -- --fix',
};

const filesFixed: NounForms = {
  zero: 'لا شيء في النصوص يُصلَح من غير سؤال كاتبه.',
  one: 'أُصلح نص ملف واحد.',
  two: 'أُصلح نصّا ملفين.',
  few: 'أُصلحت نصوص # ملفات.',
  many: 'أُصلحت نصوص # ملفًا.',
  other: 'أُصلحت نصوص # ملف.',
};

/** The networks an article can be shared on, by their keys in `site.yaml`. */
const shareNetworks = {
  whatsapp: 'واتساب',
  telegram: 'تلغرام',
  x: 'إكس',
  facebook: 'فيسبوك',
  mail: 'البريد',
};

function joinNames(people: readonly Person[]): string {
  return people
    .map(({ name }, index) => {
      if (index === 0) return name;
      return /^\P{L}*\p{Script=Arabic}/u.test(name) ? `و${name}` : `و ${name}`;
    })
    .join(' ');
}

function wroteVerb(people: readonly Person[]): string {
  const feminine = people.every(({ gender }) => gender === 'female');
  if (people.length === 1) return feminine ? 'كتبت' : 'كتب';
  if (people.length === 2) return feminine ? 'كتبتا' : 'كتبا';
  return feminine ? 'كتبن' : 'كتبوا';
}

/** Names that say «أخبار …» follow «من» by themselves; the others are places: «في الاقتصاد». */
function fromSection(section: string): string {
  return section.startsWith('أخبار') ? `من ${section}` : `في ${section}`;
}

function inUnits(bytes: number): string {
  if (bytes < 1000) return `${bytes} بايت`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} كيلوبايت`;
  return `${Number((bytes / 1e6).toFixed(1))} ميغابايت`;
}

/** What an import left alone, because it was there. */
const keptFiles: NounForms = {
  zero: 'لم يكن من الملفات شيء موجودًا من قبل.',
  one: 'ملف واحد كان موجودًا من قبل، فلم يُمسّ.',
  two: 'ملفان كانا موجودين من قبل، فلم يُمسّا.',
  few: '# ملفات كانت موجودة من قبل، فلم تُمسّ.',
  many: '# ملفًا كانت موجودة من قبل، فلم تُمسّ.',
  other: '# ملف كانت موجودة من قبل، فلم تُمسّ.',
};

/** What an editor has to look at after an import: the beginning of a sentence that ends in the name of a file. */
const importNotes: NounForms = {
  zero: 'جاء كل شيء كما كان.',
  one: 'شيء واحد يحتاج إلى نظرك، وهو مذكور في:',
  two: 'شيئان يحتاجان إلى نظرك، وهما مذكوران في:',
  few: '# أشياء تحتاج إلى نظرك، وهي مذكورة في:',
  many: '# شيئًا تحتاج إلى نظرك، وهي مذكورة في:',
  other: '# شيء تحتاج إلى نظرك، وهي مذكورة في:',
};

/**
 * Every word of the interface, by the place that shows it. Each value is a whole sentence or label, or a function from
 * data to one; numbers are written in the `digits` given, and in 0-9 on the command line.
 */
export const strings = {
  skipLink: 'تخطَّ إلى المحتوى',

  /** The text of `<title>`: «عنوان الصفحة – اسم الموقع». */
  documentTitle: (page: string, site: string): string => (page === site ? site : `${page} – ${site}`),

  navigation: {
    home: 'الصفحة الرئيسية',
    sections: 'الأقسام',
    allSections: 'كل الأقسام',
    menu: 'القائمة',
    search: 'البحث',
    archive: 'الأرشيف',
    tools: 'أدوات القراءة',
    footer: 'روابط الموقع',
    breadcrumbs: 'موضع هذه الصفحة من الموقع',
  },

  front: {
    topStories: 'أبرز الأخبار',
    latest: 'آخر الأخبار',
    wholeSection: (section: string): string => `كل الجديد ${fromSection(section)}`,
    empty: 'لم يُنشر شيء بعد. عد قريبًا.',
  },

  article: {
    /** Said before the names to those who cannot see them: the article's authors, who published it. */
    authorsLabel: (authors: readonly Person[]): string => {
      const feminine = authors.every(({ gender }) => gender === 'female');
      if (authors.length === 1) return feminine ? 'الكاتبة' : 'الكاتب';
      if (authors.length === 2) return feminine ? 'الكاتبتان' : 'الكاتبان';
      return feminine ? 'الكاتبات' : 'الكتّاب';
    },
    authors: (authors: readonly Person[]): string => joinNames(authors),
    sectionLabel: 'القسم',
    kickerLabel: 'العنوان التمهيدي',
    /**
     * Who reported the story: «كتب – فلان الفلاني:», «كتبتا – فلانة وفلانة:», «كتبوا – فلان وفلانة وفلان:».
     * One man among women makes the verb masculine. A dateline comes first: «القاهرة – كتبت فلانة:». Several reporters
     * keep their dash after it, «القاهرة – كتبا – فلان وفلانة:», because a verb in the dual or plural cannot stand right
     * before its subject. A dateline alone is «القاهرة:»; with neither the byline is empty.
     */
    byline: (reporters: readonly Person[], dateline?: string): string => {
      if (reporters.length === 0) return dateline ? `${dateline}:` : '';
      const verb = wroteVerb(reporters);
      const names = joinNames(reporters);
      if (!dateline) return `${verb} – ${names}:`;
      return reporters.length === 1 ? `${dateline} – ${verb} ${names}:` : `${dateline} – ${verb} – ${names}:`;
    },
    published: 'نُشر',
    /** The label as the newsroom prints it, with its space before the colon. */
    lastUpdated: 'آخر تحديث :',
    /** «آخر تحديث : منذ أسبوعين». */
    lastUpdatedAt: (when: string): string => `آخر تحديث : ${when}`,
    hijriDate: (date: string): string => `${date} (تقريبي)`,
    readingTime: (minutes: number, digits: DigitSystem): string =>
      countNoun(minutes, countedNouns.minutesToRead, digits),
    source: (name: string): string => `المصدر: ${name}`,
    sourceLabel: 'المصدر',
    tags: 'وسوم المقال',
    contents: 'في هذا المقال',
  },

  shortLink: {
    label: 'رابط مختصر',
    copy: 'نسخ الرابط',
    copied: 'تم النسخ',
    copyFailed: 'تعذّر النسخ. حُدِّد الرابط لتنسخه بنفسك.',
  },

  share: {
    heading: 'شارك المقال',
    networks: shareNetworks,
    /** The accessible name of a share link: «شارك عبر واتساب». */
    via: (network: keyof typeof shareNetworks): string =>
      network === 'mail' ? 'شارك عبر البريد الإلكتروني' : `شارك عبر ${shareNetworks[network]}`,
    system: 'مشاركة…',
    systemLabel: 'شارك عبر تطبيقات جهازك',
  },

  comments: {
    heading: 'التعليقات',
    leave: 'اترك تعليق',
    note: 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *',
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    comment: 'التعليق',
    requiredMark: '*',
    submit: 'إرسال التعليق',
    terms: 'شروط التعليق :',
    closed: 'التعليقات مغلقة',
    count: (count: number, digits: DigitSystem): string => countNoun(count, countedNouns.comments, digits),
    /** Where the form has no field for an e-mail address. */
    noteWithoutEmail: 'الحقول الإلزامية مشار إليها بـ *',
    moderated: 'يقرأ محرّر كل تعليق قبل نشره.',
    needsScript: 'يحتاج إرسال التعليق إلى تفعيل جافاسكربت في متصفحك.',
    remember: 'احفظ اسمي وبريدي في هذا المتصفح لتعليقي المقبل.',
    rememberName: 'احفظ اسمي في هذا المتصفح لتعليقي المقبل.',
    /** A field that people do not see and programs fill in. */
    trap: 'اترك هذا الحقل فارغًا',
    toForm: 'إلى نموذج التعليق',
    reader: 'قارئ',
    staff: 'التحرير',
    pinned: 'اختيار المحرّر',
    pending: 'بانتظار المراجعة',
    /** The label of a comment's article: «تعليق سلمى». */
    by: (author: string): string => `تعليق ${author}`,
    reply: 'رد',
    /** The accessible name of the button: «رد على سلمى». */
    replyTo: (author: string): string => `رد على ${author}`,
    /** Before the name of whom a comment answers. */
    answering: 'رد على',
    cancelReply: 'إلغاء الرد',
    order: 'ترتيب التعليقات',
    newest: 'الأحدث أولًا',
    oldest: 'الأقدم أولًا',
    more: 'المزيد من التعليقات',
    /** What the section says while it works: travels to the browser as JSON. */
    live: {
      count: countedNouns.comments,
      sending: 'يجري إرسال تعليقك…',
      restored: 'استعدنا نص تعليقك الذي لم يُرسل.',
      restoredSent: 'أُرسل هذا النص من قبل. إن كان تعليقك قد وصل فاحذفه من هنا.',
      needsEmail: 'استعدنا نص تعليقك الذي لم يُرسل. اكتب بريدك الإلكتروني ثم أرسله.',
      stale: 'تعذّر تحميل التعليقات الجديدة. تعرض الصفحة ما حُفظ عند نشرها.',
    },
    /** What became of a comment; without scripts too, since the server sends the reader back to the sentence. */
    outcomes: {
      pending: 'وصل تعليقك، ويظهر بعد مراجعة الإدارة.',
      published: 'نُشر تعليقك.',
    },
    failures: {
      'name-required': 'اكتب اسمك.',
      'name-too-long': 'الاسم طويل. اختصره إلى 80 حرفًا.',
      'name-refused': 'لا تقبل الخدمة هذا الاسم. اكتب اسمًا آخر من حروف وأرقام.',
      'email-required': 'اكتب بريدك الإلكتروني. لن يُنشر.',
      'email-invalid': 'البريد الإلكتروني غير صحيح. اكتب مثل name@example.com',
      'text-required': 'اكتب تعليقك أولًا.',
      'text-too-long': 'التعليق أطول مما تقبله الخدمة. اختصره ثم أرسله.',
      'too-many-links': 'في التعليق أكثر من ثلاثة روابط. احذف بعضها.',
      duplicate: 'سبق أن أرسلت هذا التعليق نفسه.',
      'rate-limit': 'أرسلت تعليقًا قبل لحظات. انتظر دقيقة ثم أعد الإرسال.',
      closed: 'أُغلق باب التعليق على هذا المقال.',
      refused: 'رفضت الخدمة هذا التعليق. راجع شروط التعليق.',
      'parent-gone': 'حُذف التعليق الذي ترد عليه. ألغِ الرد ثم أرسل تعليقك.',
      offline: 'لا يوجد اتصال بالإنترنت. حفظنا نص تعليقك على جهازك، وسنعيد الإرسال عند عودة الاتصال.',
      timeout: 'تأخرت خدمة التعليقات في الرد. نص تعليقك محفوظ على جهازك، وسنعيد الإرسال بعد قليل.',
      down: 'خدمة التعليقات متوقفة مؤقتًا. نص تعليقك محفوظ على جهازك، وسنعيد الإرسال حين تعود.',
      unknown: 'تعذّر إرسال التعليق. نص تعليقك محفوظ على جهازك، فأعد المحاولة.',
    } satisfies Record<CommentFailure, string>,
    frame: {
      open: 'اعرض التعليقات',
      /** `host` is the name of the service's server. */
      notice: (host: string): string => `تُعرض التعليقات من خدمة ${host}، ولا يتصل متصفحك بها قبل أن تطلبها.`,
    },
  },

  /** What `npm run comments` says. */
  commentSnapshot: {
    none: 'لا خدمة في site.yaml تُجلب منها التعليقات. الخدمات هي waline وisso وremark42.',
    done: ({
      threads,
      fetched,
      changed,
      comments,
      seconds,
    }: Record<'threads' | 'fetched' | 'changed' | 'comments' | 'seconds', number>): string =>
      [
        `سُئلت الخدمة عن ${countNoun(threads, inGenitive.threads, 'latn')}.`,
        fetched === 0
          ? 'لم تُجلب منها تعليقات.'
          : `جُلبت تعليقات ${countNoun(fetched, inGenitive.threads, 'latn')}، ${countNoun(changed, commentFilesChanged, 'latn')}.`,
        `في الأرشيف ${countNoun(comments, countedNouns.comments, 'latn')}.`,
        `استغرق ذلك ${countNoun(seconds, inGenitive.seconds, 'latn')}.`,
      ].join(' '),
    failed: (count: number): string => countNoun(count, threadsFailed, 'latn'),
  },

  related: {
    heading: 'أخبار ذات صلة',
    /** «المزيد من أخبار العالم», «المزيد في الاقتصاد». */
    moreFrom: (section: string): string => `المزيد ${fromSection(section)}`,
  },

  counts: {
    articles: (count: number, digits: DigitSystem): string => countNoun(count, countedNouns.articles, digits),
    results: (count: number, digits: DigitSystem): string => countNoun(count, countedNouns.results, digits),
    words: (count: number, digits: DigitSystem): string => countNoun(count, countedNouns.words, digits),
    images: (count: number, digits: DigitSystem): string => countNoun(count, countedNouns.images, digits),
  },

  paging: {
    label: 'التنقل بين الصفحات',
    older: 'الأقدم',
    newer: 'الأحدث',
    oldest: 'الصفحة الأولى: الأقدم',
    newest: 'أحدث المقالات',
    page: (number: number, digits: DigitSystem): string => `الصفحة ${formatDigits(number, digits)}`,
    /** Added to the title of every page of a list but its first. */
    titleOfPage: (title: string, number: number, digits: DigitSystem): string =>
      `${title}، الصفحة ${formatDigits(number, digits)}`,
  },

  archive: {
    title: 'الأرشيف',
    description: (site: string): string => `كل ما نشره موقع ${site}، شهرًا بعد شهر.`,
    months: 'شهور الأرشيف',
    year: (year: number, digits: DigitSystem): string => `سنة ${formatDigits(year, digits)}`,
  },

  month: {
    /** `month` is already printed: «يناير 2022». */
    title: (month: string): string => `أخبار ${month}`,
    description: (month: string, site: string): string => `كل ما نشره موقع ${site} في ${month}.`,
    previous: (month: string): string => `الشهر السابق: ${month}`,
    next: (month: string): string => `الشهر التالي: ${month}`,
  },

  tag: {
    kicker: 'وسم',
    title: (tag: string): string => `الوسم: ${tag}`,
    description: (tag: string, site: string): string => `كل ما نشره موقع ${site} تحت وسم «${tag}».`,
  },

  category: {
    description: (section: string, site: string): string => `آخر المقالات في قسم «${section}» من موقع ${site}.`,
    empty: 'لم يُنشر شيء في هذا القسم بعد.',
  },

  author: {
    articlesBy: (name: string): string => `مقالات ${name}`,
    description: (name: string, site: string): string => `كل مقالات ${name} في موقع ${site}.`,
    about: (name: string): string => `نبذة عن ${name}`,
    email: ({ name, gender }: Person): string => (gender === 'female' ? `راسل الكاتبة ${name}` : `راسل الكاتب ${name}`),
    links: (name: string): string => `${name} على الشبكة`,
    empty: 'لا مقالات منشورة بهذا الاسم بعد.',
  },

  search: {
    title: 'البحث',
    description: (site: string): string => `ابحث في كل ما نشره موقع ${site}.`,
    label: 'ابحث في الموقع',
    placeholder: 'كلمة أو اسم أو عبارة',
    submit: 'ابحث',
    results: 'نتائج البحث',
    withoutScript: 'يحتاج البحث إلى تفعيل جافاسكربت في متصفحك. تستطيع من دونه أن تتصفح الأرشيف والأقسام.',
    completions: 'ما قد تريد كتابته',
    hint: 'اكتب الكلمة كما يتيسر لك: بهمزات أو من دونها، مفردةً أو مجموعة. والعبارة بين علامتي تنصيص تُبحث بلفظها.',
    narrowing: 'تضييق النتائج وترتيبها',
    filters: {
      section: { label: 'القسم', all: 'كل الأقسام' },
      author: { label: 'الكاتب', all: 'كل الكتّاب' },
      year: { label: 'السنة', all: 'كل السنوات' },
      tag: { label: 'الوسم', all: 'كل الوسوم' },
    },
    sort: { label: 'الترتيب', relevance: 'الأقرب إلى ما كتبت', date: 'الأحدث أولًا' },
    reset: 'ألغِ التضييق',
    near: { heading: 'نتائج قريبة', explanation: 'فيها بعض كلماتك، أو كلمات تشبهها.' },
    /** What the search page says while it works: travels to the browser as JSON in `data-words`. */
    live: {
      searching: 'يجري البحث…',
      failed: 'تعذّر البحث. تأكد من اتصالك بالشبكة ثم حاول مرة أخرى.',
      exact: {
        zero: 'لا نتائج. جرّب كلمة أخرى، أو كلمات أقل.',
        one: 'نتيجة واحدة.',
        two: 'نتيجتان.',
        few: '# نتائج.',
        many: '# نتيجةً.',
        other: '# نتيجة.',
      },
      followedByNear: {
        zero: 'وليس في آخر القائمة نتائج قريبة.',
        one: 'وفي آخر القائمة نتيجة قريبة واحدة.',
        two: 'وفي آخر القائمة نتيجتان قريبتان.',
        few: 'وفي آخر القائمة # نتائج قريبة.',
        many: 'وفي آخر القائمة # نتيجةً قريبة.',
        other: 'وفي آخر القائمة # نتيجة قريبة.',
      },
      onlyNear: {
        zero: 'لا نتيجة تطابق ما كتبت تمامًا، ولا نتيجة قريبة منه.',
        one: 'لا نتيجة تطابق ما كتبت تمامًا، وهذه نتيجة قريبة منه.',
        two: 'لا نتيجة تطابق ما كتبت تمامًا، وهاتان نتيجتان قريبتان منه.',
        few: 'لا نتيجة تطابق ما كتبت تمامًا، وهذه # نتائج قريبة منه.',
        many: 'لا نتيجة تطابق ما كتبت تمامًا، وهذه # نتيجةً قريبة منه.',
        other: 'لا نتيجة تطابق ما كتبت تمامًا، وهذه # نتيجة قريبة منه.',
      },
      nothingInFilters: 'لا نتائج فيما اخترت. وسّع اختيارك أو ألغِه.',
      didYouMean: 'هل تقصد «#»؟',
    },
    more: 'المزيد من النتائج',
  },

  notFound: {
    title: 'الصفحة غير موجودة',
    explanation: 'لا شيء في هذا العنوان. ربما كُتب ناقصًا، أو حُذفت الصفحة.',
    searchInvitation: 'ابحث عما كنت تريد قراءته:',
    sectionsInvitation: 'أو ابدأ من أحد الأقسام:',
    home: 'العودة إلى الصفحة الرئيسية',
  },

  theme: {
    label: 'المظهر',
    light: 'فاتح',
    dark: 'داكن',
    auto: 'تلقائي',
    /** The names of the one button that goes through the three, by the theme now chosen. */
    current: { light: 'المظهر: فاتح', dark: 'المظهر: داكن', auto: 'المظهر: تلقائي' },
  },

  textSize: {
    label: 'حجم الخط',
    larger: 'تكبير الخط',
    smaller: 'تصغير الخط',
    reset: 'حجم الخط المعتاد',
    /** Announced after a change, by the step now in force. */
    current: {
      '-1': 'حجم الخط: صغير',
      '0': 'حجم الخط: معتاد',
      '1': 'حجم الخط: كبير',
      '2': 'حجم الخط: كبير جدًا',
      '3': 'حجم الخط: الأكبر',
    },
  },

  image: {
    /** Said before a caption or a credit to those who cannot see where it stands. */
    captionPrefix: 'التعليق على الصورة، ',
    creditPrefix: 'صدر الصورة، ',
    gallery: 'معرض صور',
    portraitOf: (name: string): string => `صورة ${name}`,
  },

  banner: {
    draft: 'مسودة: لا يظهر هذا المقال في الموقع المنشور.',
    future: (date: string): string => `مؤجَّل: يظهر هذا المقال في الموقع المنشور ابتداءً من ${date}.`,
    draftMark: 'مسودة',
    futureMark: 'مؤجَّل',
  },

  video: {
    play: 'شغّل الفيديو',
    playTitled: (title: string): string => `شغّل الفيديو: ${title}`,
    notice: 'يُعرض الفيديو من موقع يوتيوب، ولا يتصل متصفحك به قبل أن تشغّله.',
  },

  factBox: 'معلومات',
  timeline: 'تسلسل الأحداث',

  footnotes: {
    heading: 'الهوامش',
    back: (number: number | string, digits: DigitSystem): string =>
      `العودة إلى موضع الهامش ${formatDigits(number, digits)}`,
  },

  /** Said after a link that leaves the site. */
  externalLink: '، رابط خارجي',

  feed: {
    title: 'خلاصات الأخبار',
    link: 'تابع الموقع عبر RSS',
    linkShort: 'خلاصة RSS',
    linkTo: (what: string): string => `تابع «${what}» عبر RSS`,
    explanation:
      'هذه خلاصة يقرؤها برنامج لمتابعة الأخبار. انسخ عنوانها إلى برنامجك ليصلك كل جديد من دون بريد ولا حساب.',
    originalArticle: 'اقرأ المقال في موقعه',
    /** On the page for people, above the list of addresses. */
    invitation:
      'الخلاصة ملف يجدده الموقع كلما نشر، ويقرؤه برنامج لمتابعة الأخبار. انسخ عنوان ما تريد متابعته إلى برنامجك ليصلك جديده كاملًا من دون بريد ولا حساب.',
    groups: { site: 'الموقع كله', category: 'الأقسام', author: 'الكتّاب', tag: 'الوسوم' },
    formats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },
    copyAddressOf: (name: string): string => `انسخ عنوان خلاصة «${name}»`,
    copiedAddressOf: (name: string): string => `نُسخ عنوان خلاصة «${name}».`,
    all: 'كل الخلاصات في ملف واحد (OPML) يستورده برنامجك',
  },

  footer: {
    rights: (site: string): string => `جميع الحقوق محفوظة – ${site}`,
    backToTop: 'العودة إلى أعلى الصفحة',
  },

  redirect: {
    moved: (title: string): string => `انتقل هذا المقال إلى عنوان آخر: ${title}`,
    follow: 'افتح المقال في عنوانه الجديد',
  },

  print: {
    shortLink: (url: string): string => `الرابط المختصر: ${url}`,
  },

  /** Of commands, in one line. */
  cacheRenewed: 'وُجدت الذاكرة المخبأة تالفة أو لبرنامج آخر، فحُذفت ويُصنع ما كان فيها من جديد.',

  build: {
    /** «بُني الموقع: 26 مقالًا في 84 صفحةً، خلال 3.2 ثانية، وحجمه 2.4 ميغابايت.» */
    done: (made: { articles: number; pages: number; seconds: number; bytes: number }): string => {
      const seconds = made.seconds < 10 ? Number(made.seconds.toFixed(1)) : Math.round(made.seconds);
      return `بُني الموقع: ${countNoun(made.articles, countedNouns.articles, 'latn')} في ${countNoun(made.pages, inGenitive.pages, 'latn')}، خلال ${countNoun(seconds, inGenitive.seconds, 'latn')}، وحجمه ${inUnits(made.bytes)}.`;
    },
    /** «جُدِّدت صفحتان، وبقيت 11187 صفحةً على حالها، ولم تُحذف أي صفحة.» */
    pages: (made: { rendered: number; reused: number; removed: number }): string =>
      `${countNoun(made.rendered, pagesBuilt.rendered, 'latn')}، ${countNoun(made.reused, pagesBuilt.reused, 'latn')}، ${countNoun(made.removed, pagesBuilt.removed, 'latn')}.`,
    /** «تغيّرت 3 ملفات عما نُشر من قبل، وهي مذكورة في: …/changed-files.txt» */
    changedFiles: (count: number, list: string): string =>
      count === 0 ? countNoun(0, filesChanged, 'latn') : `${countNoun(count, filesChanged, 'latn')} ${list}`,
    stages: { reading: 'قراءة المقالات', writing: 'إخراج ملفات الموقع' },
    /** «قراءة المقالات: 512 من 10134، ويبقى نحو دقيقتين.» */
    progress: (stage: string, done: number, total: number, seconds: number): string => {
      const counted = `${stage}: ${done} من ${total}`;
      if (done === total) return `${counted}.`;
      if (seconds < 1) return `${counted}، ويكاد ينتهي.`;
      const remaining =
        seconds < 90
          ? countNoun(Math.round(seconds), inGenitive.seconds, 'latn')
          : countNoun(Math.round(seconds / 60), inGenitive.minutes, 'latn');
      return `${counted}، ويبقى نحو ${remaining}.`;
    },
    badHostFile: (file: string): string =>
      `لا يُقرأ «${file}» كما يقرؤه المضيف، فلا تُضاف إليه قواعد الموقع. صحّح صيغة JSON فيه، أو احذفه.`,
    noShard: (directory: string): string =>
      `ليس في المجلد ${directory} جزء من الموقع. يُبنى الجزء بالأمر: npm run build -- --years 2019..2021 --shard ${directory}`,
    usage:
      'لا يُعرف ما كُتب بعد الأمر. يُكتب هكذا: npm run build -- --years 2019..2021 --shard part-1، ثم npm run build -- --join part-1 --join part-2',
    badYears: (written: string): string => `لا تُقرأ السنوات «${written}». اكتبها هكذا: 2019..2021 أو 2024.`,
    outputHoldsSources: (directory: string): string =>
      `لا يُبنى الموقع في المجلد ${directory} لأن فيه ملفات المحتوى أو البرنامج، والبناء يحذف ما ليس من الموقع. اختر مجلدًا غيره في OUT_DIR.`,
    size: inUnits,
    failed: 'لم يُبنَ الموقع.',
    brokenLinks: (count: number): string => countNoun(count, countedNouns.brokenLinks, 'latn'),
    brokenLink: (page: string, link: string): string => `في الصفحة ${page} رابط لا يؤدي إلى شيء: ${link}`,
    brokenFragment: (page: string, link: string): string =>
      `في الصفحة ${page} رابط إلى موضع لا وجود له في صفحته: ${link}`,
  },

  host: {
    tooManyFiles: (host: string, count: number, limit: number): string =>
      `في الموقع ${countNoun(count, hostedFiles, 'latn')}، ولا يقبل ${host} أكثر من ${countNoun(limit, inGenitive.files, 'latn')}.`,
    tooLargeFile: (host: string, file: string, bytes: number, limit: number): string =>
      `حجم الملف ${file} ${inUnits(bytes)}، ولا يقبل ${host} ملفًا أكبر من ${inUnits(limit)}.`,
    tooLargeSite: (host: string, bytes: number, limit: number): string =>
      `حجم الموقع ${inUnits(bytes)}، ولا يقبل ${host} موقعًا أكبر من ${inUnits(limit)}.`,
    /** «الصور: 5210», in a list of what the files are. */
    part: (part: keyof typeof hostedParts, count: number): string => `${hostedParts[part]}: ${count}`,
    raiseLimit: (host: string): string =>
      `إن كانت خطتك تقبل أكثر من ذلك فاكتب في site.yaml ما تقبله، مثل: host: { name: ${host}, files: 100000 }`,
    fewerCards: 'ولتقلّ بطاقات المشاركة اكتب فيه: share-cards: sections',
    chooseAnother: 'وإلا فاختر مضيفًا لا يحدّ عدد الملفات، مثل netlify أو خادم عندك.',
    makeSmaller: 'صغّر الصور في مجلد المحتوى، أو اختر مضيفًا آخر.',
  },

  check: {
    error: 'خطأ',
    fixable: 'يُصلَح',
    warning: 'تنبيه',
    errors: (count: number): string => countNoun(count, checkErrors, 'latn'),
    /** «على النصوص 12 ملاحظةً. 8 منها يصلحها الأمر: npm run check -- --fix» */
    findings: (count: number, fixable: number): string => {
      const noted = countNoun(count, checkFindings, 'latn');
      if (fixable === 0) return noted;
      return `${noted} ${countNoun(fixable, count === fixable ? allFixable : someFixable, 'latn')}`;
    },
    filesFixed: (count: number): string => countNoun(count, filesFixed, 'latn'),
    usage: (formats: readonly string[]): string =>
      `لا يُعرف ما كُتب بعد الأمر. يُكتب هكذا: npm run check -- --fix --format ${formats.join('|')}`,
    unknownFormat: (format: string, known: readonly string[]): string =>
      `لا يُكتب التقرير بالصيغة «${format}». الصيغ: ${known.join('، ')}.`,
    idsWritten: (count: number): string =>
      count === 0
        ? 'لكل مقال معرّف، ولم يتغير أي ملف.'
        : `كُتب المعرّف (id) في ${countNoun(count, inGenitive.files, 'latn')}.`,
  },

  announce: {
    usage: 'لا يُعرف ما كُتب بعد الأمر. يُكتب هكذا: npm run announce، أو npm run announce -- --send',
    nobody:
      'ليس في site.yaml من يُخبَر بالجديد. اكتب «hub» داخل «feeds» لموزّع WebSub، أو «indexnow-key» داخل «announce» لمحركات البحث.',
    nothingNew: 'لا جديد يُخبَر به منذ آخر مرة.',
    /** «يُخبَر https://hub.example/ بتغيّر 3 خلاصات:» */
    feedsFor: (count: number, service: string): string =>
      `يُخبَر ${service} بتغيّر ${countNoun(count, inGenitive.feeds, 'latn')}:`,
    pagesFor: (count: number, service: string): string =>
      `يُخبَر ${service} بتغيّر ${countNoun(count, inGenitive.pages, 'latn')}:`,
    rehearsal: 'هذه تجربة، ولم يُرسَل شيء. للإرسال نفّذ: npm run announce -- --send',
    accepted: (service: string, attempts: number): string =>
      attempts === 1
        ? `قبِل ${service} الخبر.`
        : `قبِل ${service} الخبر بعد ${countNoun(attempts, inGenitive.attempts, 'latn')}.`,
    refused: (service: string, status: number, reason: string, attempts: number): string =>
      `رفض ${service} الخبر بعد ${countNoun(attempts, inGenitive.attempts, 'latn')}، وجوابه ${status}: ${reason}. يُعاد في المرة القادمة.`,
    unreachable: (service: string, reason: string, attempts: number): string =>
      `لم يُجب ${service} بعد ${countNoun(attempts, inGenitive.attempts, 'latn')}: ${reason}. يُعاد في المرة القادمة.`,
  },

  serve: {
    installing: 'يجري تثبيت ما ينقص…',
    building: 'يجري بناء الموقع…',
    ready: (address: string): string => `الموقع جاهز، افتحه في متصفحك: ${address}`,
    stop: 'لإيقافه اضغط Ctrl+C',
  },

  newArticle: {
    intro: 'مقال جديد',
    title: 'ما عنوان المقال؟',
    titlePlaceholder: 'جملة واحدة، بلا نقطة في آخرها',
    flagMissing: (flag: string): string => `لا سائل هنا ولا مجيب: أضف --${flag} إلى الأمر.`,
    titleMissing: 'لا بد للمقال من عنوان.',
    author: 'من ينشره؟',
    authorUnknown: (id: string, known: readonly string[]): string =>
      `لا كاتب بالمعرّف «${id}». المعروفون: ${known.join('، ')}.`,
    authorsMissing: 'لا كتّاب في الموقع بعد. أضف ملفًا إلى authors ثم أعد المحاولة.',
    category: 'في أي قسم؟',
    categoryUnknown: (id: string, known: readonly string[]): string =>
      `لا قسم بالمعرّف «${id}». المعروفة: ${known.join('، ')}.`,
    categoriesMissing: 'لا أقسام في الموقع بعد. أضف ملفًا إلى categories ثم أعد المحاولة.',
    reporter: 'من كتب الخبر؟ (اختياري)',
    summary: 'ما خلاصته في جملة؟ (اختياري)',
    format: 'ما نوع الملف؟',
    formatMarkdown: 'نص عادي (md)',
    formatMdx: 'نص فيه معرض صور أو تسلسل زمني أو فيديو (mdx)',
    draft: 'هل هو مسودة؟',
    yes: 'نعم',
    no: 'لا',
    created: (file: string): string => `أُنشئ المقال في الملف: ${file}`,
    next: 'شغّل npm run dev لتراه وأنت تكتب.',
    exists: (file: string): string => `الملف موجود من قبل، ولم يُمسّ: ${file}`,
    cancelled: 'أُلغي الأمر، ولم يُنشأ شيء.',
  },

  importer: {
    usage:
      'اكتب بعد الأمر ملف التصدير من ووردبريس: npm run import -- export.xml، وبعده إن شئت مجلد الصور: --uploads wp-content/uploads',
    noFile: (file: string): string => `لا ملف هنا: ${file}`,
    notAnExport: (file: string): string =>
      `ليس ${file} ملف تصدير من ووردبريس. صدّره من لوحة التحكم: «أدوات»، ثم «تصدير»، ثم «كل المحتوى».`,
    fetching: 'جلب الصور',
    done: (
      counts: Record<'articles' | 'drafts' | 'pages' | 'authors' | 'categories' | 'comments', number>,
      directory: string,
    ): string =>
      [
        `جاء من ووردبريس إلى ${directory}:`,
        `المقالات: ${counts.articles}، والمسودات منها: ${counts.drafts}`,
        `الصفحات: ${counts.pages}`,
        `الكتّاب: ${counts.authors}`,
        `الأقسام: ${counts.categories}`,
        `التعليقات: ${counts.comments}`,
      ].join('\n  '),
    settled: (timeZone: string): string =>
      `كُتبت الإعدادات في site.yaml. المنطقة الزمنية ${timeZone} مستنتجة من أوقات النشر، وعنوان الموقع هو القديم. صحّحهما إن لم يكونا كذلك.`,
    kept: (count: number): string => countNoun(count, keptFiles, 'latn'),
    notes: (count: number, file: string): string => `${countNoun(count, importNotes, 'latn')} ${file}`,
    next: 'انظر إلى ما جاء بالأمر npm run dev، ثم ابنِه بالأمر npm run build.',
    untitled: 'بلا عنوان',
    uncategorized: 'غير مصنف',
    desk: 'هيئة التحرير',
    titleMissing: 'ليس له عنوان في ووردبريس، فأُخذ من أول نصه. اكتب له عنوانًا.',
    password: 'كان محميًّا بكلمة مرور، فصار مسودة لئلا يقرأه كل الناس.',
    moved: (from: string): string => `كان عنوان هذه الصفحة ${from}، فحوّل القارئ منه في إعدادات المضيف.`,
    image: (address: string): string => `تعذّر جلب الصورة، وبقي مكانها وصفها: ${address}`,
    link: (address: string): string => `الرابط إلى ما ليس في هذا الموقع، فبقي نصه وحده: ${address}`,
    frame: (address: string): string => `إطار من موقع آخر صار رابطًا: ${address}`,
    program: (tag: string): string => `حُذف الوسم <${tag}>، لأنه يشغّل برنامجًا عند القارئ أو يرسل ما يكتبه.`,
    block: (name: string): string => `حُذفت مكوّنة يملؤها ووردبريس حين يعرض الصفحة: ${name}`,
    shortcode: (written: string): string => `حُذف رمز إضافة من إضافات ووردبريس، وبقي ما بين طرفيه: ${written}`,
  },
};
