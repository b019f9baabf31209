/**
 * Normalised words that begin with ال without having the article; a `-` at the end stands for any ending. They are
 * compared from the alef on, so that «بألمانيا» and «وألمانيا» match too.
 */
const ownArticle = `
الله اللهم الهي الهيه الم الف الفا الفين الاف الافهم الافها اليه اليها اليهم اليات الينا اليك
المان الماني المانيا المانيه المانيين المانيون البان الباني البانيا البانيه البانيين البانيون الاباما الاسكا البرت البرتو البيرت- الفريدو
الكسند- اليكس- اليزاب- اليوت الدوس الكترون- الكترو- الغاء الغايها الغت الغي الغيت الغوا القاء القايها القت القي
التزم التزموا التزمت التزمنا التزام التزامه التزامها التزامهم التزاما التزامات- التماس التماسا التماسات التمس التمسوا
التهاب- التهب- التقي التقت التقاء التقاه التقاها التقاهم التحق التحقت التحقوا التحاق التحاقه التحاقها التحام التفات- التفت التفتوا التفاف-
الزام الزامي الزاميه الحاق الحاقها الماس الياف الواح الوان البوم البومات الياس العاب الغام القاب الزهايمر السلفادور
`;
/** Normalised words that only look as if they began with the article and a proclitic: «والد», «بالغ» and names. */
const ownCluster = `
والد والدي والده والدها والدهم والدين والدان والدته والدتها والدتي والدك والدنا والدات والي واليا والت والتر والاس والكر
بالغ بالغه بالغين بالغون بالغت بالي باليه بالون بالونات بالتيمور بالستي بالستيه بالستيين بال باله بالاس بالاسيوس
كالسيوم كاليفورني- كاليدوني- كالياري كالدوني كال كالفن كالغاري
فالنسي- فالنتاين فالنتي- فالكون فالكاو فالي فاليري- فالا فالح فالفيردي
لالا لاليغا لالان
`;

const matchesArticle = matcherOf(ownArticle);
const matchesCluster = matcherOf(ownCluster);

/**
 * Words that begin with ل themselves. After «لل», that letter is their own: «للغة» is «ل» + «اللغة», and not «ل» +
 * «الغة».
 */
const matchesLam = matcherOf(`
لغه لغات لغتنا لغوي- لجنه لجان لاعب- لقاء لقاءات لقاح- لبنان- ليبي- ليل ليله ليالي لون لحم لحوم لوح لوحه لوحات لاجي- لجوء لايحه لوايح لحظه لحظات
لياقه لندن- لص لصوص لباس ليزر لقب لعب لعبه لهجه لهجات لهب لسان لواء لوم لور- ليمون لوكسمبورغ لاتيني- لاتفي- لوبي لجام لافتات لافته لوجست- لغز لغم
`);

/** The article with the proclitics before it. */
const clusters = /^(?:[وف]?(?:بال|كال|لال)|[وف]?ال)/;

/**
 * Strips the article and the proclitics before it (ال، وال، بال، كال، فال، لل، وبال …) from a normalised word:
 * «والمحادثات» → «محادثات», «للغة» → «لغه». Words without the article stay as they are: «ألمانيا», «والدة», «الله».
 */
export function stripArticle(word: string): string {
  const lam = /^[وف]?لل(.{2,})$/u.exec(word)?.[1];
  if (lam !== undefined) return matchesLam(`ل${lam}`) ? `ل${lam}` : lam;
  const cluster = clusters.exec(word)?.[0];
  if (cluster === undefined) return word;
  const rest = word.slice(cluster.length);
  if (rest.length < 2 || matchesCluster(word) || matchesArticle(word.slice(cluster.length - 2))) return word;
  if (/^[وف]/.test(cluster) && matchesCluster(word.slice(1))) return word;
  return rest;
}

/**
 * Whether a word as written begins with و or ف before a hamza on alef: «وأعلن», «فإن». That letter is always a
 * proclitic.
 */
export function hasConjunctionBeforeHamza(word: string): boolean {
  return /^[^\p{L}]*[وف]\p{M}*[أإآ]/u.test(word);
}

/**
 * Whether a word as written has an alef with hamza or madda before ل: «آلام», «بألمانيا». That is never the article.
 */
export function hasHamzaBeforeLam(word: string): boolean {
  return /^[^\p{L}]*[وف]?\p{M}*[بكل]?\p{M}*[أإآ]\p{M}*ل/u.test(word);
}

/** One-letter proclitics and pairs of them, the longest first. */
export const proclitics = ['وس', 'فس', 'وب', 'ول', 'فب', 'فل', 'و', 'ف', 'ب', 'ل', 'س'] as const;

/** Returns what remains of a word after each proclitic that it may begin with: at least three letters. */
export function stripEachProclitic(word: string): string[] {
  return [...proclitics, 'ك']
    .filter((proclitic) => mayStrip(word, proclitic))
    .map((proclitic) => word.slice(proclitic.length));
}

/**
 * Whether a word may begin with `proclitic`: at least three letters must remain, and «س» is possible only before
 * present tense verbs.
 */
export function mayStrip(word: string, proclitic: string): boolean {
  if (!word.startsWith(proclitic) || word.length - proclitic.length < 3) return false;
  return !proclitic.endsWith('س') || /^[يتنا]/.test(word.slice(proclitic.length));
}

/** Creates a function that returns whether a word is in a list; a `-` at the end of an entry stands for any ending. */
function matcherOf(list: string): (word: string) => boolean {
  const entries = list.trim().split(/\s+/);
  const whole = new Set(entries.filter((entry) => !entry.endsWith('-')));
  const beginnings = entries.filter((entry) => entry.endsWith('-')).map((entry) => entry.slice(0, -1));
  return (word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}
