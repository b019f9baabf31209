import { stripArticle } from './proclitics.ts';
import { normalizeWord, splitWords } from './words.ts';

/**
 * Names that the press spells in several ways, one group of spellings on each line; the first represents all. Spellings
 * that `normalizeWord` makes the same need not be listed. Our own list: loan words, places and people of the news, and
 * their names in Latin letters, and the months (not those that are other words too: «نيسان», «آب», «أوت»).
 */
const groups = `
ناتو nato
واتساب واتس whatsapp
داعش isis
آيفون iphone
فيسبوك فايسبوك facebook
تويتر twitter
يوتيوب youtube
إنستغرام إنستقرام إنستجرام instagram
جوجل غوغل قوقل google
أبل apple
مايكروسوفت ميكروسوفت microsoft
سامسونج سامسونغ samsung
أمريكا أميركا
أمريكي أميركي
أمريكية أميركية
أمريكيون أميركيون
أمريكيين أميركيين
أوبك opec
يونسكو يونيسكو unesco
يونيسف يونيسيف unicef
فيفا fifa
تلغرام تيليجرام تليجرام تيليغرام telegram
تيكتوك tiktok
إنجلترا إنكلترا
إنجليزي إنكليزي
إنجليزية إنكليزية
ترامب ترمب trump
بوتين بوتن putin
كورونا كوفيد corona covid
أوكرانيا ukraine
سوريا سورية
هيدروجين هايدروجين
فيينا vienna
ويندوز windows
تلفزيون تلفاز تليفزيون
هونغكونغ هونجكونج
شنغهاي شانغهاي
ليفربول ليفربوول liverpool
تشيلسي تشلسي chelsea
يوفنتوس جوفنتوس juventus
رونالدو ronaldo
ميسي messi
إنترنت انترنيت internet
أوليمبي أولمبي
أوليمبية أولمبية
كيلومتر كلم
برازيل brazil
كلينتون كلنتون clinton
ماكرون macron
ميركل مركل merkel
إردوغان أردوجان
بنغازي بنجازي
طهران تهران
قسنطينة قسطنطينة
إسطنبول استنبول استانبول
بيونغيانغ بيونجيانج
كلاشنيكوف كلاشينكوف
ديمقراطية ديموقراطية
ديمقراطي ديموقراطي
بترول بيترول
كومبيوتر كمبيوتر computer
أندرويد android
إيبولا ebola
برشلونة barcelona
أوباما obama
هوليوود هوليود hollywood
يناير جانفي كانون_الثاني
فبراير فيفري شباط
مارس آذار
أبريل إبريل أفريل
مايو أيار
يونيو يونيه حزيران
يوليو يوليوز جويلية تموز
أغسطس غشت
سبتمبر شتنبر أيلول
أكتوبر تشرين_الأول
نوفمبر نونبر تشرين_الثاني
ديسمبر دجنبر كانون_الأول
`;

/** A name with spellings of several words. */
export interface NamePhrases {
  /** The spelling of one word that represents all, if there is one. */
  base?: string;
  /** The spellings of several words, as their bases. */
  phrases: string[][];
}

export interface NameTable {
  /** Returns the spelling that represents all of a name; both are normalised and without the article. */
  get(spelling: string): string | undefined;
  /** Whether a word is a spelling of a name, normalised and without the article. */
  has(spelling: string): boolean;
  /** The names with spellings of several words. */
  phrases: readonly NamePhrases[];
}

/**
 * Creates the table from our own groups and from those of a site. Each of `ownGroups` has the spellings of one name; the
 * first of a single word represents all of these. A spelling that is in a group of ours and in one of the site belongs
 * to the site's.
 */
export function createNameTable(ownGroups: readonly (readonly string[])[] = []): NameTable {
  const table = new Map<string, string>();
  const builtIn = groups
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map((name) => name.split('_').map(toBase)));
  const own = ownGroups.map((group) => group.map((name) => splitWords(name).map(toBase)));
  for (const group of [...builtIn, ...own]) {
    const [first = '', ...others] = singleWords(group);
    for (const other of others) if (other !== first && other !== '') table.set(other, first);
    table.delete(first);
  }
  const represented = new Map([...table.keys()].map((name) => [name, lastOf(name, table)]));
  const nameOf = (base: string): string => represented.get(base) ?? base;
  const phrases = [...builtIn, ...own].flatMap((group): NamePhrases[] => {
    const several = group.filter((words) => words.length > 1).map((words) => words.map(nameOf));
    const [base] = singleWords(group);
    return several.length === 0 ? [] : [{ phrases: several, ...(base !== undefined && { base: nameOf(base) }) }];
  });
  const spellings = new Set([...represented.keys(), ...represented.values()]);
  return { get: (spelling) => represented.get(spelling), has: (spelling) => spellings.has(spelling), phrases };
}

function toBase(name: string): string {
  return stripArticle(normalizeWord(name));
}

function singleWords(group: readonly string[][]): string[] {
  return group.flatMap((words) => (words.length === 1 ? words : []));
}

/** Follows chains: the spelling that represents one group may be one of the other spellings of another group. */
function lastOf(name: string, table: ReadonlyMap<string, string>): string {
  const next = table.get(name);
  return next === undefined ? name : lastOf(next, table);
}
