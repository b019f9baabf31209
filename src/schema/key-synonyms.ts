import { foldForMatching } from '../lib/arabic/normalize.ts';

/**
 * Names for our keys in Arabic and in other generators (Hugo, Jekyll). If a name has several keys, it means the first
 * one that the schema of the file has.
 */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  عنوان: ['title'],
  كاتب: ['author'],
  كاتبة: ['author'],
  ناشر: ['author'],
  تاريخ: ['date'],
  'تاريخ النشر': ['date'],
  'تاريخ التحديث': ['last-updated'],
  'آخر تحديث': ['last-updated'],
  قسم: ['category', 'section'],
  تصنيف: ['category'],
  وسوم: ['tags'],
  صورة: ['image'],
  ملخص: ['summary'],
  خلاصة: ['summary'],
  وصف: ['summary', 'description', 'bio'],
  مراسل: ['reporter'],
  مصدر: ['source'],
  مسودة: ['draft'],
  معرف: ['id'],
  تعليقات: ['comments'],
  'تغطية مباشرة': ['live'],
  مباشر: ['live'],
  وقت: ['time'],
  ساعة: ['time'],
  مثبت: ['pin', 'pinned'],
  تثبيت: ['pin'],
  مفصلي: ['key'],
  مهم: ['key'],
  liveblog: ['live'],
  pinned: ['pin'],
  'key-event': ['key'],
  اسم: ['name', 'title'],
  ترتيب: ['order'],
  رابط: ['url'],
  صدارة: ['lead'],
  تخطيط: ['layout'],
  إخفاء: ['hide'],
  أقسام: ['blocks'],
  authors: ['author'],
  section: ['category'],
  categories: ['category'],
  description: ['summary'],
  excerpt: ['summary'],
  updated: ['last-updated'],
  lastmod: ['last-updated'],
  byline: ['reporter'],
  cover: ['image'],
  timezone: ['time-zone'],
  menu: ['navigation'],
  featured: ['lead'],
  sticky: ['pinned'],
  hidden: ['hide'],
  sections: ['blocks'],
};

const foldedSynonyms = new Map(Object.entries(synonyms).map(([word, keys]) => [fold(word), keys]));

/** Finds the key among `known` that another name most likely means; undefined if the name is not in the table. */
export function keyNamed(name: string, known: readonly string[]): string | undefined {
  return foldedSynonyms.get(fold(name))?.find((meant) => known.includes(meant));
}

/** Folds a name for comparison: «العُنوان» and «عنوان» become the same. */
function fold(name: string): string {
  return foldForMatching(name).replace(/^ال/, '');
}
