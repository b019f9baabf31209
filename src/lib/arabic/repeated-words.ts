import { letters, marks } from './characters.ts';

/**
 * A word, a space and the same word again, with the units before and after: an accident has more of the sentence behind
 * it, emphasis and names often end a phrase.
 */
const word = `[${letters}${marks}]`;
const repeated = new RegExp(`(?<!${word}|_)(${word}{2,}) \\1(?=[ \\n](?:${word}|[\\d«"(]))`, 'g');

/** Particles that no sentence needs twice. Not «من من» (who of), «ما ما», «لا لا», «هو هو», «إن إن» of an acronym. */
const particles = new Set(
  (
    'أن ان في إلى الى على عن مع التي الذي الذين أنه أنها أنهم بأن بأنه لأن لأنه وأن وأنه التى اللذين اللتين عند لدى حول ضمن خلال منذ ' +
    'بعد قبل حتى حيث ثم قد وقد كما إذا هذه هذا ذلك تلك ستكون سيكون وكان وكانت لم لن ليس ليست أو بل لكن ولكن ' +
    'بين بسبب وفي وإلى وعلى وعن ومع ومن والتي والذي'
  ).split(' '),
);
/** «بين بين», «بعد بعد غد» and «قبل قبل» are said on purpose. */
const saidTwice = new Set(['بين', 'بعد', 'قبل']);
const n = 'ان|إن|أن|آن';
/** Without «ان», which is a particle beside most words. */
const otherLetters = 'سي|أي|اي|ايه|إيه|آي|بي|تي|دي|جي|إس|اس|أس|آس|إف|أف|اف|إم|أم|ام|آم|إل|أل|إتش|اتش|يو|كيو|آر|ار';
const isLetterName = new RegExp(`^(?:${otherLetters}|${n})$`);
const afterLetter = new RegExp(`(?:^|[ "«(])[وفبلك]?(?:ال)?(?:${otherLetters})(?: (?:${n}))? $`);
const beforeLetter = new RegExp(`^ (?:${otherLetters})(?!${word})`);

/** Whether a short word is a letter of an acronym as Arabic reads it: «سي ان ان», «ان اس ايه». */
export function isLetterOfAcronym(text: string, start: number, end: number): boolean {
  if (!isLetterName.test(text.slice(start, end))) return false;
  return afterLetter.test(text.slice(Math.max(0, start - 12), start)) || beforeLetter.test(text.slice(end, end + 8));
}

/** Names that parents give to children of the same name, and the like: «أحمد أحمد», «هونغ هونغ». */
const names = new Set(
  (
    'محمد أحمد احمد محمود علي حسن حسين عمر عثمان خالد سعيد سالم إبراهيم ابراهيم يوسف موسى عيسى إسماعيل سليمان داود صالح ' +
    'مصطفى حفيظ حمد حمدان جابر جبر جمعة خميس خليل رمضان شعبان رجب ربيع زيد سعد سلمان سليم شاهين صقر طالب عباس عبدالله عبده ' +
    'فارس فهد قاسم كامل كريم مبارك مسعود منصور ناصر نصر نور هاشم وليد ياسين يحيى يعقوب هونغ كونغ دوران بادن سيرسيه نادر عادل ' +
    'فاضل جاسم كاظم مهدي حمود حبيب صادق باقر سامي رامي هاني شادي فادي مراد أنور أكرم أشرف أمين بشير بكر جلال جمال حامد'
  ).split(' '),
);
/** Bare words that are repeated for emphasis, in lists, or to give each its share: «كثير كثير», «واحد واحد». */
const emphatic = new Set(
  (
    'كثير قليل جميل طويل بعيد قريب كبير صغير واحد اثنين ثلاثة اثنان عاجل حاضر مبروك تعال تعالوا شكرا سلام حرام حلال مرحبا أهلا ' +
    'مهلا كفى انتبه احذر اسمع اسمعوا حبيبي يعني طيب تمام فورا بسرعة حرف سطر بيت باب يوم ليلة سنة شهر كلمة خطوة لحظة حبة قطرة ' +
    'شبر شيء رويد وحدة دقيقة صفحة نفسي يارب ياريت زمان سواء شوية هيهات هلم قليلا تدريجيا كلها كلهم كله'
  ).split(' '),
);

/**
 * Finds words that were probably typed twice by accident: «إلى إلى», «القانون القانون رقم». Words of few letters can be
 * a verb and its subject («حكم حكم»), and names and reduplication are meant («أحمد أحمد», «شيئًا شيئًا»).
 */
export function findRepeatedWords(text: string): { start: number; end: number; word: string }[] {
  return [...text.matchAll(repeated)].flatMap(({ 0: found, 1: typed = '', index }) => {
    const end = index + found.length;
    const before = text.slice(Math.max(0, index - 8), index);
    if (isLetterOfAcronym(text, index, index + typed.length) || isLetterOfAcronym(text, end - typed.length, end))
      return [];
    if (!isAccident(typed, before)) return [];
    return [{ start: index, end, word: typed }];
  });
}

const anyMark = new RegExp(`[${marks}]`, 'g');

function isAccident(typed: string, before: string): boolean {
  const bare = typed.replace(anyMark, '');
  if (saidTwice.has(bare)) return false;
  if (particles.has(bare)) return true;
  // Emphasis begins a phrase or a quotation: «الوحدة الوحدة يا عرب».
  if (/(?:^|[،؛:.!؟…«"(\n])\s*$/.test(before)) return false;
  if (/[\u0627\u064B]$/.test(typed) || /^(?!ال).*\u0629$/.test(typed) || emphatic.has(bare) || names.has(bare))
    return false;
  return bare.length >= (/^[وفبلك]?ال/.test(bare) ? 6 : 5);
}
