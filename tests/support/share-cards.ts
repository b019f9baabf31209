import { Renderer } from '@takumi-rs/core';
import { readCardFonts } from '../../src/library/cards/share-card-fonts.ts';
import { projectDirectory } from './build-site.ts';

/** Headlines with which the design of the card was checked by eye. */
export const headlines = [
  'عاد النهر',
  'كلمة',
  'هل يغيّر الجسر الجديد حياة أهل الضفتين بعد ثلاثة أعوام من الانتظار؟',
  'قالَ «المُتَحَدِّثُ»: لا إلٰهَ إلّا اللّٰهُ، وكُتِبَ علَيْكُمُ الصِّيامُ',
  'NATO وروسيا: ماذا جرى في محادثات عام 2022؟ ولماذا عادت iPhone 17 Pro إلى الواجهة؟',
  '«الكتاب لا يموت»: خمسون ناشرًا في بيروت يردّون على سؤال واحد',
  'ارتفاع التضخم إلى 12.5٪ في الربع الثالث، والبنك المركزي يتوقع 9% نهاية 2027',
  'حوار (الجزء 2) – «ما بعد الطوفان»: من يكتب تاريخ المدن؟ وأيّ مدن؟',
  'مستشفى القصر يستقبل 1٬250 مصابًا في 24 ساعة… والأطباء: «الأسِرّة لا تكفي»',
  'لماذا يصرّ سكّان القرى الجبلية في أطراف وادي الليمون على إصلاح السواقي القديمة بأيديهم بينما تعرض عليهم الشركات مضخاتٍ حديثةً بلا مقابل، ويقول شيوخهم إن الماء الذي لا يُسمع صوته لا يُعرف قدره ولا يُحفظ حقّه بين الجيران؟',
];

/** Opens the renderer with the fonts of share cards. */
export async function openEngine(): Promise<Renderer> {
  const engine = new Renderer();
  for (const font of await readCardFonts(projectDirectory)) await engine.registerFont(font);
  return engine;
}
