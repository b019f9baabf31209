import { stripArticle } from './proclitics.ts';
import { normalizeWord } from './words.ts';

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
يناير جانفي
فبراير فيفري شباط
مارس آذار
أبريل إبريل أفريل
مايو أيار
يونيو يونيه حزيران
يوليو يوليوز جويلية تموز
أغسطس غشت
سبتمبر شتنبر أيلول
نوفمبر نونبر
ديسمبر دجنبر
`;

/** Maps every spelling of a name to the one that represents all; both are normalised and without the article. */
export type NameTable = ReadonlyMap<string, string>;

/**
 * Creates the table from our own groups and from those of a site. Each of `ownGroups` has the spellings of one name,
 * each a single word; the first represents all. A spelling that is in a group of ours and in one of the site belongs to
 * the site's.
 */
export function createNameTable(ownGroups: readonly (readonly string[])[] = []): NameTable {
  const table = new Map<string, string>();
  const builtIn = groups
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  for (const group of [...builtIn, ...ownGroups]) {
    const [first = '', ...others] = group.map((name) => stripArticle(normalizeWord(name)));
    for (const other of others) if (other !== first && other !== '') table.set(other, first);
    table.delete(first);
  }
  return new Map([...table.keys()].map((name) => [name, lastOf(name, table)]));
}

/** Follows chains: the spelling that represents one group may be one of the other spellings of another group. */
function lastOf(name: string, table: NameTable): string {
  const next = table.get(name);
  return next === undefined ? name : lastOf(next, table);
}
