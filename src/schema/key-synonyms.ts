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
  'تاريخ الانتهاء': ['expires'],
  'ينتهي في': ['expires'],
  ينتهي: ['expires', 'until'],
  انتهاء: ['expires'],
  قسم: ['category'],
  تصنيف: ['category'],
  وسوم: ['tags'],
  صورة: ['image'],
  ملخص: ['summary'],
  خلاصة: ['summary'],
  وصف: ['summary', 'description', 'bio'],
  مراسل: ['reporter'],
  مراسلة: ['reporter'],
  مراسلون: ['reporter'],
  مصدر: ['source'],
  مسودة: ['draft'],
  معرف: ['id'],
  تعليقات: ['comments'],
  تصويبات: ['corrections'],
  تصويب: ['corrections'],
  تصحيحات: ['corrections'],
  تصحيح: ['corrections'],
  استدراك: ['corrections'],
  سحب: ['withdrawn'],
  مسحوب: ['withdrawn'],
  سبب: ['reason'],
  نوع: ['kind'],
  نص: ['text'],
  'تغطية مباشرة': ['live'],
  مباشر: ['live'],
  وقت: ['time'],
  ساعة: ['time'],
  مثبت: ['pin'],
  تثبيت: ['pin'],
  مفصلي: ['key'],
  مهم: ['key'],
  liveblog: ['live'],
  pinned: ['pin'],
  'key-event': ['key'],
  ملف: ['series'],
  'ملف صحفي': ['series'],
  سلسلة: ['series'],
  مقالات: ['articles'],
  أجزاء: ['articles'],
  مكتمل: ['closed'],
  مغلق: ['closed'],
  اسم: ['name', 'title'],
  جنس: ['gender'],
  ترتيب: ['order'],
  رابط: ['url'],
  مقال: ['article'],
  حتى: ['until'],
  authors: ['author'],
  section: ['category'],
  categories: ['category'],
  description: ['summary'],
  excerpt: ['summary'],
  updated: ['last-updated'],
  lastmod: ['last-updated'],
  expirydate: ['expires'],
  expiry: ['expires'],
  'expires-at': ['expires'],
  byline: ['reporter'],
  reporters: ['reporter'],
  cover: ['image'],
  correction: ['corrections'],
  retracted: ['withdrawn'],
  type: ['kind'],
  timezone: ['time-zone'],
  menu: ['navigation'],
  serie: ['series'],
  parts: ['articles'],
  posts: ['articles'],
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
