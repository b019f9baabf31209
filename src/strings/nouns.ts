import type { NounForms } from '../lib/arabic/plural.ts';

/** Counted nouns in the nominative; `#` is the number. */
export const countedNouns = {
  articles: {
    zero: 'لا مقالات',
    one: 'مقال واحد',
    two: 'مقالان',
    few: '# مقالات',
    many: '# مقالًا',
    other: '# مقال',
  },
  comments: {
    zero: 'لا تعليقات',
    one: 'تعليق واحد',
    two: 'تعليقان',
    few: '# تعليقات',
    many: '# تعليقًا',
    other: '# تعليق',
  },
  partsOfSeries: {
    zero: 'لا أجزاء',
    one: 'جزء واحد',
    two: 'جزءان',
    few: '# أجزاء',
    many: '# جزءًا',
    other: '# جزء',
  },
  newEntries: {
    zero: 'لا تحديثات جديدة',
    one: 'تحديث جديد واحد',
    two: 'تحديثان جديدان',
    few: '# تحديثات جديدة',
    many: '# تحديثًا جديدًا',
    other: '# تحديث جديد',
  },
  minutesToRead: {
    zero: 'أقل من دقيقة للقراءة',
    one: 'دقيقة واحدة للقراءة',
    two: 'دقيقتان للقراءة',
    few: '# دقائق للقراءة',
    many: '# دقيقةً للقراءة',
    other: '# دقيقة للقراءة',
  },
  brokenLinks: {
    zero: 'لا روابط داخلية مكسورة',
    one: 'رابط داخلي مكسور واحد',
    two: 'رابطان داخليان مكسوران',
    few: '# روابط داخلية مكسورة',
    many: '# رابطًا داخليًّا مكسورًا',
    other: '# رابط داخلي مكسور',
  },
} satisfies Record<string, NounForms>;

/** Counted nouns in the genitive, for use after a preposition; `#` is the number. */
export const inGenitive = {
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
