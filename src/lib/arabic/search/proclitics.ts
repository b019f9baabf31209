/**
 * Words whose first letters are their own and no article, as normalised; a `-` at the end stands for any ending. Matched from
 * the alef on, so that «بألمانيا» and «وألمانيا» are found too.
 */
const ownArticle = `
الله اللهم الهي الهيه الم الف الفا الفين الاف الافهم الافها اليه اليها اليهم اليات الينا اليك الهام الهامه
المان الماني المانيا المانيه المانيين المانيون البان الباني البانيا البانيه البانيين البانيون الاباما الاسكا البرت- البيرت- الفريدو الفرد
الكسند- اليكس- اليزاب- اليوت- الباما الدوس الدود الكترون- الكترو- الغاء الغايها الغايهم الغت الغي الغيت الغوا القاء القايه القايها القايهم القت القي
التزم- التزام- التماس- التمس- التهاب- التهب- التقي التقت التقاء التقاه التقاها التقاهم التحق- التحاق- التحام- التفات- التفت- التفاف-
الزام الزامي الزاميه الحاق الحاقها الماس الياف الواح الوان البوم البومات الياس العاب الغام القاب الزهايمر السلفادور الدورادو
`;
/** «والد» and «بالغ» are whole words too; so are names that only look like a cluster. */
const ownCluster = `
والد والدي والده والدها والدهم والدين والدان والدته والدتها والدتي والدك والدنا والدات والي واليا والت والتر والاس والكر
بالغ بالغه بالغين بالغون بالغت بالي باليه بالون بالونات بالتيمور بالستي بالستيه بالستيين بال باله بالاس بالاسيوس
كالسيوم كاليفورني- كاليدوني- كالياري كالدوني كال كالفن كالغاري
فالنسي- فالنتاين فالنتي- فالكون فالكاو فالي فاليري- فالا فالح فالفيردي
لالا لاليغا لالان
`;

const matchesArticle = matcherOf(ownArticle);
const matchesCluster = matcherOf(ownCluster);

/** A word of which «لل» is «ل» + «الـ» + a word that begins with ل: «للغة» is «ل» + «اللغة», and not «ل» + «الغة». */
const matchesLam = matcherOf(`
لغه لغات لغتنا لغوي- لجنه لجان لاعب- لقاء لقاءات لقاح- لبنان- ليبي- ليل ليله ليالي لون لحم لحوم لوح لوحه لوحات لاجي- لجوء لايحه لوايح لحظه لحظات
لياقه لندن- لص لصوص لباس ليزر لقب لعب لعبه لهجه لهجات لهب لسان لواء لوم لور- ليمون لوكسمبورغ لاتيني- لاتفي- لوبي لجام لافتات لافته لوجست- لغز لغم
`);

const clusters = /^(?:[وف]?(?:بال|كال|لال)|[وف]?ال)/;

/**
 * A normalised word without the article and what is written before it (ال، وال، بال، كال، فال، لل، وبال …); the word
 * itself where it has none: «والمحادثات» → «محادثات», «للغة» → «لغه», «ألمانيا», «والدة» and «الله» stay.
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

/** «وأعلن» and «فإن»: و or ف before a hamza on alef, in a word as written, is always a proclitic. */
export function hasConjunctionBeforeHamza(word: string): boolean {
  return /^[^\p{L}]*[وف]\p{M}*[أإآ]/u.test(word);
}

/** «آلام», «بألمانيا»: an alef with hamza or madda, in a word as written, is never that of the article. */
export function hasHamzaBeforeLam(word: string): boolean {
  return /^[^\p{L}]*[وف]?\p{M}*[بكل]?\p{M}*[أإآ]\p{M}*ل/u.test(word);
}

/** One-letter proclitics and their pairs, longest first. */
export const proclitics = ['وس', 'فس', 'وب', 'ول', 'فب', 'فل', 'و', 'ف', 'ب', 'ل', 'س'] as const;

/** What is left of a word when a proclitic is taken off it, at least three letters, for every proclitic that it may begin with. */
export function stripEachProclitic(word: string): string[] {
  return [...proclitics, 'ك']
    .filter((proclitic) => mayStrip(word, proclitic))
    .map((proclitic) => word.slice(proclitic.length));
}

/** Whether a word begins with a proclitic that leaves three letters; «س» stands before verbs of the present alone. */
export function mayStrip(word: string, proclitic: string): boolean {
  if (!word.startsWith(proclitic) || word.length - proclitic.length < 3) return false;
  return !proclitic.endsWith('س') || /^[يتنا]/.test(word.slice(proclitic.length));
}

/** Whether a word is one of a list. */
function matcherOf(list: string): (word: string) => boolean {
  const entries = list.trim().split(/\s+/);
  const whole = new Set(entries.filter((entry) => !entry.endsWith('-')));
  const beginnings = entries.filter((entry) => entry.endsWith('-')).map((entry) => entry.slice(0, -1));
  return (word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}
