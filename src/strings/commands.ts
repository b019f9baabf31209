import { formatFileSize } from '../lib/arabic/file-size.ts';
import { countNoun, type NounForms } from '../lib/arabic/plural.ts';
import { countedNouns, inGenitive } from './nouns.ts';

/** How many files changed when comments were fetched. It ends a sentence. */
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

/** Three clauses of one sentence: the pages that a build rendered, reused and removed. */
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

/** A sentence each, of numbers that are not 0: the images of other sites that were measured, stayed and were left out. */
const mediaDone = {
  measured: {
    zero: '',
    one: 'قيست صورة واحدة، وكُتبت في media.lock.yaml.',
    two: 'قيست صورتان، وكُتبتا في media.lock.yaml.',
    few: 'قيست # صور، وكُتبت في media.lock.yaml.',
    many: 'قيست # صورةً، وكُتبت في media.lock.yaml.',
    other: 'قيست # صورة، وكُتبت في media.lock.yaml.',
  },
  kept: {
    zero: '',
    one: 'بقي ما في media.lock.yaml عن صورة واحدة على حاله.',
    two: 'بقي ما في media.lock.yaml عن صورتين على حاله.',
    few: 'بقي ما في media.lock.yaml عن # صور على حاله.',
    many: 'بقي ما في media.lock.yaml عن # صورةً على حاله.',
    other: 'بقي ما في media.lock.yaml عن # صورة على حاله.',
  },
  removed: {
    zero: '',
    one: 'حُذفت من media.lock.yaml صورة لم يعد يسمّيها المحتوى.',
    two: 'حُذفت من media.lock.yaml صورتان لم يعد يسمّيهما المحتوى.',
    few: 'حُذفت من media.lock.yaml # صور لم يعد يسمّيها المحتوى.',
    many: 'حُذفت من media.lock.yaml # صورةً لم يعد يسمّيها المحتوى.',
    other: 'حُذفت من media.lock.yaml # صورة لم يعد يسمّيها المحتوى.',
  },
} satisfies Record<string, NounForms>;

const mediaFailed: NounForms = {
  zero: '',
  one: 'تعذّر قياس صورة واحدة، وهي مذكورة أعلاه.',
  two: 'تعذّر قياس صورتين، وهما مذكورتان أعلاه.',
  few: 'تعذّر قياس # صور، وهي مذكورة أعلاه.',
  many: 'تعذّر قياس # صورةً، وهي مذكورة أعلاه.',
  other: 'تعذّر قياس # صورة، وهي مذكورة أعلاه.',
};

const filesChanged: NounForms = {
  zero: 'لم يتغير أي ملف عما نُشر من قبل.',
  one: 'تغيّر ملف واحد عما نُشر من قبل، وهو مذكور في:',
  two: 'تغيّر ملفان عما نُشر من قبل، وهما مذكوران في:',
  few: 'تغيّرت # ملفات عما نُشر من قبل، وهي مذكورة في:',
  many: 'تغيّر # ملفًا عما نُشر من قبل، وهي مذكورة في:',
  other: 'تغيّر # ملف عما نُشر من قبل، وهي مذكورة في:',
};

const photosLeft: NounForms = {
  zero: 'لم تبقَ صورة',
  one: 'بقيت صورة واحدة',
  two: 'بقيت صورتان',
  few: 'بقيت # صور',
  many: 'بقيت # صورةً',
  other: 'بقيت # صورة',
};

const photosWithoutSizes: NounForms = {
  zero: 'صُنعت مقاسات الصور كلها.',
  one: 'انتهى وقت الصور في هذا البناء، فنُشرت صورة واحدة كما هي إلى أن تصنع الأبنية التالية مقاساتها.',
  two: 'انتهى وقت الصور في هذا البناء، فنُشرت صورتان كما هما إلى أن تصنع الأبنية التالية مقاساتهما.',
  few: 'انتهى وقت الصور في هذا البناء، فنُشرت # صور كما هي إلى أن تصنع الأبنية التالية مقاساتها.',
  many: 'انتهى وقت الصور في هذا البناء، فنُشرت # صورةً كما هي إلى أن تصنع الأبنية التالية مقاساتها.',
  other: 'انتهى وقت الصور في هذا البناء، فنُشرت # صورة كما هي إلى أن تصنع الأبنية التالية مقاساتها.',
};

/** Completes a line of progress. */
function withTimeLeft(counted: string, seconds: number): string {
  if (seconds < 1) return `${counted}، ويكاد ينتهي.`;
  const remaining =
    seconds < 90
      ? countNoun(Math.round(seconds), inGenitive.seconds, 'latn')
      : countNoun(Math.round(seconds / 60), inGenitive.minutes, 'latn');
  return `${counted}، ويبقى نحو ${remaining}.`;
}

/** How many articles are scheduled after those that have been named. */
const moreScheduled: NounForms = {
  zero: '',
  one: 'وبعدها مقال واحد مؤجل.',
  two: 'وبعدها مقالان مؤجلان.',
  few: 'وبعدها # مقالات مؤجلة.',
  many: 'وبعدها # مقالًا مؤجلًا.',
  other: 'وبعدها # مقال مؤجل.',
};

/** How many problems keep a list of what is to come from being complete. */
const problemsInContent: NounForms = {
  zero: '',
  one: 'في المحتوى خطأ واحد قد تنقص بسببه المواعيد. اعرفه بالأمر: npm run check',
  two: 'في المحتوى خطآن قد تنقص بسببهما المواعيد. اعرفهما بالأمر: npm run check',
  few: 'في المحتوى # أخطاء قد تنقص بسببها المواعيد. اعرفها بالأمر: npm run check',
  many: 'في المحتوى # خطأً قد تنقص بسببها المواعيد. اعرفها بالأمر: npm run check',
  other: 'في المحتوى # خطأ قد تنقص بسببها المواعيد. اعرفها بالأمر: npm run check',
};

/** How many links lead to what has gone after those that have been named. */
const moreExpiredLinks: NounForms = {
  zero: '',
  one: 'وبعده رابط واحد إلى ما خرج من الموقع.',
  two: 'وبعده رابطان إلى ما خرج من الموقع.',
  few: 'وبعده # روابط إلى ما خرج من الموقع.',
  many: 'وبعده # رابطًا إلى ما خرج من الموقع.',
  other: 'وبعده # رابط إلى ما خرج من الموقع.',
};

/** How many links will stop a later build after those that have been named. */
const moreUpcomingLinks: NounForms = {
  zero: '',
  one: 'وبعده رابط واحد يوقف بناءً مقبلًا.',
  two: 'وبعده رابطان يوقفان بناءً مقبلًا.',
  few: 'وبعده # روابط توقف بناءً مقبلًا.',
  many: 'وبعده # رابطًا توقف بناءً مقبلًا.',
  other: 'وبعده # رابط توقف بناءً مقبلًا.',
};

function expiredTarget(file: string | undefined): string {
  return file === undefined ? 'صفحة خرجت من الموقع مع مقال انتهت مدته أو سُحب' : `${file}، وقد انتهت مدته`;
}

/** How many entries of a log or an export do not count. A reason follows. */
const entriesSkipped: NounForms = {
  zero: 'عُدّت القيود كلها',
  one: 'لم يُعدّ قيد واحد',
  two: 'لم يُعدّ قيدان',
  few: 'لم تُعدّ # قيود',
  many: 'لم يُعدّ # قيدًا',
  other: 'لم يُعدّ # قيد',
};

const entriesRead: NounForms = {
  zero: 'وليس فيه قيد',
  one: 'وفيه قيد واحد',
  two: 'وفيه قيدان',
  few: 'وفيه # قيود',
  many: 'وفيه # قيدًا',
  other: 'وفيه # قيد',
};

const entriesCounted: NounForms = {
  zero: 'لم يُعدّ قيد لمقال',
  one: 'عُدّ قيد واحد، وهو قراءة',
  two: 'عُدّ قيدان، وهما قراءتان',
  few: 'عُدّت # قيود، وهي قراءات',
  many: 'عُدّ # قيدًا، وهي قراءات',
  other: 'عُدّ # قيد، وهي قراءات',
};

/** Of which the entries are readings. */
const articlesRead: NounForms = {
  zero: '',
  one: 'لمقال واحد',
  two: 'لمقالين',
  few: 'لـ# مقالات',
  many: 'لـ# مقالًا',
  other: 'لـ# مقال',
};

const articlesListed: NounForms = {
  zero: 'لا مقال في القائمة، وهي مكتوبة',
  one: 'في القائمة مقال واحد، وهو مكتوب',
  two: 'في القائمة مقالان، وهما مكتوبان',
  few: 'في القائمة # مقالات، وهي مكتوبة',
  many: 'في القائمة # مقالًا، وهي مكتوبة',
  other: 'في القائمة # مقال، وهي مكتوبة',
};

/** How many articles of a build for editors readers must not see. */
const unpublishedArticles: NounForms = {
  zero: 'ليس في هذا البناء مسودة ولا مقال مؤجل',
  one: 'في هذا البناء مقال واحد لم يُنشر',
  two: 'في هذا البناء مقالان لم يُنشرا',
  few: 'في هذا البناء # مقالات لم تُنشر',
  many: 'في هذا البناء # مقالًا لم يُنشر',
  other: 'في هذا البناء # مقال لم يُنشر',
};

const hostedFiles: NounForms = { ...inGenitive.files, two: 'ملفان' };

/** The kinds of files in a built site. */
const hostedParts = {
  pages: 'الصفحات',
  redirects: 'صفحات تنقل القارئ من عنوان قديم أو من رابط مختصر',
  images: 'الصور',
  files: 'الملفات التي بجوار المقالات',
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

/** The errors in files that were chosen to be checked. */
const chosenErrors: NounForms = { ...checkErrors, zero: 'لا أخطاء في ما فُحص.' };

const errorsElsewhere: NounForms = {
  zero: '',
  one: 'وفي سائر المحتوى خطأ واحد لم يُذكر هنا، يمنع بناء الموقع.',
  two: 'وفي سائر المحتوى خطآن لم يُذكرا هنا، يمنعان بناء الموقع.',
  few: 'وفي سائر المحتوى # أخطاء لم تُذكر هنا، تمنع بناء الموقع.',
  many: 'وفي سائر المحتوى # خطأً لم تُذكر هنا، تمنع بناء الموقع.',
  other: 'وفي سائر المحتوى # خطأ لم تُذكر هنا، تمنع بناء الموقع.',
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

/** How many articles and pages a repeated import has written again, because they changed in the source alone. */
const updatedFiles: NounForms = {
  zero: 'لم يتغيّر في المصدر شيء مما جاء من قبل.',
  one: 'تغيّر في المصدر ملف واحد جاء من قبل، فكُتب هنا من جديد.',
  two: 'تغيّر في المصدر ملفان جاءا من قبل، فكُتبا هنا من جديد.',
  few: 'تغيّرت في المصدر # ملفات جاءت من قبل، فكُتبت هنا من جديد.',
  many: 'تغيّر في المصدر # ملفًا مما جاء من قبل، فكُتبت هنا من جديد.',
  other: 'تغيّر في المصدر # ملف مما جاء من قبل، فكُتبت هنا من جديد.',
};

/** How many articles and pages a repeated import has found as it would write them. */
const unchangedFiles: NounForms = {
  zero: 'لم يبقَ شيء مما جاء من قبل على حاله.',
  one: 'ملف واحد جاء من قبل بقي على حاله.',
  two: 'ملفان جاءا من قبل بقيا على حالهما.',
  few: '# ملفات جاءت من قبل بقيت على حالها.',
  many: '# ملفًا مما جاء من قبل بقيت على حالها.',
  other: '# ملف مما جاء من قبل بقيت على حالها.',
};

/** How many articles and pages an import did not overwrite, because they have another text here. */
const keptFiles: NounForms = {
  zero: 'لم يُعدَّل هنا شيء مما جاء من قبل.',
  one: 'ملف واحد نصه هنا غير ما في المصدر، فلم يُمسّ.',
  two: 'ملفان نصهما هنا غير ما في المصدر، فلم يُمسّا.',
  few: '# ملفات نصها هنا غير ما في المصدر، فلم تُمسّ.',
  many: '# ملفًا نصها هنا غير ما في المصدر، فلم تُمسّ.',
  other: '# ملف نصها هنا غير ما في المصدر، فلم تُمسّ.',
};

/** How many comments of an imported article had no time. */
const undatedComments: NounForms = {
  zero: 'لكل تعليق عليه وقت.',
  one: 'تعليق واحد عليه ليس له وقت، فأخذ وقت المقال.',
  two: 'تعليقان عليه ليس لهما وقت، فأخذا وقت المقال.',
  few: '# تعليقات عليه ليس لها وقت، فأخذت وقت المقال.',
  many: '# تعليقًا عليه ليس لها وقت، فأخذت وقت المقال.',
  other: '# تعليق عليه ليس لها وقت، فأخذت وقت المقال.',
};

/** How many files an import did not ask for. The name of the host that does not answer follows. */
const silentFiles: NounForms = {
  zero: 'لا يجيب هذا المضيف:',
  one: 'لم يُطلب ملف واحد، لأن مضيفه لا يجيب. أعد الأمر حين يجيب، أو انسخ مجلده وخذه بالخيار ‎--uploads:',
  two: 'لم يُطلب ملفان، لأن مضيفهما لا يجيب. أعد الأمر حين يجيب، أو انسخ مجلدهما وخذه بالخيار ‎--uploads:',
  few: 'لم تُطلب # ملفات، لأن مضيفها لا يجيب. أعد الأمر حين يجيب، أو انسخ مجلدها وخذه بالخيار ‎--uploads:',
  many: 'لم يُطلب # ملفًا، لأن مضيفها لا يجيب. أعد الأمر حين يجيب، أو انسخ مجلدها وخذه بالخيار ‎--uploads:',
  other: 'لم يُطلب # ملف، لأن مضيفها لا يجيب. أعد الأمر حين يجيب، أو انسخ مجلدها وخذه بالخيار ‎--uploads:',
};

/** How many images, recordings and documents are not there after an import without media. */
const absentFiles: NounForms = {
  zero: 'لم يُترك ملف.',
  one: 'تُرك ملف واحد كما طلبت. أعد الأمر من غير ‎--no-media ليأتي ويظهر في موضعه.',
  two: 'تُرك ملفان كما طلبت. أعد الأمر من غير ‎--no-media ليأتيا ويظهرا في موضعيهما.',
  few: 'تُركت # ملفات كما طلبت. أعد الأمر من غير ‎--no-media لتأتي وتظهر في مواضعها.',
  many: 'تُرك # ملفًا كما طلبت. أعد الأمر من غير ‎--no-media لتأتي وتظهر في مواضعها.',
  other: 'تُرك # ملف كما طلبت. أعد الأمر من غير ‎--no-media لتأتي وتظهر في مواضعها.',
};

/** How many things an editor has to look at after an import. The file name of the report follows. */
const importNotes: NounForms = {
  zero: 'جاء كل شيء كما كان.',
  one: 'شيء واحد يحتاج إلى نظرك، وهو مذكور في:',
  two: 'شيئان يحتاجان إلى نظرك، وهما مذكوران في:',
  few: '# أشياء تحتاج إلى نظرك، وهي مذكورة في:',
  many: '# شيئًا تحتاج إلى نظرك، وهي مذكورة في:',
  other: '# شيء تحتاج إلى نظرك، وهي مذكورة في:',
};

/**
 * The messages of commands to editors and operators, by command. Each value is a whole sentence or label, or a function
 * that makes one from data. Numbers are written in the digits 0–9.
 */
export const commandStrings = {
  /** `npm run comments`. */
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

  /** How a command ends that cannot do its work. */
  failures: {
    unfinished:
      'توقف الأمر قبل أن يتم عمله، ولا يُعرف لماذا. أعده، فإن تكرر ذلك فأعده وقبله WARRAQ_DEBUG=1 لترى ما جرى.',
    lost: 'انقطع العمل مرتين في عملية منفصلة، ولعل الذاكرة لا تكفيه. أغلق برامج أخرى، ثم أعد الأمر.',
    unknown: (message: string): string =>
      `توقف الأمر لخلل في البرنامج: ${message}. لتفاصيله أعد الأمر وقبله WARRAQ_DEBUG=1.`,
  },

  /** What is typed after a command: its `--help`, and what the command does not know. */
  commandLine: {
    usage: 'الاستعمال:',
    texts: 'ما يُكتب بعد الأمر:',
    flags: 'الخيارات:',
    help: 'يعرض هذا الشرح.',
    examples: 'أمثلة:',
    unknownFlag: (flag: string, nearest: string | undefined, command: string): string =>
      nearest === undefined
        ? `لا يعرف الأمر الخيار ${flag}. خياراته يعرضها الأمر: npm run ${command} -- --help`
        : `لا يعرف الأمر الخيار ${flag}. لعلك تقصد ${nearest}. خياراته كلها يعرضها الأمر: npm run ${command} -- --help`,
    unknownText: (text: string, command: string): string =>
      `لا يعرف الأمر ما كُتب بعده: «${text}». ما يُكتب بعده يعرضه الأمر: npm run ${command} -- --help`,
    valueMissing: (flag: string, example: string): string =>
      `لا قيمة بعد الخيار ${flag}. اكتبها بعده، مثل: ${flag} ${example}`,
    valueExtra: (flag: string): string => `الخيار ${flag} لا قيمة له. اكتبه وحده.`,
    badPort: (written: string): string => `ليس «${written}» منفذًا. اكتب عددًا صحيحًا من 1 إلى 65535، مثل: --port 4000`,
  },

  /** Any command may print this, on a line of its own. */
  processLost: 'انقطع عمل كان يجري في عملية منفصلة، لعل الذاكرة ضاقت بها، ويُعاد مرة أخرى.',

  cacheRenewed: 'وُجدت الذاكرة المؤقتة تالفة أو عائدة إلى برنامج آخر، فحُذفت ويُصنع ما كان فيها من جديد.',

  badMoment: (written: string): string =>
    `لا يُقرأ ما في SOURCE_DATE_EPOCH: «${written}». اكتب فيه عدد الثواني منذ أول عام 1970، مثل 1764500000، أو احذفه.`,

  halfImageSigning: (missing: string): string =>
    `لا تُوقَّع عناوين imgproxy إلا بالمتغيّرين IMGPROXY_KEY وIMGPROXY_SALT معًا. أعطِ ${missing} قيمته عند imgproxy، أو احذف الآخر.`,
  badImageSigning: (name: string): string =>
    `لا يُقرأ ما في المتغيّر ${name}. اكتب فيه ما هو له عند imgproxy: عدد زوجي من الأرقام السداسية عشرية، من 0 إلى 9 ومن a إلى f.`,

  badSiteUrl: (written: string, meant?: string): string => {
    const fault = `لا يصلح ما في SITE_URL أو بعد --site-url عنوانًا لموقع: «${written}».`;
    return meant === undefined
      ? `${fault} اكتب عنوانًا كاملًا بلا «?» ولا «#»، ليس في مساره غير الحروف والأرقام و«-» و«_» و«.» و«~»، مثل https://staging.example، أو احذفه.`
      : `${fault} اكتبه هكذا: ${meant}، أو احذفه.`;
  },

  cacheInContent: (directory: string): string =>
    `لا يُحفظ في المجلد ${directory} ما يُسرع العمل، لأنه من مجلد المحتوى فيُقرأ معه. اختر مجلدًا غيره في CACHE_DIR.`,

  /** Where `warraq` is started, and its settings there. */
  newsroom: {
    none: (directory: string): string =>
      `لا صحيفة في المجلد ${directory}، إذ ليس فيه مجلد content. انتقل إلى مجلد الصحيفة ثم أعد الأمر، أو أنشئ صحيفة بالأمر: npx warraq init`,
    inside: (directory: string, newsroom: string): string =>
      `المجلد ${directory} داخل الصحيفة، والأوامر تُشغَّل من مجلدها. انتقل إليه ثم أعد الأمر: cd ${/\s/.test(newsroom) ? `"${newsroom}"` : newsroom}`,
    noContent: (directory: string): string =>
      `لا مجلد في ${directory}، وفيه يُطلب المحتوى. صحّح مساره في warraq.yaml، أو في الخيار --content، أو في المتغيّر CONTENT_DIR.`,
    settingsTwice: (file: string): string =>
      `إعدادات الصحيفة مكتوبة في ${file} وفي المفتاح «warraq» من package.json معًا. أبقها في واحد منهما، واحذف الآخر.`,
  },

  /** What is typed after `warraq`. */
  warraq: {
    usage: 'الاستعمال:',
    commands: 'الأوامر:',
    help: 'شرح كل أمر وخياراته يعرضه: npx warraq build --help',
    none: 'لم يُكتب بعد warraq أمر.',
    unknown: (name: string, nearest: string | undefined): string =>
      nearest === undefined
        ? `لا أمر اسمه «${name}». الأوامر كلها يعرضها: npx warraq --help`
        : `لا أمر اسمه «${name}». لعلك تقصد: npx warraq ${nearest}. الأوامر كلها يعرضها: npx warraq --help`,
  },

  /** The articles that are dated in the future. */
  agenda: {
    heading: (timeZone: string): string => `المواعيد بتوقيت ${timeZone}. يقع كل منها في أول بناء بعده.`,
    nothing: 'لا شيء ينتظر وقته في الموقع.',
    withProblems: (count: number): string => countNoun(count, problemsInContent, 'latn'),
    /** A sentence for each kind of item. */
    kinds: {
      appears: (time, title, file) => `الساعة ${time} يظهر المقال «${title}» (${file}).`,
      expires: (time, title, file) => `الساعة ${time} يخرج من الموقع المقال «${title}» (${file}).`,
      'comments-close': (time, title, file) => `الساعة ${time} تُغلق التعليقات على المقال «${title}» (${file}).`,
      'correction-settles': (time, title, file) =>
        `الساعة ${time} ينزل التصويب من أعلى المقال «${title}» إلى أسفله (${file}).`,
      'live-entry-appears': (time, title, file) => `الساعة ${time} يظهر في التغطية المباشرة «${title}» (${file}).`,
      'pin-ends': (time, title, file) => `الساعة ${time} ينتهي تثبيت «${title}» (${file}).`,
      'alert-appears': (time, title, file) => `الساعة ${time} يظهر العاجل «${title}» (${file}).`,
      'alert-ends': (time, title, file) => `الساعة ${time} ينتهي العاجل «${title}» (${file}).`,
      'series-closes': (time, title, file) => `الساعة ${time} يكتمل الملف الصحفي «${title}» (${file}).`,
    } satisfies Record<string, (time: string, title: string, file: string) => string>,
    /** Of a day on which many close. */
    closings: (count: number, first: string, last: string): string =>
      `تُغلق التعليقات على ${countNoun(count, inGenitive.threads, 'latn')} بين الساعة ${first} والساعة ${last}.`,
  },

  upcomingLinks: {
    told: (file: string, line: number, message: string, moment: string | undefined): string =>
      `${file}، السطر ${line}: ${message}${moment === undefined ? '' : ` إن بقي كذلك وقف البناء في ${moment}.`}`,
    more: (count: number): string => countNoun(count, moreUpcomingLinks, 'latn'),
  },

  expiredLinks: {
    text: (file: string, line: number, url: string, target: string | undefined): string =>
      `${file}، السطر ${line}: الرابط «${url}» إلى ${expiredTarget(target)}، فيراه القارئ نصًّا بلا رابط. احذفه، أو اكتب مكانه رابطًا آخر.`,
    kept: (file: string, line: number, url: string, target: string | undefined): string =>
      `${file}، السطر ${line}: الرابط «${url}» إلى ${expiredTarget(target)}، فيصل القارئ منه إلى صفحة «غير موجودة». احذفه، أو اكتب مكانه رابطًا آخر.`,
    more: (count: number): string => countNoun(count, moreExpiredLinks, 'latn'),
  },

  schedule: {
    moment: (date: string, time: string): string => `${date}، الساعة ${time} بتوقيت الموقع`,
    article: (file: string, moment: string): string => `المقال ${file} مؤجل إلى ${moment}.`,
    more: (count: number): string => countNoun(count, moreScheduled, 'latn'),
    expired: (file: string, moment: string): string =>
      `المقال ${file} ليس في الموقع: انتهت مدته (expires) في ${moment}.`,
  },

  build: {
    /** «بُني الموقع: 26 مقالًا في 84 صفحةً، خلال 3.2 ثانية، وحجمه 2.4 ميغابايت.» */
    done: (made: { articles: number; pages: number; seconds: number; bytes: number }): string => {
      const seconds = made.seconds < 10 ? Number(made.seconds.toFixed(1)) : Math.round(made.seconds);
      return `بُني الموقع: ${countNoun(made.articles, countedNouns.articles, 'latn')} في ${countNoun(made.pages, inGenitive.pages, 'latn')}، خلال ${countNoun(seconds, inGenitive.seconds, 'latn')}، وحجمه ${formatFileSize(made.bytes, 'latn')}.`;
    },
    /** «جُدِّدت صفحتان، وبقيت 11187 صفحةً على حالها، ولم تُحذف أي صفحة.» */
    pages: (made: { rendered: number; reused: number; removed: number }): string =>
      `${countNoun(made.rendered, pagesBuilt.rendered, 'latn')}، ${countNoun(made.reused, pagesBuilt.reused, 'latn')}، ${countNoun(made.removed, pagesBuilt.removed, 'latn')}.`,
    /** «تغيّرت 3 ملفات عما نُشر من قبل، وهي مذكورة في: …/changed-files.txt» */
    changedFiles: (count: number, list: string): string =>
      count === 0 ? countNoun(0, filesChanged, 'latn') : `${countNoun(count, filesChanged, 'latn')} ${list}`,
    stages: { reading: 'قراءة المقالات', writing: 'إخراج ملفات الموقع', photos: 'صنع مقاسات الصور' },
    /** «قراءة المقالات: 512 من 10134، ويبقى نحو دقيقتين.» */
    progress: (stage: string, done: number, total: number, seconds: number): string => {
      const counted = `${stage}: ${done} من ${total}`;
      return done === total ? `${counted}.` : withTimeLeft(counted, seconds);
    },
    /** «صنع مقاسات الصور: بقيت 312 صورةً، ويبقى نحو 4 دقائق.» */
    photosProgress: (stage: string, done: number, total: number, seconds: number): string => {
      const counted = `${stage}: ${countNoun(total - done, photosLeft, 'latn')}`;
      return done === total ? `${counted}.` : withTimeLeft(counted, seconds);
    },
    /** How many photos a build with a budget publishes as they are. */
    photosLeft: (count: number): string => countNoun(count, photosWithoutSizes, 'latn'),
    /** Of a build for another address than that in `site.yaml`. */
    staging: (url: string, variable: string, stagingOf: string): string =>
      `هذا بناء تجريبي للعنوان ${url} الذي في المتغيّر ${variable}، فلا تفهرسه محركات البحث ولا يُخبَر به أحد. إن كان هذا بناء الموقع المنشور فاكتب عنوانه في SITE_URL هكذا: SITE_URL=${stagingOf}`,
    /** Of a preview whose host has set no address in `variable`, or none that can be read. */
    stagingNowhere: (variable: string, url: string): string =>
      `هذه معاينة عند المضيف، ولا عنوان لها يُقرأ في المتغيّر ${variable}، فتُبنى للعنوان ${url} ولا تفهرسها محركات البحث ولا يُخبَر بها أحد. اكتب عنوانها في SITE_URL. وإن كان هذا بناء الموقع المنشور فاكتب: SITE_URL=${url}`,
    /** Of a staging site, about `public/CNAME`. */
    leftOut: (file: string): string => `${file} لا يُنسخ إلى الموقع التجريبي، لأن فيه نطاق الموقع المنشور.`,
    /** Of a staging site at another path, about a page in `public/`. */
    linkOfPublished: (file: string, url: string): string =>
      `الرابط «${url}» في ${file} يبدأ بمسار الموقع المنشور، فلا يؤدي إلى هذا الموقع التجريبي. اكتب الروابط في هذا المجلد نسبية، مثل ../about/، لتصلح في الموقعين.`,
    /** The last sentence of a build with `--drafts`. */
    preview: (unpublished: number): string =>
      `${countNoun(unpublished, unpublishedArticles, 'latn')}. هذه معاينة للمحررين لا تفهرسها محركات البحث، فلا تنشرها للقراء. ويعود الموقع كما يُنشر بالأمر: npm run build`,
    previewInParts: 'لا يُكتب الخيار --drafts مع --years ولا مع --join، لأن المعاينة لا تُبنى أجزاء. اكتبه وحده.',
    feedIdsChanged: (before: string, now: string): string =>
      `معرّفات المقالات في الخلاصات كانت منسوبة إلى ${before}، وصارت منسوبة إلى ${now}، فتظهر المقالات القديمة عند المتابعين كأنها جديدة. لتبقى كما كانت اكتب داخل «feeds» في site.yaml: «tag-authority: ${before}»، ولتكون على الجديد اكتب: «tag-authority: ${now}».`,
    badHostFile: (file: string): string =>
      `لا يُقرأ «${file}» كما يقرؤه المضيف، فلا تُضاف إليه قواعد الموقع. صحّح صيغة JSON فيه، أو احذفه.`,
    componentFailed: (reason: string): string =>
      `لا يُقرأ هذا الملف من ملفات المكوّنات، فلم يُبنَ الموقع. راجع هذا السطر.\n    ${reason}`,
    componentThrew: (reason: string): string =>
      `توقف هذا المكوّن في أثناء عرض مقال يستعمله. راجع ما يقرؤه من خصائص وملفات.\n    ${reason}`,
    noShard: (directory: string): string =>
      `ليس في المجلد ${directory} جزء من الموقع. يُبنى الجزء بالأمر: npm run build -- --years 2019..2021 --shard ${directory}`,
    yearsWithoutShard:
      'الخياران --years و--shard يُكتبان معًا، ولا يُكتب معهما --join. يُكتب هكذا: npm run build -- --years 2019..2021 --shard part-1، ثم npm run build -- --join part-1 --join part-2',
    badYears: (written: string): string => `لا تُقرأ السنوات «${written}». اكتبها هكذا: 2019..2021 أو 2024.`,
    badMinutes: (written: string): string =>
      `لا تُقرأ الدقائق «${written}» في --image-minutes. اكتب عددًا صحيحًا، مثل: --image-minutes 10`,
    minutesOfShard: 'لا يُكتب الخيار --image-minutes مع --years، لأن الجزء يصنع مقاسات صوره كلها. احذف --image-minutes.',
    waiting: 'بناء آخر يستعمل ذاكرة هذا الموقع، فيبدأ هذا بعده.',
    badProjectPath: (directory: string, sign: string): string =>
      `لا يعمل البرنامج في المجلد ${directory} لأن في مساره العلامة ${sign}. انقله إلى مجلد ليست في مساره، أو غيّر اسمه.`,
    outputIsForeign: (directory: string, named: readonly string[], count: number): string => {
      const others = count > named.length ? '، وغيرها' : '';
      return `لا يُبنى الموقع في المجلد ${directory} لأن فيه ما ليس من الموقع: ${named.join('، ')}${others}. والبناء يحذف ما ليس من الموقع. اختر مجلدًا غيره في OUT_DIR، أو أكّد الحذف بالأمر: npm run build -- --force`;
    },
    clockIsBehind: (now: string, last: string): string =>
      `ساعة الجهاز ${now} متأخرة عن آخر بناء ${last}، ولو بُني الموقع بها لاختفت منه مقالات منشورة. صحّح الساعة، أو أكّد البناء بالأمر: npm run build -- --force`,
    outputHoldsSources: (directory: string): string =>
      `لا يُبنى الموقع في المجلد ${directory} لأن فيه ملفات المحتوى أو البرنامج، أو لأنه داخل مجلد لها، والبناء يحذف ما ليس من الموقع. اختر مجلدًا غيره في OUT_DIR.`,
    changedFile: 'تغيّر هذا الملف والموقع يُبنى. أعد البناء حين يتم نسخه.',
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
      `حجم الملف ${file} ${formatFileSize(bytes, 'latn')}، ولا يقبل ${host} ملفًا أكبر من ${formatFileSize(limit, 'latn')}.`,
    /** About a file that an article links to. */
    tooLargeAttachment: (host: string, file: string, bytes: number, limit: number): string =>
      `حجم الملف ${file} ${formatFileSize(bytes, 'latn')}، ولا يقبل ${host} ملفًا أكبر من ${formatFileSize(limit, 'latn')}. صغّره، أو انشره في خدمة للملفات أو للمقاطع واكتب رابطه.`,
    tooLargeSite: (host: string, bytes: number, limit: number): string =>
      `حجم الموقع ${formatFileSize(bytes, 'latn')}، ولا يقبل ${host} موقعًا أكبر من ${formatFileSize(limit, 'latn')}.`,
    /** «الصور: 5210», a line in the list of the kinds of files. */
    part: (part: keyof typeof hostedParts, count: number): string => `${hostedParts[part]}: ${count}`,
    raiseLimit: (host: string): string =>
      `إن كانت خطتك تقبل أكثر من ذلك فاكتب في site.yaml ما تقبله، مثل: host: { name: ${host}, files: 100000 }`,
    serveImages: (host: string): string =>
      `ولتقلّ ملفات الصور اكتب في site.yaml ما يجعل ${host} يصنع مقاساتها حين تُطلب: images: { service: ${host} }`,
    fewerCards: 'ولتقلّ بطاقات المشاركة اكتب في site.yaml: share-cards: sections',
    chooseAnother: 'وإلا فاختر مضيفًا لا يحدّ عدد الملفات، مثل netlify أو خادم عندك.',
    makeSmaller: 'صغّر الصور في مجلد المحتوى، أو اختر مضيفًا آخر.',
  },

  /** What `npm run dev` says of problems in the content, in the terminal and in pages. */
  dev: {
    title: 'في المحتوى خطأ يمنع عرض هذه الصفحة',
    elsewhere: 'أخطاء في ملفات أخرى',
    corrected: 'يُكتب هكذا:',
    place: (file: string, line: number): string => `الملف ${file}، السطر ${line}`,
    problems: (count: number): string => countNoun(count, checkErrors, 'latn'),
    mended: 'لم يبق في قراءة المحتوى خطأ. أما الروابط فيفحصها الأمر: npm run check',
  },

  preview: {
    nothing: (directory: string): string => `لا موقع في المجلد ${directory} ليُعرض. ابنِه أولًا بالأمر: npm run build`,
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
    /** `failure` is a whole sentence. */
    fixStopped: (files: readonly string[], failure: string): string =>
      files.length === 0
        ? `${failure} ولم يُصلَح شيء.`
        : [`${failure} أُصلح قبل ذلك ما يلي، وبقي ما سواه كما كان:`, ...files].join('\n  '),
    filesFixed: (count: number): string => countNoun(count, filesFixed, 'latn'),
    unknownFormat: (format: string, known: readonly string[], nearest: string | undefined): string => {
      const guess = nearest === undefined ? '' : ` لعلك تقصد ${nearest}.`;
      return `لا يُكتب التقرير بالصيغة «${format}».${guess} الصيغ: ${known.join('، ')}.`;
    },
    noFile: (file: string): string => `لا ملف ولا مجلد في ${file}. يُكتب المسار من حيث أنت، أو من مجلد المحتوى.`,
    outsideContent: (file: string, directory: string): string =>
      `ليس ${file} من المحتوى، فالمحتوى في ${directory}. اختر ملفًا منه، أو اختر محتوى آخر بالخيار --content.`,
    chosenErrors: (count: number): string => countNoun(count, chosenErrors, 'latn'),
    errorsElsewhere: (count: number): string => countNoun(count, errorsElsewhere, 'latn'),
    idsWritten: (count: number): string =>
      count === 0
        ? 'لكل مقال معرّف، ولم يتغير أي ملف.'
        : `كُتب المعرّف (id) في ${countNoun(count, inGenitive.files, 'latn')}.`,
  },

  announce: {
    nobody:
      'ليس في site.yaml من يُخبَر بالجديد. اكتب «hub» داخل «feeds» لموزّع WebSub، أو «indexnow-key» داخل «announce» لمحركات البحث.',
    staging: (url: string, stagingOf: string): string =>
      `لا يُخبَر أحد بجديد الموقع التجريبي ${url}. للإخبار بجديد ${stagingOf} احذف SITE_URL، ثم أعد الأمر.`,
    notForReaders: (directory: string): string =>
      `آخر ما بُني في المجلد ${directory} معاينة للمحررين أو موقع تجريبي، فلا يُخبَر به أحد. ابنِ الموقع بالأمر npm run build وارفعه، ثم أعد هذا الأمر.`,
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

  media: {
    comment: 'يكتبه الأمر npm run media، ولا يُعدَّل باليد: ما يلزم الصفحات من صور محفوظة خارج المستودع، كل صورة في سطر.',
    asking: 'قياس الصور',
    none: 'لا يسمّي المحتوى صورة في موقع آخر.',
    done: (counts: { measured: number; kept: number; removed: number }): string[] =>
      (['measured', 'kept', 'removed'] as const)
        .filter((kind) => counts[kind] > 0)
        .map((kind) => countNoun(counts[kind], mediaDone[kind], 'latn')),
    partial: 'في المحتوى ملف لا يُقرأ، فلم يُحذف من media.lock.yaml شيء. أصلحه، ثم أعد الأمر.',
    failed: (count: number): string => countNoun(count, mediaFailed, 'latn'),
    failures: {
      gone: (status: number): string =>
        `لا صورة في هذا العنوان، فقد أجاب الخادم بالرمز ${status}. راجعه، أو احذف الصورة من النص.`,
      refused: (status: number): string =>
        `لم يعطِ الخادم الصورة، وأجاب بالرمز ${status}. تحقق من أنها متاحة للقراء بلا كلمة مرور.`,
      busy: (status: number): string => `الخادم معطل أو مشغول، وأجاب كل مرة بالرمز ${status}. أعد الأمر بعد حين.`,
      away: (reason: string): string => `لم يُوصل إلى الخادم (${reason}). تحقق من العنوان ومن الشبكة، ثم أعد الأمر.`,
      cut: 'انقطع الاتصال كل مرة قبل أن يرسل الخادم الصورة. أعد الأمر بعد حين.',
      slow: 'لم يرسل الخادم أول الصورة في نصف دقيقة. أعد الأمر بعد حين.',
      html: 'في هذا العنوان صفحة لا صورة. اكتب عنوان ملف الصورة نفسه.',
      svg: 'هذه الصورة رسم SVG، ولا يُعرض رسم من موقع آخر. انسخ ملفها إلى جوار المقال، واكتب اسمه.',
      foreign: 'صيغة هذه الصورة لا تعرضها المتصفحات. احفظها بصيغة JPEG أو PNG أو WebP أو AVIF أو GIF.',
      'no-size': 'ليس في أول ميغابايت من هذا الملف أبعاد صورة. لعله تالف أو ليس صورة.',
      redirects: 'ينقل هذا العنوان إلى عنوان غيره مرة بعد مرة ولا يصل إلى صورة. اكتب عنوانها الأخير.',
      moved: (address: string): string =>
        `ينقل هذا العنوان إلى موقع آخر، ولا تقبل الصفحات صورة من موقع لم يُكتب فيها. اكتب عنوانها الأخير: ${address}`,
      insecure: 'ينقل هذا العنوان إلى عنوان بلا https://، فلا تعرضها المتصفحات. اكتب عنوانًا مشفّرًا.',
      private:
        'هذا العنوان في شبكتك لا في الإنترنت، فلا يراه القراء ولا يُسأل. اكتب عنوانًا عامًّا، أو أعد الأمر ومعه --allow-private إن كنت تجرّب.',
    },
  },
  popular: {
    standardInput: 'ما جاء من الأمر الآخر',
    formats: {
      plausible: 'Plausible',
      goatcounter: 'GoatCounter',
      umami: 'Umami',
      cloudflare: 'Cloudflare',
      table: 'CSV',
      caddy: 'Caddy',
      combined: 'nginx/Apache',
    },
    measures: { visitors: 'الزوار', visits: 'الزيارات', views: 'المشاهدات' },
    comment: 'كتبه الأمر npm run popular، ويكتبه من جديد كل مرة. ولا يرى القارئ الأعداد.',
    noFiles: 'اكتب بعد --from ملف الإحصاءات أو سجلّ الخادم، مثل: npm run popular -- --from pages.csv',
    inputTwice: 'كُتب «--from -» مرتين، ولا يُقرأ ما يأتي من أمر آخر إلا مرة. احذف واحدة منهما.',
    twoBounds: 'كُتب --period و--since معًا، وكل منهما يعيّن أول يوم. أبقِ واحدًا منهما.',
    badPeriod: (written: string): string =>
      `«${written}» ليست أيامًا تُعرف. اكتب عددها مثل 7d، أو أولها وآخرها مثل 2026-11-23..2026-11-29`,
    badSince: (written: string): string => `«${written}» ليس يومًا مضى. اكتب السنة ثم الشهر ثم اليوم، مثل 2026-11-23`,
    periodNotOver: (to: string): string => `لم يأتِ يوم ${to} بعد، ولا يُعدّ ما لم يُقرأ. اكتب آخر يوم مضى.`,
    archive: (file: string): string => `${file} أرشيف zip. فُكّه، ثم أعطِ الأمر ما فيه من جدول الصفحات، مثل pages.csv.`,
    damaged: (file: string): string => `${file} مضغوط، وهو ناقص أو تالف، فلم يُكتب شيء. انسخه من مصدره مرة أخرى.`,
    documentTooLong: (file: string): string =>
      `${file} أكبر من 64 ميغابايتًا، وليس سجلًّا يُقرأ سطرًا سطرًا. اطلب من الخدمة الصفحات الأكثر قراءة وحدها.`,
    unrecognised: (file: string): string =>
      `لا يُعرف ما في ${file}، فلم يُكتب شيء. يُقرأ جدول الصفحات الذي تصدّره Plausible أو GoatCounter أو Umami أو Cloudflare بصيغة CSV أو JSON، وسجلّ Caddy بصيغة JSON، وسجلّ nginx أو Apache بصيغة combined.`,
    unknownColumns: (file: string): string =>
      `لا تُعرف أسماء الأعمدة في أول سطر من ${file}، فلم يُكتب شيء. سمِّ عمود العناوين path أو page أو url، وعمود الأعداد visitors أو visits أو pageviews أو views.`,
    /** Before the number of entries of the file that is counted. */
    sameFile: (file: string, first: string): string =>
      file === first ? `كُتب ${file} مرتين، فعُدّ مرة واحدة.` : `${file} نسخة من ${first}، فعُدّ مرة واحدة.`,
    unknownVersion: (file: string, version: string): string =>
      `${file} جدول من GoatCounter بالإصدار ${version}، ولا يُعرف إلا الإصداران 1 و2، فلم يُكتب شيء. انظر هل صدر من ورّاق جديد يقرؤه.`,
    noPeriod: (file: string): string =>
      `لا يُعرف عن أي أيام ${file}، والقائمة لا تُنشر بلا مدتها، فلم يُكتب شيء. اكتب الأيام التي اخترتها في الخدمة، مثل: --period 2026-11-23..2026-11-29`,
    mixed: (file: string, measure: string, other: string, otherMeasure: string): string =>
      `في ${file} عدد ${measure} وفي ${other} عدد ${otherMeasure}، ولا يُجمع هذا إلى ذاك، فلم يُكتب شيء. اقرأ كلًّا منهما وحده.`,
    /** «access.log من Caddy، وفيه 1203 قيود.» */
    read: (file: string, format: string, entries: number): string =>
      `${file} من ${format}، ${countNoun(entries, entriesRead, 'latn')}.`,
    /** «عُدّ 830 قيدًا، وفي القائمة 12 مقالًا.» */
    counted: (entries: number, articles: number): string =>
      entries === 0
        ? `${countNoun(0, entriesCounted, 'latn')}.`
        : `${countNoun(entries, entriesCounted, 'latn')} ${countNoun(articles, articlesRead, 'latn')}.`,
    reasons: {
      unreadable: 'لا يُعرف المقروء',
      numbers: 'عدد لا يُقرأ، أو ليس عددًا صحيحًا',
      robots: 'برامج لا قراء',
      errors: 'خطأ ردّ به الخادم',
      redirects: 'تحويل إلى عنوان آخر، أو جزء من ملف',
      methods: 'إرسال لا قراءة',
      background: 'تحديث من الصفحة لنفسها، أو وصول إليها من عنوانها القديم، أو جلب قبل أن تُفتح',
      events: 'أحداث لا صفحات',
      outside: 'غير الأيام المطلوبة',
      otherHosts: 'مضيف غير مضيف الموقع',
      files: 'صور وخلاصات وملفات أخرى',
      pages: 'صفحات غير المقالات',
      unknown: 'عناوين ليست في الموقع اليوم',
    },
    /** «لم يُعدّ 12 قيدًا، والسبب: برامج لا قراء.» */
    skipped: (count: number, reason: string, examples: readonly string[]): string => {
      const named = examples.length === 0 ? '' : ` (مثل ${examples.join(' و')})`;
      return `${countNoun(count, entriesSkipped, 'latn')}، والسبب: ${reason}${named}.`;
    },
    anonymous: 'لا يذكر السجلّ بأي برنامج فُتحت الصفحات، فقد يكون فيما عُدّ برامج لا قراء.',
    period: (from: string, to: string): string =>
      from === to ? `والمدة يوم واحد: ${to}` : `والمدة من ${from} إلى ${to}`,
    written: (articles: number, file: string): string => `${countNoun(articles, articlesListed, 'latn')} في: ${file}`,
    nothing: 'ليس في ذلك قراءة لمقال من الموقع، فلم يُكتب شيء.',
  },

  renaming: {
    usage: 'اكتب بعد الأمر النوع، ثم الاسم القديم، ثم الجديد: npm run rename -- category local city',
    unknownKind: (kind: string, known: readonly string[], nearest: string | undefined): string => {
      const guess = nearest === undefined ? '' : ` لعلك تقصد ${nearest}.`;
      return `لا يُغيَّر بهذا الأمر اسم «${kind}».${guess} ما يُغيَّر: ${known.join('، ')}.`;
    },
    articleId:
      'معرّف المقال لا يتغيّر، لأنه عنوانه الذي نُشر ورابطه المختصر. غيّر العنوان في «title» أو اسم الملف كما تشاء، فالمعرّف باقٍ.',
    sameName: (name: string): string => `الاسم الجديد هو القديم نفسه: ${name}`,
    badName: (name: string, meant: string): string =>
      meant === ''
        ? `«${name}» لا يصلح اسمًا، فليس فيه حرف ولا رقم.`
        : `«${name}» لا يصلح اسمًا، لأنه يصير عنوان صفحة: حروف صغيرة وأرقام، وبين الكلمات شَرطة. اكتبه هكذا: ${meant}`,
    badTag: (name: string): string =>
      `«${name}» لا يصلح وسمًا واحدًا. اكتب كلمة أو كلمات فيها حرف، بلا فاصلة ولا علامة # في أولها.`,
    reserved: (name: string): string => `العنوان /${name}/ محجوز للموقع نفسه أو لمقال. اختر للصفحة اسمًا آخر.`,
    taken: (name: string, file: string): string => `الاسم «${name}» لملف موجود، وهو ${file}. اختر اسمًا آخر.`,
    formerOfOther: (name: string, owner: string): string =>
      `«${name}» اسم قديم لـ «${owner}». احذفه من «aliases» في ملفه أولًا، أو اختر اسمًا آخر.`,
    unknownName: (
      kind: 'category' | 'author' | 'series' | 'page' | 'tag',
      name: string,
      nearest: string | undefined,
      known: readonly string[],
    ): string => {
      const unknown = {
        category: `لا قسم باسم «${name}».`,
        author: `لا كاتب باسم «${name}».`,
        series: `لا ملف صحفيًّا باسم «${name}».`,
        page: `لا صفحة باسم «${name}».`,
        tag: `لا وسم باسم «${name}».`,
      }[kind];
      if (nearest !== undefined) return `${unknown} لعلك تقصد «${nearest}».`;
      return known.length === 0 ? unknown : `${unknown} الموجود: ${known.join('، ')}.`;
    },
    isSpelling: (written: string, name: string): string =>
      `«${written}» كتابة أخرى للوسم «${name}» في tags.yaml. اكتب في الأمر «${name}» نفسه.`,
    twoEntries: (from: string, to: string): string =>
      `لكل من «${from}» و«${to}» موضع في tags.yaml. اجمعهما فيه بنفسك: انقل ما تحت الأول إلى «also» تحت الثاني، ثم أعد الأمر.`,
    unsoundTags: 'لا يُقرأ tags.yaml على وجه يُغيَّر به وحده، فلم يتغيّر شيء. افحصه بالأمر: npm run check',
    unsoundFile: (file: string, from: string): string =>
      `لا يُضاف الاسم القديم إلى ${file} وحده كما هو مكتوب، فلم يتغيّر شيء. افحصه بالأمر npm run check، واكتب فيه ${from} تحت «aliases»، ثم أعد الأمر.`,
    rehearsal: 'هذه تجربة، ولم يتغيّر شيء. وهذا ما يفعله الأمر بلا --dry-run:',
    file: (from: string, to: string): string => `الملف ${from} يصير ${to}، وعنوانه القديم يؤدي إلى الجديد.`,
    aliased: (file: string, from: string): string => `الاسم القديم «${from}» يُكتب في ${file}، فيؤدي عنوانه إلى الجديد.`,
    tag: (from: string, to: string): string =>
      `الوسم «${from}» يصير «${to}»، كما يقول tags.yaml، وصفحته القديمة تؤدي إلى الجديدة.`,
    articles: (count: number, isRehearsal: boolean): string =>
      count === 0
        ? 'ليس الاسم القديم في أي مقال.'
        : `${isRehearsal ? 'يتغيّر' : 'تغيّر'} الاسم في ${countNoun(count, inGenitive.threads, 'latn')}.`,
    links: (count: number, isRehearsal: boolean): string =>
      `${isRehearsal ? 'وتتغيّر' : 'وتغيّرت'} الروابط إليه في ${countNoun(count, inGenitive.files, 'latn')}.`,
    files: (files: readonly string[]): string => files.map((file) => `  ${file}`).join('\n'),
    skipped: (files: readonly string[], from: string, to: string): string =>
      [
        `لم يتغيّر الاسم في ما يلي، لأنه مكتوب هناك على وجه لا يُغيَّر به وحده. اكتب فيه «${to}» مكان «${from}»:`,
        ...files,
      ].join('\n  '),
    left: (files: readonly string[], address: string): string =>
      [`العنوان القديم ${address} مكتوب أيضًا في ما يلي، ولم يغيّره الأمر. راجعه بنفسك:`, ...files].join('\n  '),
    nothing: (from: string, to: string): string => `لم يبق من «${from}» شيء يصير «${to}».`,
    next: 'افحص المحتوى بالأمر: npm run check',
  },

  newArticle: {
    intro: 'مقال جديد',
    title: 'ما عنوان المقال؟',
    titlePlaceholder: 'جملة واحدة، بلا نقطة في آخرها',
    flagMissing: (flag: string): string => `لا يمكن أن يسألك الأمر هنا، فأضف إليه --${flag}.`,
    titleMissing: 'لا بد للمقال من عنوان.',
    author: 'من ينشره؟',
    authorUnknown: (id: string, known: readonly string[]): string =>
      `لا كاتب بالمعرّف «${id}». المعروفون: ${known.join('، ')}.`,
    authorsMissing: 'لا كتّاب في الموقع بعد. أضف ملفًا إلى authors ثم أعد المحاولة.',
    category: 'في أي قسم؟',
    categoryUnknown: (id: string, known: readonly string[]): string =>
      `لا قسم بالمعرّف «${id}». المعروفة: ${known.join('، ')}.`,
    categoriesMissing: 'لا أقسام في الموقع بعد. أضف ملفًا إلى categories ثم أعد المحاولة.',
    created: (file: string): string => `أُنشئ المقال في الملف: ${file}`,
    next: 'شغّل npm run dev لتراه وأنت تكتب.',
    exists: (file: string): string => `الملف موجود من قبل، ولم يُمسّ: ${file}`,
    cancelled: 'أُلغي الأمر، ولم يُنشأ شيء.',
    /**
     * Sample values for the fields of a new article, which are commented out in its front matter, and a sample body.
     */
    placeholders: {
      summary: 'جملة تظهر تحت العنوان وفي القوائم',
      reporter: 'من كتب الخبر',
      kicker: 'كلمات فوق العنوان',
      dateline: 'المدينة التي كُتب منها',
      image: { alt: 'وصف الصورة لمن لا يراها', caption: 'التعليق', credit: 'المصوّر' },
      tags: ['وسم', 'وسم آخر'],
      body: 'اكتب نص المقال هنا.',
    },
  },

  /** `npm run breaking`. */
  newAlert: {
    /** The comment above the alerts of a new file. */
    fileHead:
      '# الأخبار العاجلة، وأولها أعلاها. اكتب لكل منها «text» و«until»، و«article» أو «url» إن كان يؤدي إلى شيء.',
    textMissing: 'لم يُكتب نص الخبر. اكتبه بعد الأمر بين علامتي اقتباس.',
    articleUnknown: (id: string): string => `لا مقال منشورًا معرّفه «${id}»، فلم يُضف الخبر. راجع «id» في رأس ملف المقال.`,
    severalLines: 'الخبر العاجل سطر واحد، وفي نصه سطور، فلم يُضف. اكتبه في سطر.',
    refused: (faults: readonly string[]): string => `لم يُضف الخبر. ${faults.join(' ')}`,
    isThere: (end: string): string =>
      `الخبر بهذا النص مكتوب في breaking.yaml حتى ${end}، فلم يُضف مرة أخرى. غيّر «until» فيه إن أردت أن يطول عرضه.`,
    fileIsFaulty: (faults: string): string => `لم يُضف الخبر، لأن في الملف خطأ. صحّحه ثم أعد المحاولة.\n\n${faults}`,
    noPlace:
      'لم يُضف الخبر، لأن القائمة في breaking.yaml مكتوبة بصورة لا يُعرف أين أولها. اجعل كل خبر يبدأ بسطر فيه «- text:»، ثم أعد المحاولة.',
    unreadable: (file: string): string => `لم يُضف الخبر، لأن هذا الملف ليس نصًّا بترميز UTF-8: ${file}`,
    endIsPast: (typed: string): string => `لم يُضف الخبر، لأن «${typed}» مضى. اكتب في --until وقتًا لم يأتِ بعد.`,
    added: (file: string, moment: string): string => `أُضيف الخبر العاجل، ويُعرض حتى ${moment}: ${file}`,
    next: 'ابنِ الموقع وانشره ليراه القراء.',
  },

  /** `npm run new -- --live`. */
  newLiveEntry: {
    created: (file: string): string => `أُنشئ التحديث في الملف: ${file}`,
    next: 'اكتب نصه تحت السطر الثاني الذي فيه «---». ولا يظهر ما دام بلا عنوان ولا نص.',
    unknown: (id: string, nearest: string | undefined): string =>
      nearest === undefined ? `لا مقال معرّفه «${id}».` : `لا مقال معرّفه «${id}». لعلك تقصد «${nearest}».`,
    notLive: (file: string): string => `المقال ${file} ليس تغطية مباشرة. اكتب في بياناته «live: open» ثم أعد المحاولة.`,
    isClosed: (file: string): string =>
      `انتهت التغطية في المقال ${file}، فلم يُنشأ التحديث. اكتب في بياناته «live: open» لتستأنفها، ثم أعد المحاولة.`,
    isWithdrawn: (file: string): string => `المقال ${file} مسحوب، فلا يُضاف إليه تحديث.`,
    hasExpired: (file: string): string =>
      `مضى الموعد المكتوب في «expires» من المقال ${file}، فلا يراه القراء. أخِّر الموعد ثم أعد المحاولة.`,
    isIncomplete: (file: string): string => `في المقال ${file} خطأ يمنع بناء الموقع. نفّذ npm run check ليدلك عليه.`,
    isDraft: (file: string): string => `المقال ${file} مسودة، فلا يرى القراء التحديث قبل نشره.`,
    isFuture: (file: string): string => `المقال ${file} مؤجَّل، فلا يرى القراء التحديث قبل موعده.`,
    authorByName: (name: string): string =>
      `لا كاتب في authors اسمه «${name}»، فيُكتب الاسم تحت التحديث كما هو، ولا يؤدي إلى صفحة.`,
  },

  /** `npm run init`. Each answer is asked for by the name of its flag. */
  init: {
    intro: 'صحيفة جديدة',
    questions: {
      title: 'ما اسم الصحيفة؟',
      description: 'بم تعرّفها في جملة واحدة؟',
      url: 'ما عنوان موقعها على الشبكة؟',
      host: 'أين يُنشر الموقع؟',
      'time-zone': 'ما منطقتها الزمنية؟',
      months: 'بأي أسماء تُكتب الشهور؟',
      section: 'ما اسم أول قسم فيها؟',
      'section-id': 'ما معرّف القسم في العناوين؟ حروف لاتينية صغيرة وأرقام وشَرطات.',
      author: 'من أول كاتب فيها؟',
      'author-id': 'ما معرّف الكاتب في العناوين؟ حروف لاتينية صغيرة وأرقام وشَرطات.',
      gender: 'كيف تُصاغ الجمل عن الكاتب؟',
    },
    placeholders: {
      title: 'كما يُكتب في رأس كل صفحة',
      description: 'تقرؤها محركات البحث وقرّاء الخلاصات',
      url: 'https://news.example',
      section: 'أخبار',
      author: 'اسم شخص، أو «هيئة التحرير»',
    },
    hosts: {
      cloudflare: 'Cloudflare',
      netlify: 'Netlify',
      vercel: 'Vercel',
      github: 'GitHub Pages',
      gitlab: 'GitLab Pages',
      nginx: 'خادم عندك فيه nginx',
      caddy: 'خادم عندك فيه Caddy',
      none: 'لم أقرر بعد',
    },
    months: {
      'gulf-egypt': 'يناير، فبراير، مارس (مصر والخليج والسودان وليبيا واليمن)',
      levant: 'كانون الثاني، شباط، آذار (الشام والعراق)',
      'algeria-tunisia': 'جانفي، فيفري، مارس (الجزائر وتونس)',
      morocco: 'يناير، فبراير، مارس، ويوليوز وغشت وشتنبر (المغرب)',
      mauritania: 'يناير، فبراير، مارس، وأغشت ودجمبر (موريتانيا)',
      dual: 'الاسمان معًا: يناير/ كانون الثاني',
    },
    genders: { none: 'بلا تذكير ولا تأنيث، كما لهيئة التحرير', female: 'كتبت', male: 'كتب' },
    flagMissing: (flags: readonly string[]): string =>
      `لا يمكن أن يسألك الأمر هنا، فأضف إليه ${flags.map((flag) => `--${flag}`).join('، ')}.`,
    /** `faults` are whole sentences; `correction` is the corrected setting. */
    refused: (flag: string, fault: string, correction: string | undefined): string =>
      `--${flag}: ${fault}${correction === undefined ? '' : `\n    ${correction}`}`,
    severalLines: 'في الجواب ما لا يُكتب في سطر واحد. اكتبه في سطر، بلا حروف تحكّم.',
    tooLong: (most: number): string => `الجواب أطول من ${most} حرف. اختصره.`,
    badId: (id: string, proposed: string): string =>
      `المعرّف «${id}» لا يصلح في العناوين. ${proposed === '' ? 'اكتب فيه حرفًا أو رقمًا.' : `اكتب: ${proposed}`}`,
    severalDirectories: (directories: readonly string[]): string =>
      `بعد الأمر أكثر من مجلد: ${directories.map((directory) => `«${directory}»`).join('، ')}. اكتب مجلدًا واحدًا، وإن كان في اسمه فراغ فضعه بين علامتي اقتباس.`,
    sameDirectory: (directory: string): string =>
      `المجلد ${directory} هو مجلد البرنامج نفسه، فلا تُنشأ فيه صحيفة. اكتب بعد الأمر مجلدًا غيره، مثل: npm run init -- ../my-paper`,
    inTheWay: (directory: string, files: readonly string[]): string =>
      [`في المجلد ${directory} ما لا يُكتب فوقه، فلم يُكتب شيء. انقله أو اختر مجلدًا آخر:`, ...files].join('\n  '),
    created: (directory: string, files: readonly string[]): string =>
      [`أُنشئت الصحيفة في المجلد ${directory}، وفيه:`, ...files].join('\n  '),
    next: (directory: string): string =>
      [
        `انتقل إلى المجلد ${directory} ونفّذ npm install، ثم npm run dev لتراها في متصفحك.`,
        'ثم احفظها في مستودع: git init -b main، ثم git add .، ثم git commit -m "أول الصحيفة".',
      ].join('\n'),
    localEngine: (place: string): string =>
      `البرنامج في package.json من هذا الجهاز (${place})، فلا يجده المضيف. قبل أن تنشر ضع حزمته في مجلد الصحيفة واكتب مكانها هناك.`,
    /** Hosts that serve what they are given from the root of a domain. */
    belowRoot: (base: string): string =>
      `في عنوان الموقع المسار ${base}، ومضيفك يعرض الموقع من أول النطاق، فلن تُفتح صفحاته تحت المسار حتى تحوّله إليها من عند صاحب النطاق. فإن لم ترد ذلك فاكتب العنوان في content/site.yaml بلا مسار.`,
    hostNext:
      'وخطوات النشر عند مضيفك في دليل القائم على الموقع: node_modules/warraq/docs/ar/operator/hosts.md (بعد npm install)',
    noWorkflow:
      'ولا ملف نشر لمضيفك هذا: ما تكتبه أنت له في node_modules/warraq/docs/ar/operator/hosts.md (بعد npm install)',
    cancelled: 'أُلغي الأمر، ولم يُنشأ شيء.',
  },

  importer: {
    usage:
      'اكتب بعد الأمر ما تنقل منه: ملف التصدير من ووردبريس أو Blogger، أو مجلد موقع بملفات Markdown، أو ملف سطور JSON. مثل: npm run import -- export.xml',
    noFile: (file: string): string => `لا ملف هنا: ${file}`,
    notAnExport: (file: string): string =>
      `ليس ${file} ملف تصدير من ووردبريس. صدّره من لوحة التحكم: «أدوات»، ثم «تصدير»، ثم «كل المحتوى».`,
    notABackup: (file: string): string =>
      `ليس ${file} نسخة احتياطية من Blogger. نزّلها من إعدادات المدوّنة: «إدارة المدوّنة»، ثم «نسخ المحتوى احتياطيًّا».`,
    oneFolder: (folder: string): string => `يُنقل مجلد واحد في كل أمر: ${folder}. لم يُكتب شيء.`,
    unknownProject: (folder: string, known: readonly string[]): string =>
      `لا يُعرف من إعدادات المجلد ${folder} بمَ بُني الموقع. اكتب المولّد بعد ‎--from، وهو واحد من هذه: ${known.join('، ')}. لم يُكتب شيء.`,
    unknownGenerator: (name: string, known: readonly string[]): string =>
      `لا يُعرف المولّد ${name}. المولّدات: ${known.join('، ')}. لم يُكتب شيء.`,
    unreadableMatter: (file: string, reason: string): string =>
      `مقدمة الملف ${file} لا تُقرأ: ${reason}. أصلحها وأعد الأمر. لم يُكتب شيء.`,
    oneFile: (file: string): string => `يؤخذ من هذا النوع ملف واحد: ${file}. اجمع السطور فيه. لم يُكتب شيء.`,
    incompleteExport: (file: string): string =>
      `ملف التصدير ${file} ناقص: ليس فيه آخره، كأن تنزيله انقطع. نزّله من جديد. لم يُكتب شيء.`,
    emptyFile: (file: string): string => `الملف ${file} فارغ. نزّله من جديد. لم يُكتب شيء.`,
    compressed: (file: string): string => `الملف ${file} مضغوط. فُكّ ضغطه، ثم أعد الأمر بما كان فيه. لم يُكتب شيء.`,
    otherEncoding: (file: string): string =>
      `حروف الملف ${file} ليست بترميز UTF-8، فقد تكون بترميز windows-1256 أو غيره. احفظه بترميز UTF-8 وأعد الأمر: في لينكس وماك iconv -f windows-1256 -t utf-8. لم يُكتب شيء.`,
    noUploads: (directory: string): string => `لا مجلد للصور هنا: ${directory}. صحّح ما بعد ‎--uploads. لم يُكتب شيء.`,
    otherUploads: (directory: string, example: string): string =>
      `ليس في المجلد ${directory} شيء مما تعرضه المقالات. يُنتظر فيه مثلًا: ${example}. صحّح ما بعد ‎--uploads. لم يُكتب شيء.`,
    silentHost: (host: string, count: number): string => `${countNoun(count, silentFiles, 'latn')} ${host}`,
    noMedia: (count: number): string => countNoun(count, absentFiles, 'latn'),
    fetching: 'جلب الصور والملفات',
    done: (
      counts: Record<'articles' | 'drafts' | 'pages' | 'authors' | 'categories' | 'comments', number>,
      directory: string,
    ): string =>
      [
        `جاء إلى ${directory}:`,
        `المقالات: ${counts.articles}، والمسودات منها: ${counts.drafts}`,
        `الصفحات: ${counts.pages}`,
        `الكتّاب: ${counts.authors}`,
        `الأقسام: ${counts.categories}`,
        `التعليقات: ${counts.comments}`,
      ].join('\n  '),
    nothingNew: 'ليس في المصدر شيء لم يأتِ من قبل.',
    settled: (timeZone: string): string =>
      `كُتبت الإعدادات في site.yaml. المنطقة الزمنية فيها ${timeZone}، وعنوان الموقع هو القديم. صحّحهما إن لم يكونا كذلك.`,
    updated: (count: number): string => countNoun(count, updatedFiles, 'latn'),
    unchanged: (count: number): string => countNoun(count, unchangedFiles, 'latn'),
    kept: (count: number): string => countNoun(count, keptFiles, 'latn'),
    changedOnBothSides: 'تغيّر في المصدر بعد أن جاء، وعُدّل هنا أيضًا، فلم يُمسّ. انظر أيهما الصحيح.',
    gone: 'جاء من قبل، وليس في المصدر اليوم: حُذف هناك، أو ليس في هذا الملف من التصدير، أو لم يُطلب نوعه. لم يُمسّ هنا.',
    unreadableRecord: (file: string, line: number): string =>
      `السطر ${line} من ${file} ليس مما يكتبه هذا الأمر، وفيه ما جاء من قبل. أصلحه أو خذه من Git كما كان، لئلا يجيء شيء مرتين. لم يُكتب شيء.`,
    notes: (count: number, file: string): string => `${countNoun(count, importNotes, 'latn')} ${file}`,
    next: 'افحص ما جاء بالأمر npm run check، وانظر إليه بالأمر npm run dev، ثم ابنِه بالأمر npm run build.',
    untitled: 'بلا عنوان',
    uncategorized: 'غير مصنف',
    desk: 'هيئة التحرير',
    nothingWritten: 'لم يُكتب شيء.',
    inFields: (file: string, line: number, message: string): string => `${file}، السطر ${line}: ${message}`,
    fieldWithoutTarget: (key: string): string => `ليس بعد «${key}» ما يصير إليه. اكتبه، أو احذف السطر.`,
    unknownType: (type: string, types: readonly string[]): string =>
      types.length > 0
        ? `ليس في المصدر نوع «${type}». أنواعه التي تأتي بالخيار ‎--types: ${types.join('، ')}. لم يُكتب شيء.`
        : `ليس في المصدر نوع «${type}»، ولا نوع غير المقالات والصفحات. لم يُكتب شيء.`,
    onlyForWordPress: (flag: string): string =>
      `الخيار \u200e${flag} لملفات ووردبريس وحدها. احذفه وأعد الأمر. لم يُكتب شيء.`,
    fieldsProposed: (file: string): string => `في المقالات حقول لم تأتِ. انظر إلى ما يُقترح لها في: ${file}`,
    titleMissing: 'ليس له عنوان في المصدر، فأُخذ من أول نصه. اكتب له عنوانًا.',
    noDate: 'ليس له تاريخ في المصدر، فصار مسودة. اكتب له تاريخًا ثم انشره.',
    refusedDate: (written: string): string =>
      `تاريخه ${written}، ولا يُقبل هذا التاريخ، فصار مسودة. صحّح تاريخه ثم انشره.`,
    password: 'كان محميًّا بكلمة مرور، فصار مسودة لئلا يقرأه كل الناس.',
    undatedComments: (count: number): string => countNoun(count, undatedComments, 'latn'),
    pinned: 'كان مثبّتًا فوق غيره. ثبّته في front-page.yaml إن كان ما زال أهلًا لذلك.',
    canonical: (address: string): string => `قيل لمحركات البحث إن أصله في عنوان آخر: ${address}`,
    moved: (from: string): string => `كان عنوان هذه الصفحة ${from}، فحوّل القارئ منه في إعدادات المضيف.`,
    reserved: (from: string): string => `كان عنوان هذا المقال ${from}، وهو اليوم للموقع نفسه، فلا يُحوَّل القارئ منه.`,
    unusableAddress: (from: string): string => `كان عنوان هذا المقال ${from}، ولا يصلح اسمًا لملف، فلا يُحوَّل القارئ منه.`,
    image: (address: string): string => `تعذّر جلب الصورة، وبقي مكانها وصفها: ${address}`,
    link: (address: string): string => `الرابط إلى ما ليس في هذا الموقع، فبقي نصه وحده: ${address}`,
    captionLink: (address: string): string => `التعليق على الصورة لا يحمل روابط، فبقي نص الرابط وحده: ${address}`,
    frame: (address: string): string => `إطار من موقع آخر صار رابطًا: ${address}`,
    recording: (address: string): string => `التسجيل لم يأتِ، وبقي مكانه نصه أو عنوانه: ${address}`,
    program: (tag: string): string => `حُذف الوسم <${tag}>، لأنه يشغّل برنامجًا عند القارئ أو يرسل ما يكتبه.`,
    block: (name: string): string => `حُذف مكوّن يملؤه ووردبريس حين يعرض الصفحة: ${name}`,
    shortcode: (written: string): string => `حُذف رمز من رموز النظام القديم وإضافاته، وبقي ما بين طرفيه: ${written}`,
  },
};
