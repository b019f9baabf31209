import { stripTashkeel } from '../normalize.ts';
import { normalizeWord } from './words.ts';

/** Words too common to search for: particles, pronouns, prepositions with pronouns. Our own list. */
const list = `
في من على إلى عن مع أن إن هذا هذه ذلك تلك هؤلاء أولئك التي الذي الذين اللذين اللذان اللتين اللتان اللاتي اللواتي ما لا لم لن
هو هي هم هما كان كانت كانوا يكون تكون كما قد لقد ثم أو أي كل بعد قبل بين حول عند عندما حيث إذ إذا غير منذ حتى ضد خلال
لدى لديه لديها لديهم أمام نحو فيما مما عما بما لما كذلك أيضا لكن ولكن لكنه لكنها بل إلا سوى هناك هنا يا هل أم
ليس ليست فقط جدا تم يتم وتم ويتم مثل دون بدون عبر ضمن نحن أنا أنت كيف متى أين لماذا ماذا بينما بينهم بينها لأن لأنه لأنها
به بها بهم بهذا بهذه بذلك له لها لهم لنا لي لك لهذا لهذه لذلك منه منها منهم فيه فيها فيهم عليه عليها عليهم إليه إليها إليهم
عنه عنها عنهم معه معها معهم أنه أنها أنهم إنه إنها إنهم بأن بأنه بأنها كي لكي لكل بكل بأي
وهو وهي وهم وكان وكانت وقد ولا ولم ولن وما ومن وفي وعلى وإلى وعن ومع وأن وإن وأنه وأنها والتي والذي والذين وذلك وهذا وهذه وكما
وبعد وقبل وبين وحتى وكل وليس وأي فإن كون كونه كونها حين وحين سوف
`;

const words = list.trim().split(/\s+/).map(stripTashkeel);
const written = new Set(words.flatMap((word) => [word, word.replace(/^([وبلف]?)[أإ]/, '$1ا')]));
/** Normalisation makes «على» and «إلى» the same as «علي» and «آلي», which are no stop words. */
const noStopWords = new Set(['علي', 'الي']);
const normalized = new Set(words.map(normalizeWord).filter((word) => !noStopWords.has(word)));

/** Whether a word as written is a stop word: «على», «الى», but neither «علي» nor «آلي». */
export function isStopWord(word: string): boolean {
  const letters = stripTashkeel(word).replace(/[^\p{L}]/gu, '');
  return written.has(letters);
}

/** Whether a normalised word without article and proclitics is a stop word. */
export function isStopBase(base: string): boolean {
  return normalized.has(base);
}
