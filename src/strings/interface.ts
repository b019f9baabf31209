import { andBefore } from '../lib/arabic/conjunction.ts';
import { type DigitSystem, formatDigits } from '../lib/arabic/digits.ts';
import { liveMarks, markKicker } from '../lib/arabic/live-marks.ts';
import { masculineOrdinal } from '../lib/arabic/ordinals.ts';
import { countNoun } from '../lib/arabic/plural.ts';
import type { CommentFailure } from '../lib/comments/comment.ts';
import { replaceLabels } from '../lib/replace-labels.ts';
import { countedNouns } from './nouns.ts';
import { siteLabels } from './site-labels.ts';

/**
 * A person whom a sentence names. Without a gender the sentence is masculine, as is usual in Arabic for an unknown
 * person.
 */
export interface Person {
  name: string;
  gender?: 'male' | 'female' | undefined;
}

interface Writer extends Person {
  isDesk?: true | undefined;
}

interface WrittenBy<Named extends Writer> {
  writers: readonly Named[];
  /** Whether the writers are named as reporters. */
  isReported: boolean;
  dateline?: string | undefined;
}

/** The names of the networks that an article can be shared on, by their keys in `site.yaml`. */
const shareNetworks = {
  whatsapp: 'واتساب',
  telegram: 'تلغرام',
  x: 'إكس',
  facebook: 'فيسبوك',
  mail: 'البريد',
};

/** A sentence with people in it, whose names a page may link to their pages. */
export type Sentence<Named extends Person> = (string | Named)[];

/** Returns a sentence as text. */
export function plainSentence(sentence: Sentence<Person>): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.name)).join('');
}

function joinPeople<Named extends Person>(people: readonly Named[]): Sentence<Named> {
  return people.flatMap((person, index) => (index === 0 ? [person] : [andBefore(person.name), person]));
}

/** Before its subject a verb is singular, and has the gender of the first of several people. */
function wroteBefore([first]: readonly Person[]): string {
  return first?.gender === 'female' ? 'كتبت' : 'كتب';
}

function whoWrote<Named extends Writer>({ writers, isReported, dateline }: WrittenBy<Named>): Sentence<Named> {
  if (writers.length === 0) return [];
  const signed = writers.some(({ isDesk }) => isDesk) ? 'إعداد' : 'بقلم';
  const place = dateline === undefined ? '' : `${dateline} – `;
  return [`${place}${isReported ? wroteBefore(writers) : signed} `, ...joinPeople(writers)];
}

/** Rounds a length to whole minutes: «12 دقيقةً», «ساعة واحدة ودقيقتان». */
function lengthInWords(seconds: number, digits: DigitSystem): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [
    ...(hours > 0 ? [countNoun(hours, countedNouns.hours, digits)] : []),
    ...(rest > 0 || hours === 0 ? [countNoun(rest, countedNouns.minutes, digits)] : []),
  ].join(' و');
}

/**
 * A name that begins with «أخبار» needs no «قسم» before it: «أخبار العالم». After «قسم» a name must be definite; of one
 * that is not, nobody can tell without knowing it («علوم», «مصر»), so that it is quoted: «قسم «علوم»».
 */
function sectionInSentence(name: string, definiteName: string | undefined): string {
  if (definiteName === undefined && name.startsWith('أخبار')) return name;
  return `قسم ${definiteName ?? (name.startsWith('ال') ? name : `«${name}»`)}`;
}

/**
 * All strings that readers see, grouped by the component that shows them. Each value is a whole sentence or label, or a
 * function that makes one from data. Functions write numbers in the digits that `digits` names. The key of each is in
 * `schema/labels.ts` too, because owners replace words by their keys.
 */
const words = {
  skipLink: 'تخطَّ إلى المحتوى',

  /** The text of `<title>`: «عنوان الصفحة – اسم الموقع». */
  documentTitle: (page: string, site: string): string => (page === site ? site : `${page} – ${site}`),

  navigation: {
    sections: 'الأقسام',
    allSections: 'كل الأقسام',
    search: 'البحث',
    menu: 'القائمة',
    footer: 'روابط الموقع',
    home: 'الرئيسية',
    /** The accessible name of the breadcrumb. */
    trail: 'موضع الصفحة في الموقع',
  },

  breaking: {
    label: 'عاجل',
    /** The accessible name of the button is this word and the text of the alert. */
    close: 'إغلاق',
  },

  front: {
    latest: 'آخر الأخبار',
    /** Before the moment of the newest story or entry, in the masthead. */
    newest: 'أحدث ما نُشر:',
    pictures: 'بالصور',
    choice: 'اختيارات المحرر',
    blank: 'لا أخبار في الصفحة الآن.',
  },

  mostRead: {
    heading: 'الأكثر قراءة',
    /** The days that were counted: «من 23 إلى 30 نوفمبر», «يوم 30 نوفمبر». */
    period: (from: string, to: string): string => (from === to ? `يوم ${to}` : `من ${from} إلى ${to}`),
  },

  article: {
    /**
     * Who wrote the story. Reporters have a verb, which comes before them: «كتبت فلانة وفلان». Authors of a story without
     * reporters have none, since they may have published what nobody signed: «بقلم فلان وفلانة», or «إعداد قسم الثقافة» if
     * one of them is a desk. A dateline comes first: «القاهرة – كتبت فلانة». Without writers the sentence is empty.
     */
    byline: whoWrote,
    /** Who published what others wrote: «تحرير: فلان وفلانة». */
    editedBy: <Named extends Person>(editors: readonly Named[]): Sentence<Named> =>
      editors.length === 0 ? [] : ['تحرير: ', ...joinPeople(editors)],
    /**
     * What the text begins with, in the same line: «القاهرة – كتبت فلانة: » of reporters, «القاهرة – » of a dateline alone.
     * The writers of a story without reporters are named above it.
     */
    opening: <Named extends Writer>(byline: WrittenBy<Named>): Sentence<Named> => {
      const { writers, isReported, dateline } = byline;
      if (isReported && writers.length > 0) return [...whoWrote(byline), ': '];
      return dateline === undefined ? [] : [`${dateline} – `];
    },
    /** The same on a line of its own, above a text that begins with a heading or a picture. */
    openingAlone: <Named extends Writer>(byline: WrittenBy<Named>): Sentence<Named> => {
      const { writers, isReported, dateline } = byline;
      if (isReported && writers.length > 0) return whoWrote(byline);
      return dateline === undefined ? [] : [dateline];
    },
    lastUpdated: 'آخر تحديث:',
    readingTime: (minutes: number, digits: DigitSystem): string =>
      countNoun(minutes, countedNouns.minutesToRead, digits),
    sourceLabel: 'المصدر',
    /** The heading of the list of the text's headings. */
    contents: 'في هذا المقال',
    tags: 'وسوم المقال',
    /** The script of the page puts the years in the place of `#`: «عامين», «أربعة أعوام». */
    age: 'نُشر هذا الخبر قبل أكثر من #.',
  },

  live: {
    /** Marks a story in lists, above its headline and on its share card. */
    marks: liveMarks,
    /** «مباشر · ثقافة» */
    kicker: markKicker,
    heading: 'التغطية المباشرة',
    summary: 'خلاصة ما جرى',
    keyEvents: 'أبرز ما جرى',
    olderKeyEvents: 'أبرز ما جرى قبل ذلك',
    entries: 'التحديثات، والأحدث أولًا',
    isKey: 'حدث بارز',
    isPinned: 'مثبَّت',
    none: 'لم يصل تحديث بعد.',
    refresh: 'حدّث الصفحة',
    /** The button that brings in the entries that came while the page was open. */
    newEntries: countedNouns.newEntries,
    /** The same button, when they are in the page and out of sight. */
    toNewest: 'إلى أحدث التحديثات',
    closed: (day: string, time: string): string => `انتهت هذه التغطية، وكان آخر تحديث فيها يوم ${day} الساعة ${time}.`,
    closedEmpty: 'انتهت هذه التغطية.',
    /** Said on a page that was open when its coverage was taken from the site, beside the link of `refresh`. */
    gone: 'لم تعد هذه التغطية متاحة. حدّث الصفحة لترى ما حلّ محلّها.',
    /** «20 نوفمبر 2026، 14:05» */
    moment: (day: string, time: string): string => `${day}، ${time}`,
    share: 'رابط التحديث',
    /** The accessible name of the link begins with what is seen of it: «رابط التحديث، 14:05». */
    shareOf: (share: string, moment: string): string => `${share}، ${moment}`,
    toPlace: 'إلى موضعه بين التحديثات',
    older: 'التحديثات الأقدم',
    /** «من 09:10 إلى 12:40» */
    span: (from: string, to: string): string => `من ${from} إلى ${to}`,
    /** Shown beside the link to a numbered page, to a reader who followed the link of an entry on it. */
    isThere: 'التحديث الذي تطلبه في هذه الصفحة.',
    feed: 'تابع هذه التغطية عبر RSS',
    /** The title of a numbered page. */
    page: (title: string, number: number, digits: DigitSystem): string =>
      `${title} – الصفحة ${formatDigits(number, digits)} من التحديثات`,
    newer: 'التحديثات الأحدث',
    back: 'إلى آخر التحديثات',
  },

  shortLink: {
    label: 'رابط مختصر',
    copy: 'نسخ الرابط',
    copied: 'تم النسخ',
    copyFailed: 'تعذّر النسخ. حُدِّد الرابط لتنسخه بنفسك.',
  },

  gallery: {
    /** The accessible name of the dialog. */
    label: 'صور المقال',
    place: (number: string, count: string): string => `الصورة ${number} من ${count}`,
    previous: 'السابقة',
    next: 'التالية',
    close: 'إغلاق',
    failed: 'تعذّر تحميل الصورة.',
    /** The accessible name of the link around a picture. */
    enlarge: (description: string): string =>
      description === '' ? 'افتح الصورة كبيرةً' : `افتح الصورة كبيرةً: ${description}`,
  },

  /** The article read aloud by a person. */
  recording: {
    label: 'استمع إلى المقال',
    /** How long it is, and who reads it: «12 دقيقةً», «بصوت سلمى». */
    facts: (recording: { duration?: number; reader?: string }, digits: DigitSystem): string[] => [
      ...(recording.duration === undefined ? [] : [lengthInWords(recording.duration, digits)]),
      ...(recording.reader === undefined ? [] : [`بصوت ${recording.reader}`]),
    ],
  },

  /** The buttons that read an article aloud. */
  listen: {
    start: 'استمع',
    pause: 'أوقف مؤقتًا',
    resume: 'تابع الاستماع',
    stop: 'أنهِ الاستماع',
    failed: 'تعذّر الاستماع. اضغط الزر مرةً أخرى.',
  },

  print: {
    button: 'اطبع',
    /** On paper, before the short link. */
    address: 'المقال على الموقع:',
  },

  share: {
    heading: 'شارك المقال',
    networks: shareNetworks,
    /** The accessible name of a share link: «شارك عبر واتساب». `name` is that in `networks`. */
    via: (network: keyof typeof shareNetworks, name: string): string =>
      network === 'mail' ? 'شارك عبر البريد الإلكتروني' : `شارك عبر ${name}`,
    system: 'مشاركة…',
  },

  comments: {
    heading: 'التعليقات',
    leave: 'اترك تعليقًا',
    note: 'لن يُنشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *.',
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    comment: 'التعليق',
    submit: 'إرسال التعليق',
    terms: 'شروط التعليق:',
    closed: 'التعليقات مغلقة',
    count: (count: number, digits: DigitSystem): string => countNoun(count, countedNouns.comments, digits),
    /** For a form without a field for an e-mail address. */
    noteWithoutEmail: 'الحقول الإلزامية مشار إليها بـ *.',
    moderated: 'يقرأ محرّر كل تعليق قبل نشره.',
    needsScript: 'يحتاج إرسال التعليق إلى تفعيل جافاسكربت في متصفحك.',
    remember: 'احفظ اسمي وبريدي في هذا المتصفح لتعليقي المقبل.',
    rememberName: 'احفظ اسمي في هذا المتصفح لتعليقي المقبل.',
    /** The label of the honeypot: a hidden field that only spam programs fill in. */
    trap: 'اترك هذا الحقل فارغًا',
    toForm: 'إلى نموذج التعليق',
    reader: 'قارئ',
    staff: 'التحرير',
    pinned: 'اختيار المحرّر',
    pending: 'بانتظار المراجعة',
    /** The accessible name of a comment's `<article>`: «تعليق سلمى». */
    by: (author: string): string => `تعليق ${author}`,
    reply: 'رد',
    /** The accessible name of the button: «رد على سلمى». */
    replyTo: (author: string): string => `رد على ${author}`,
    /** Followed by the name of the person whom a comment answers. */
    answering: 'رد على',
    cancelReply: 'إلغاء الرد',
    order: 'ترتيب التعليقات',
    newest: 'الأحدث أولًا',
    oldest: 'الأقدم أولًا',
    more: 'المزيد من التعليقات',
    /** The messages of the comments script. The page carries them as JSON in `data-comments`. */
    live: {
      count: countedNouns.comments,
      sending: 'يجري إرسال تعليقك…',
      restored: 'استعدنا نص تعليقك الذي لم يُرسل.',
      restoredSent: 'أُرسل هذا النص من قبل. إن كان تعليقك قد وصل فاحذفه من هنا.',
      needsEmail: 'استعدنا نص تعليقك الذي لم يُرسل. اكتب بريدك الإلكتروني ثم أرسله.',
      stale: 'تعذّر تحميل التعليقات الجديدة. تعرض الصفحة ما حُفظ عند نشرها.',
    },
    /**
     * The outcomes of a sent comment. Without scripts, the comments service redirects the reader to a URL whose
     * fragment selects one of these sentences.
     */
    outcomes: {
      pending: 'وصل تعليقك، ويظهر بعد مراجعة الإدارة.',
      published: 'نُشر تعليقك.',
    },
    failures: {
      'name-required': 'اكتب اسمك.',
      'name-too-long': 'الاسم طويل. اختصره إلى 80 حرفًا.',
      'name-refused': 'لا تقبل الخدمة هذا الاسم. اكتب اسمًا آخر من حروف وأرقام.',
      'email-required': 'اكتب بريدك الإلكتروني. لن يُنشر.',
      'email-invalid': 'البريد الإلكتروني غير صحيح. اكتبه هكذا: name@example.com',
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
      /** `host` is the host name of the service. */
      notice: (host: string): string => `تُعرض التعليقات من خدمة ${host}، ولا يتصل متصفحك بها قبل أن تطلبها.`,
    },
  },

  related: {
    heading: 'أخبار ذات صلة',
    /** «المزيد من أخبار العالم», «المزيد من قسم الاقتصاد». */
    moreFrom: (section: string, definiteName?: string): string =>
      `المزيد من ${sectionInSentence(section, definiteName)}`,
  },

  author: {
    /** The heading of the index of all authors. */
    all: 'الكتّاب',
    /** Marks a story that the author published and others wrote. */
    edited: 'تحرير',
    /** How many stories an author wrote, where those that the author edited are counted too: «كتابة: 3 مقالات». */
    writtenCount: (count: number, digits: DigitSystem): string =>
      `كتابة: ${countNoun(count, countedNouns.articles, digits)}`,
    editedCount: (count: number, digits: DigitSystem): string =>
      `تحرير: ${countNoun(count, countedNouns.articles, digits)}`,
  },

  counts: {
    articles: (count: number, digits: DigitSystem): string => countNoun(count, countedNouns.articles, digits),
  },

  paging: {
    label: 'التنقل بين الصفحات',
    older: 'المقالات الأقدم',
    newer: 'المقالات الأحدث',
  },

  archive: {
    title: 'الأرشيف',
  },

  corrections: {
    title: 'التصويبات',
    explanation: 'ما صوّبناه في أخبارنا بعد نشرها، وما أوضحناه منها أو زدناه عليها، والأحدث أولًا.',
    kinds: { correction: 'تصويب', clarification: 'توضيح', update: 'تحديث' },
    /** The title of a correction in its feed: «تصويب: افتتاح الجسر». `kind` is one of `kinds`. */
    titled: (kind: string, headline: string): string => `${kind}: ${headline}`,
  },

  withdrawn: {
    title: 'سُحب هذا الخبر',
    explanation: (date: string): string => `سحبت الصحيفة هذا الخبر بعد نشره، في ${date}.`,
    /** Before the reason that the newsroom gives. */
    reason: 'السبب',
  },

  tag: {
    kicker: 'وسم',
    /** The heading of the index of all tags. */
    all: 'الوسوم',
  },

  series: {
    /** The heading of the page with all series. */
    all: 'الملفات',
    open: 'ملف مفتوح',
    closed: 'ملف مكتمل',
    /** Before the name of the newest article of a long series. */
    latest: 'أحدث الأجزاء:',
    /** The accessible name of the links to the articles before and after. */
    navigation: 'أجزاء الملف',
    earlier: 'الجزء السابق',
    later: 'الجزء التالي',
    earlierPage: 'الأجزاء السابقة',
    laterPage: 'الأجزاء التالية',
    /** Above the headline of an article: «ملف: أهل الحرفة». */
    titled: (title: string): string => `ملف: ${title}`,
    /** «الجزء 2 من 5», «الجزء 2 من 5 حتى الآن», or «الجزء 2» if it is not told how many there are. */
    place: (number: number, total: number | undefined, isClosed: boolean, digits: DigitSystem): string => {
      const of = total === undefined ? '' : ` من ${formatDigits(total, digits)}${isClosed ? '' : ' حتى الآن'}`;
      return `الجزء ${formatDigits(number, digits)}${of}`;
    },
    /** «الجزء الثاني»; after the ninety-ninth the number is written in digits. */
    ordinal: (number: number, digits: DigitSystem): string =>
      `الجزء ${masculineOrdinal(number) ?? formatDigits(number, digits)}`,
    count: (count: number, digits: DigitSystem): string => countNoun(count, countedNouns.partsOfSeries, digits),
  },

  search: {
    title: 'البحث',
    label: 'ابحث في الموقع',
    placeholder: 'كلمة أو اسم أو عبارة',
    submit: 'ابحث',
    results: 'نتائج البحث',
    withoutScript: 'يحتاج البحث إلى تفعيل جافاسكربت في متصفحك. تستطيع من دونه أن تتصفح الأرشيف والأقسام.',
    completions: 'ما قد تريد كتابته',
    hint: 'اكتب الكلمة كما يتيسر لك: بهمزات أو من دونها، مفردةً أو مجموعةً. والعبارة بين علامتي تنصيص تُبحث بلفظها.',
    narrowing: 'تضييق النتائج وترتيبها',
    filters: {
      section: { label: 'القسم', all: 'كل الأقسام' },
      author: { label: 'الكاتب', all: 'كل الكتّاب' },
      year: { label: 'السنة', all: 'كل السنوات' },
      tag: { label: 'الوسم', all: 'كل الوسوم' },
    },
    sort: { label: 'الترتيب', relevance: 'الأقرب إلى ما كتبت', date: 'الأحدث أولًا' },
    reset: 'ألغِ التضييق',
    /** The list above the stories, with the pages of what the query names: «صفحة الكاتبة هدى صالح، 3 مقالات». */
    entities: {
      label: 'صفحات بهذا الاسم',
      kinds: {
        author: 'صفحة الكاتب',
        femaleAuthor: 'صفحة الكاتبة',
        desk: 'إعداد',
        section: 'قسم',
        tag: 'وسم',
        series: 'ملف',
      },
    },
    near: { heading: 'نتائج قريبة', explanation: 'فيها بعض كلماتك، أو كلمات تشبهها.' },
    /** The messages of the search script. The page carries them as JSON in `data-words`. */
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
      relatives: {
        zero: 'وليس بعدها ما فيه صيغ أخرى لما كتبت.',
        one: 'وبعدها نتيجة واحدة فيها صيغ أخرى لما كتبت.',
        two: 'وبعدها نتيجتان فيهما صيغ أخرى لما كتبت.',
        few: 'وبعدها # نتائج فيها صيغ أخرى لما كتبت.',
        many: 'وبعدها # نتيجةً فيها صيغ أخرى لما كتبت.',
        other: 'وبعدها # نتيجة فيها صيغ أخرى لما كتبت.',
      },
      followedByNear: {
        zero: 'وليس في آخر القائمة نتائج قريبة.',
        one: 'وفي آخر القائمة نتيجة قريبة واحدة.',
        two: 'وفي آخر القائمة نتيجتان قريبتان.',
        few: 'وفي آخر القائمة # نتائج قريبة.',
        many: 'وفي آخر القائمة # نتيجةً قريبةً.',
        other: 'وفي آخر القائمة # نتيجة قريبة.',
      },
      onlyNear: {
        zero: 'لا نتيجة تطابق ما كتبت تمامًا، ولا نتيجة قريبة منه.',
        one: 'لا نتيجة تطابق ما كتبت تمامًا، وهذه نتيجة قريبة منه.',
        two: 'لا نتيجة تطابق ما كتبت تمامًا، وهاتان نتيجتان قريبتان منه.',
        few: 'لا نتيجة تطابق ما كتبت تمامًا، وهذه # نتائج قريبة منه.',
        many: 'لا نتيجة تطابق ما كتبت تمامًا، وهذه # نتيجةً قريبةً منه.',
        other: 'لا نتيجة تطابق ما كتبت تمامًا، وهذه # نتيجة قريبة منه.',
      },
      onlyEntities: {
        zero: 'لا نتائج. جرّب كلمة أخرى، أو كلمات أقل.',
        one: 'لا نتائج بين المقالات، وهذه صفحة بهذا الاسم.',
        two: 'لا نتائج بين المقالات، وهاتان صفحتان بهذا الاسم.',
        few: 'لا نتائج بين المقالات، وهذه # صفحات بهذا الاسم.',
        many: 'لا نتائج بين المقالات، وهذه # صفحةً بهذا الاسم.',
        other: 'لا نتائج بين المقالات، وهذه # صفحة بهذا الاسم.',
      },
      /** How many articles the page of an entity has. */
      articles: countedNouns.articles,
      nothingInFilters: 'لا نتائج فيما اخترت. وسّع اختيارك أو ألغِه.',
      didYouMean: 'هل تقصد «#»؟',
      readAs: 'هذه نتائج «#».',
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

  indexes: {
    /** The accessible name of the links to the letters of an index. */
    letters: 'الحروف',
    /** The heading of the names that begin with a digit or a sign. */
    others: 'أرقام',
  },

  theme: {
    label: 'المظهر',
    /** The buttons of the menu, after the label. */
    choices: { light: 'فاتح', dark: 'داكن', auto: 'تلقائي' },
    /** The accessible names of the button that switches between themes, by the chosen theme. */
    current: { light: 'المظهر: فاتح', dark: 'المظهر: داكن', auto: 'المظهر: تلقائي' },
  },

  textSize: {
    label: 'حجم الخط',
    larger: 'تكبير الخط',
    largerSign: 'ا+',
    smaller: 'تصغير الخط',
    smallerSign: 'ا-',
    /** Announced to screen readers after a change, by the new step. */
    current: {
      '-1': 'حجم الخط: صغير',
      '0': 'حجم الخط: معتاد',
      '1': 'حجم الخط: كبير',
      '2': 'حجم الخط: كبير جدًّا',
      '3': 'حجم الخط: الأكبر',
    },
  },

  saved: {
    title: 'القائمة المحفوظة',
    /** The button of an article, before and after. */
    save: 'احفظ',
    saved: 'محفوظ',
    explanation: 'ما تحفظه يبقى على هذا الجهاز وحده: لا يحتاج إلى حساب، ولا يعرفه الموقع ولا غيره.',
    needsScript: 'القائمة المحفوظة على جهازك أنت لا على الموقع، فلا تظهر إلا إذا شغّلت جافاسكربت في متصفحك.',
    worksOffline: 'ما في هذه القائمة يُفتح من دون اتصال بالشبكة.',
    empty: 'لم تحفظ شيئًا بعد. اضغط زر الحفظ في أي مقال ليُضاف إلى هذه القائمة.',
    noConnection: {
      title: 'لا اتصال',
      explanation: 'جهازك غير متصل بالشبكة، فلم تُفتح الصفحة التي طلبتها. يمكنك أن تقرأ ما حفظته:',
    },
    count: countedNouns.savedArticles,
    /** How far the reader has come, in per cent. */
    read: 'قُرئ منه #٪',
    readWhole: 'قُرئ كله',
    delete: 'احذف',
    deleteTitled: (title: string): string => `احذف «${title}» من القائمة`,
    deleteAll: 'احذف الكل',
    confirmDeleteAll: 'ستُحذف القائمة كلها من هذا الجهاز. هل تحذفها؟',
    withdrawn: (title: string): string => `لم يعد «${title}» منشورًا، فحُذف من قائمتك.`,
    /** Said after a press of the button. */
    added: 'حُفظ المقال في قائمتك.',
    addedOnlineOnly: 'حُفظ المقال في قائمتك، لكن متصفحك لا يفتحه من دون اتصال.',
    addedToFull: (oldest: string): string => `حُفظ المقال في قائمتك، وقد امتلأت، فخرج منها أقدم ما فيها: «${oldest}».`,
    removed: 'حُذف المقال من قائمتك.',
    failed: 'تعذّر الحفظ: متصفحك لا يسمح للموقع بأن يخزّن شيئًا على جهازك.',
    resume: 'تابع القراءة من حيث توقفت',
    close: 'إغلاق',
  },

  readerSettings: {
    label: 'ما يخص جهازك',
    dataSaver: 'توفير البيانات',
    dataSaverOn: 'لن تُحمَّل الصور حتى تطلبها.',
    dataSaverOff: 'تُحمَّل الصور من نفسها.',
    showPicture: 'أظهر الصورة',
    forget: 'احذف كل ما حفظه هذا الموقع على جهازك',
    confirmForget: 'سيُحذف من هذا الجهاز كل ما حفظته، ومواضع قراءتك، وما اخترته من مظهر وحجم خط. هل تحذفه؟',
    forgotten: 'حُذف كل ما حفظه هذا الموقع على جهازك.',
    forgetFailed: 'لم يُحذف شيء: متصفحك لا يسمح للموقع بأن يصل إلى ما خُزّن على جهازك.',
  },

  image: {
    /** Read by screen readers before the caption and the credit. */
    captionPrefix: 'التعليق على الصورة، ',
    creditPrefix: 'صدر الصورة، ',
  },

  banner: {
    draft: 'مسودة: لا يظهر هذا المقال في الموقع المنشور.',
    draftPage: 'مسودة: لا تظهر هذه الصفحة في الموقع المنشور.',
    future: (date: string): string => `مؤجَّل: يظهر هذا المقال في الموقع المنشور ابتداءً من ${date}.`,
    expired: (date: string): string => `انتهت مدته: خرج هذا المقال من الموقع المنشور في ${date}.`,
    /** Short forms, for lists. */
    marks: { draft: 'مسودة', future: 'مؤجَّل', expired: 'انتهت مدته' },
  },

  video: {
    playTitled: (title: string): string => `شغّل الفيديو: ${title}`,
    /** `site` is the name of the site that shows the video. */
    notice: (site: string): string => `يُعرض الفيديو من موقع ${site}، ولا يتصل متصفحك به قبل أن تشغّله.`,
  },

  follow: {
    title: 'تابعنا',
    invitation: 'اختر ما تتابعنا به، فيصلك جديدنا حيث تقرأ.',
    channels: 'قنواتنا',
    networks: {
      whatsapp: 'واتساب',
      telegram: 'تلغرام',
      x: 'إكس',
      facebook: 'فيسبوك',
      instagram: 'إنستغرام',
      youtube: 'يوتيوب',
      tiktok: 'تيك توك',
      threads: 'ثريدز',
      bluesky: 'بلوسكاي',
      mastodon: 'ماستودون',
      linkedin: 'لينكدإن',
    },
    newsletter: 'النشرة البريدية',
    email: 'بريدك الإلكتروني',
    subscribe: 'اشترك في النشرة',
  },

  feed: {
    /** The heading of the feeds on the page `/feeds/`. */
    title: 'بتطبيق لقراءة الأخبار (RSS)',
    explanation: 'هذا ملف RSS لتطبيقات قراءة الأخبار. انسخ عنوانه إلى تطبيقك ليصلك كل جديد من دون بريد ولا حساب.',
    /** What a feed is, on the page `/feeds/`. */
    invitation: 'يجمع لك تطبيق قراءة الأخبار جديد المواقع التي تختارها بترتيب نشره، من دون بريد ولا حساب عندنا.',
    open: 'تابع الصحيفة كلها',
    /** Links that add the feed in a reader: the one of the device, or one on the web by its name. */
    inReader: { device: 'في تطبيق جهازك', feedly: 'في Feedly', inoreader: 'في Inoreader' },
    /** The accessible name of the link to a feed, which begins with what is seen: «RSS: أخبار العالم». */
    of: (format: string, name: string): string => `${format}: ${name}`,
    /** The link to the feed of a page. */
    follow: {
      site: 'تابع الموقع كله',
      category: 'تابع هذا القسم',
      tag: 'تابع هذا الوسم',
      series: 'تابع هذا الملف',
      /** Neither he nor she: «تابع جديد ليلى عبد الموجود». */
      author: (name: string): string => `تابع جديد ${name}`,
    },
    groups: { site: 'الموقع كله', category: 'الأقسام', author: 'الكتّاب', series: 'الملفات', tag: 'الوسوم' },
    formats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },
    copy: 'انسخ العنوان',
    copyAddressOf: (name: string): string => `انسخ العنوان: ${name}`,
    copiedAddressOf: (name: string): string => `نُسخ عنوان متابعة «${name}».`,
    all: 'كل العناوين في ملف واحد (OPML) يستورده تطبيقك',
  },

  footer: {
    rights: (site: string): string => `جميع الحقوق محفوظة – ${site}`,
  },

  redirect: {
    moved: {
      article: (title: string): string => `انتقل هذا المقال إلى عنوان آخر: ${title}`,
      page: (title: string): string => `انتقلت هذه الصفحة إلى عنوان آخر: ${title}`,
    },
    follow: { article: 'افتح المقال في عنوانه الجديد', page: 'افتح الصفحة في عنوانها الجديد' },
  },
};

/** Returns the strings of a site that replaces some of them; see `replaceLabels`. */
export function readerStrings(labels: Readonly<Record<string, string>>): typeof words {
  return replaceLabels(words, labels);
}

/** The strings of the site whose pages import them. Without a site, as in commands, they are our own. */
export const strings = readerStrings(siteLabels);
