import { countNoun, type NounForms } from '../lib/arabic/plural.ts';
import { countedNouns, importedNouns } from './nouns.ts';

/** What an import says about everything that its source holds: how many there are, and what became of them. */
export const importTallyStrings = {
  title: 'كل ما في المصدر، وما صار إليه:',
  reasonsIn: (file: string): string => `الأسباب في: ${file}`,
  sum: (kind: string, counts: Record<'total' | 'came' | 'changed' | 'left', number>): string =>
    `${kind}: ${counts.total} (كما كان: ${counts.came}، متغيّر: ${counts.changed}، لم يأتِ: ${counts.left})`,
  counted: (count: number, noun: NounForms, reason: string, names: readonly string[]): string =>
    `${countNoun(count, noun, 'latn')}: ${reason}${names.length > 0 ? ` [${names.join('، ')}]` : ''}`,
  name: (name: string, count: number): string => `${name}: ${count}`,

  /** The file in which an import proposes what fields become. */
  proposal: {
    head: [
      'حقول وتصنيفات في المقالات لم تأتِ. كل سطر: اسم الحقل، ثم ما يصير إليه هنا.',
      'يصلح للحقول: kicker (فوق العنوان)، summary (تحت العنوان)، reporter (من كتب الخبر)، dateline (مدينة الخبر)، source (أين نُشر أول مرة)، tags (الوسوم)، series (الملف الصحفي).',
      'ويصلح للتصنيفات، وأولها taxonomy: ما سبق، وsection (القسم).',
      'راجع الأسطر، وأضف من التعليقات ما تريده بلا # وبعده ما يصير إليه، واحذف ما لا تريده، ثم أعد النقل وبعده ‎--fields واسم هذا الملف.',
    ],
    use: (count: number, example: string): string => `${countNoun(count, importedNouns.uses, 'latn')}، مثل: ${example}`,
  },

  /** In the order in which they are told. */
  kinds: {
    articles: { name: 'المقالات', noun: countedNouns.articles },
    pages: { name: 'الصفحات', noun: importedNouns.pages },
    others: { name: 'عناصر من أنواع أخرى', noun: importedNouns.items },
    repeated: { name: 'عناصر تكررت', noun: importedNouns.items },
    'menu-entries': { name: 'مداخل القوائم', noun: importedNouns.menuEntries },
    'shared-blocks': { name: 'المكوّنات المشتركة', noun: importedNouns.components },
    sections: { name: 'الأقسام', noun: importedNouns.sections },
    tags: { name: 'الوسوم', noun: importedNouns.tags },
    terms: { name: 'تصنيفات أخرى', noun: importedNouns.terms },
    authors: { name: 'الكتّاب', noun: importedNouns.authors },
    comments: { name: 'التعليقات', noun: countedNouns.comments },
    fields: { name: 'الحقول المخصصة', noun: importedNouns.fields },
    pins: { name: 'المثبّت فوق غيره', noun: importedNouns.pins },
    media: { name: 'مكتبة الوسائط', noun: importedNouns.files },
    images: { name: 'الصور في المقالات والصفحات', noun: importedNouns.images },
    links: { name: 'الروابط', noun: importedNouns.links },
    recordings: { name: 'التسجيلات', noun: importedNouns.recordings },
    embeds: { name: 'المضمّنات والإطارات', noun: importedNouns.embeds },
    shortcodes: { name: 'رموز الإضافات بين قوسين', noun: importedNouns.shortcodes },
    blocks: { name: 'المكوّنات التي تُملأ حين تُعرض', noun: importedNouns.components },
    programs: { name: 'البرامج والاستمارات', noun: importedNouns.programs },
  },

  /** Why something came changed, or did not come. Each is a rule, so that it holds for one thing as for many. */
  reasons: {
    draft: 'المسودة تأتي مسودة.',
    scheduled: 'المؤجل يأتي بموعده.',
    pending: 'ما ينتظر المراجعة يصير مسودة.',
    private: 'الخاصّ يصير مسودة، لئلا يقرأه كل الناس.',
    password: 'ما تحميه كلمة مرور يصير مسودة، لئلا يقرأه كل الناس.',
    trash: 'ما في سلة المهملات لا يأتي.',
    'auto-draft': 'ما فُتح له محرّر ولم يُحفظ لا يأتي.',
    revision: 'النسخ السابقة لا تأتي.',
    'unknown-status': 'ما ليست له حالة معروفة لا يأتي.',
    undated: 'ما ليس له تاريخ يصلح يصير مسودة.',
    'deleted-here': 'ما جاء من قبل وحُذف هنا لا يأتي ثانية.',
    repeated: 'ما تكرر في ملفات التصدير يأتي مرة واحدة.',
    'other-type': 'ما نوعه غير المقال والصفحة لا يأتي إلا إذا طُلب نوعه: ‎--types video',
    'no-entry': 'الملف الذي ليس مقالًا ولا صفحة لا يأتي.',
    system: 'ما يخصّ مظهر الموقع القديم وعمله لا يأتي.',
    menu: 'القوائم لا تأتي.',
    'in-bodies': 'نص المكوّن المشترك يُكتب في كل موضع ورد فيه.',
    'not-named': 'ما لا يسمّيه شيء مما جاء لا يأتي.',
    'as-tag': 'التصنيف الذي ليس قسمًا لمقال يصير وسمًا لما هو فيه.',
    uncategorized: '«غير مصنف» لا يصير وسمًا.',
    'as-field': 'التصنيف الذي في ملف الحقول يأتي حقلًا.',
    nameless: 'ما ليس في اسمه حرف ولا رقم لا يأتي.',
    'other-taxonomy': 'التصنيف الذي ليس قسمًا ولا وسمًا لا يأتي إلا إذا ذُكر في ملف الحقول: ‎--fields FILE',
    unapproved: 'التعليق الذي لم يُقبل لا يأتي.',
    spam: 'التعليق المعدود من الإزعاج لا يأتي.',
    'trashed-comment': 'التعليق المحذوف لا يأتي.',
    pingback: 'إشعارات المواقع الأخرى لا تأتي.',
    'not-a-comment': 'ما تحفظه الإضافات مع التعليقات وليس منها لا يأتي.',
    'unreadable-comment': 'التعليق الذي ليس فيه نص أو ليس له وقت ولا لمقاله لا يأتي.',
    'undated-comment': 'التعليق الذي ليس له وقت يأخذ وقت مقاله.',
    'on-draft': 'التعليق على مسودة لا يأتي.',
    'on-page': 'التعليق على صفحة لا يأتي، فلا تعليقات هنا على الصفحات.',
    'on-left': 'التعليق على ما لم يأتِ لا يأتي.',
    'other-field': 'الحقل الذي ليس في ملف الحقول لا يأتي: ‎--fields FILE',
    'unknown-field': 'الحقل الذي لا مقابل له هنا لا يأتي.',
    'own-field': 'ما يحفظه النظام القديم وإضافاته لعملها لا يأتي.',
    canonical: 'العنوان الأصلي لمحركات البحث لا يأتي، وهو مذكور عند مقاله.',
    template: 'الوصف المكتوب برموز تُملأ حين يُعرض لا يأتي.',
    'summary-there': 'الوصف لا يأتي إن كان للمقال مقتطف.',
    'field-taken': 'الحقل الذي سبقه غيره إلى مكانه لا يأتي.',
    'empty-field': 'الحقل الفارغ لا يأتي.',
    'unreadable-field': 'الحقل الذي لا يصلح ما فيه لمكانه لا يأتي.',
    'of-page': 'حقول الصفحات لا تأتي.',
    'of-left': 'حقول ما لم يأتِ لا تأتي.',
    pinned: 'التثبيت لا يأتي. ما بقي منه صالحًا فثبّته في front-page.yaml.',
    'not-shown': 'ما لا يظهر في مقال ولا صفحة لا يأتي.',
    'not-fetched': 'ما تعذّر جلبه لا يأتي.',
    'not-an-image': 'ما ليس صورة لا يأتي، فانسخه إلى content/public إن احتجت إليه.',
    'missing-image': 'الصورة التي تعذّر جلبها يبقى مكانها وصفها.',
    'dead-link': 'الرابط إلى ما ليس في هذا الموقع يبقى نصه.',
    'caption-link': 'الرابط في التعليق على صورة يبقى نصه، لأن التعليق لا يحمل روابط.',
    'as-link': 'إطار من موقع آخر يصير رابطًا إليه.',
    recording: 'التسجيل الذي لم يأتِ يبقى مكانه نص رابطه.',
    shortcode: 'رمز الإضافة يُحذف، ويبقى ما بين طرفيه.',
    block: 'المكوّن الذي يُملأ حين يُعرض يُحذف.',
    program: 'ما يشغّل برنامجًا عند القارئ أو يرسل ما يكتبه يُحذف.',
  },
};

/** A kind of thing that a source holds. */
export type TallyKind = keyof typeof importTallyStrings.kinds;

/** Why something came changed, or did not come. */
export type TallyReason = keyof typeof importTallyStrings.reasons;
