import { normalizeWord } from './words.ts';

/**
 * Insults and obscenities, by their beginnings after the article; a `=` at the end stands for the whole word. Our own
 * list, of what would shame a newspaper that offered it to a reader who typed something else.
 */
const list = `
عاهر عاهرة زانية زواني قحبة قحاب شرموط شراميط عرص= عرصة منيوك نيك= ناك= طيز= طيزي كس= كسم كسها زب= زبي= أير= خول= خولات
متناك لوطي= لواط ديوث قواد= قوادة خنيث مخنث خرا= خراء= زق= وسخ= وسخة= حقير= حقيرة حقراء سافل= سافلة سفلة ساقطة= فاجر= فاجرة
كلب= كلبة= كلاب= حمار= حمارة= حمير= خنزير= خنازير= بغل= بغال= بهيمة= بهائم= تيس= جحش= حيوانات= غبي= غبية أغبياء أحمق= حمقى= حمقاء معتوه
أبله= بلهاء منغولي زنجي زنوج عبيد= خسيس= نذل= أنذال وغد= أوغاد حثالة صعلوك= لعين= ملعون= كافر= كفار= مرتد= نجس= أنجاس
`;

const entries = list.trim().split(/\s+/);
const whole = new Set(entries.filter((entry) => entry.endsWith('=')).map(normalizeWord));
const beginnings = entries.filter((entry) => !entry.endsWith('=')).map(normalizeWord);

/** Whether a base is never to be offered to a reader. It is found when somebody types it. */
export function isOffensive(base: string): boolean {
  return whole.has(base) || beginnings.some((beginning) => base.startsWith(beginning));
}
