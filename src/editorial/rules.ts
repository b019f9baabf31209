import type { RuleId } from '../schema/rules.ts';

export interface RuleText {
  /** What is wrong and what to write, in whole sentences; the report shows the text beside it. */
  message: string;
  example: { typed: string; meant: string };
}

/** The message of each rule in `npm run check`, and the example in the authors' guide. */
export const ruleTexts: Readonly<Record<RuleId, RuleText>> = {
  nfc: {
    message: 'الهمزة هنا محرف منفصل عن حرفها. اكتبهما محرفًا واحدًا.',
    example: { typed: 'ا\u0654حمد', meant: 'أحمد' },
  },
  'presentation-forms': {
    message: 'هذه أشكال قديمة للحروف لا يجدها البحث ولا تُقرأ بصوت. اكتبها حروفًا عادية.',
    example: { typed: 'ﻣﺤﻤﺪ', meant: 'محمد' },
  },
  invisible: {
    message: 'هنا محرف خفيّ لا أثر له جاء مع النسخ واللصق. احذفه.',
    example: { typed: 'كلمة\u200F ثانية', meant: 'كلمة ثانية' },
  },
  'bidi-override': {
    message: 'هنا محرف خفيّ يقلب ترتيب ما بعده، فيظهر للقارئ غير ما كُتب. احذفه.',
    example: { typed: 'نص \u202Eخفيّ', meant: 'نص خفيّ' },
  },
  zwnj: {
    message: 'الفاصل الخفيّ (ZWNJ) مكانه بين حرفين، ولا حرفين هنا. احذفه.',
    example: { typed: 'كلمة\u200C ثانية', meant: 'كلمة ثانية' },
  },
  'persian-letters': {
    message: 'هذه حروف أو أرقام فارسية تشبه العربية ولا يجدها من يبحث بالعربية. اكتبها عربية.',
    example: { typed: 'کتاب فی', meant: 'كتاب في' },
  },
  tatweel: {
    message: 'في الكلمة تطويل. احذفه.',
    example: { typed: 'الأخبـــار', meant: 'الأخبار' },
  },
  'latin-punct': {
    message: 'علامة الترقيم هنا لاتينية بعد كلام عربي. اكتب العربية: ، أو ؛ أو ؟.',
    example: { typed: 'حضر, ثم ذهب', meant: 'حضر، ثم ذهب' },
  },
  quotes: {
    message: 'علامتا الاقتباس في العربية «…»، وما كان داخلهما ‹…›.',
    example: { typed: 'قال: "نعم"', meant: 'قال: «نعم»' },
  },
  ellipsis: {
    message: 'النقاط المتتابعة علامة واحدة «…» تلي الكلمة بلا مسافة.',
    example: { typed: 'وغادر .. ثم عاد', meant: 'وغادر… ثم عاد' },
  },
  'space-before-punct': {
    message: 'لا مسافة قبل علامة الترقيم. احذفها.',
    example: { typed: 'قال ، ثم ذهب', meant: 'قال، ثم ذهب' },
  },
  'space-inside-open': {
    message: 'لا مسافة بعد القوس المفتوح ولا بعد «. احذفها.',
    example: { typed: '( نص)', meant: '(نص)' },
  },
  'space-after-punct': {
    message: 'تنقص هنا مسافة بين العلامة وما بعدها. اكتبها.',
    example: { typed: 'قال،ثم ذهب', meant: 'قال، ثم ذهب' },
  },
  'detached-waw': {
    message: 'واو العطف تتصل بالكلمة التي بعدها. احذف المسافة.',
    example: { typed: 'و قال الوزير', meant: 'وقال الوزير' },
  },
  dash: {
    message: 'الشَرطة بين الكلام طويلة «–» لا قصيرة.',
    example: { typed: 'قال - في بيان - إنه', meant: 'قال – في بيان – إنه' },
  },
  'dup-punct': {
    message: 'علامة الترقيم مكررة. أبقِ واحدة.',
    example: { typed: 'لماذا؟؟؟', meant: 'لماذا؟' },
  },
  spaces: {
    message: 'بين الكلمتين أكثر من مسافة، أو مسافة لا تنقسم. اكتب مسافة واحدة عادية.',
    example: { typed: 'كلمة  ثانية', meant: 'كلمة ثانية' },
  },
  'mixed-digits': {
    message: 'في العدد أرقام من نظامين. اكتبها كلها من نظام واحد.',
    example: { typed: 'عام ٢022', meant: 'عام 2022' },
  },
  percent: {
    message: 'العلامة المئوية هنا من غير نظام أرقامها: مع 0-9 تُكتب %، ومع ٠-٩ تُكتب ٪.',
    example: { typed: 'بلغ 75٪', meant: 'بلغ 75%' },
  },
  'odd-quotes': {
    message: 'علامة اقتباس بلا أخت في هذه الفقرة، فتُركت علاماتها كما كُتبت. أغلقها أو احذفها.',
    example: { typed: 'قال: «نعم ومضى', meant: 'قال: «نعم» ومضى' },
  },
  hamza: {
    message: 'الهمزة ساقطة من هذه الكلمة. اكتبها.',
    example: { typed: 'ذهب الى البيت', meant: 'ذهب إلى البيت' },
  },
  misspelling: {
    message: 'في هذه الكلمة خطأ إملائي شائع. صحّحه.',
    example: { typed: 'هذة المدينة', meant: 'هذه المدينة' },
  },
  'tanween-order': {
    message: 'تنوين الفتح يُكتب على الحرف الذي قبل الألف: ـًا.',
    example: { typed: 'كتاباً', meant: 'كتابًا' },
  },
  'dup-word': {
    message: 'الكلمة مكررة. احذف إحداهما إن لم تقصد التكرار.',
    example: { typed: 'ذهب إلى إلى البيت', meant: 'ذهب إلى البيت' },
  },
  verse: {
    message: 'بين جزأي السطر ما يكون بين شطري بيت، والصفحة تجمعهما في جملة. إن كان شعرًا فافصل بينهما بثلاث نجوم.',
    example: { typed: 'يا ساعة السوق    دقّي فقد طال علينا الليل', meant: 'يا ساعة السوق *** دقّي فقد طال علينا الليل' },
  },
  'missing-alt': {
    message: 'الصورة بلا وصف لمن لا يراها. صِف ما فيها في جملة.',
    example: { typed: '![](bridge.jpg)', meant: '![جسر من حجر فوق نهر](bridge.jpg)' },
  },
  'headline-length': {
    message: 'العنوان أطول من 110 محارف، فتقطعه محركات البحث وبطاقات المشاركة. اختصره.',
    example: {
      typed:
        'title: بعد ثلاثة أعوام من الانتظار والوعود افتُتح صباح اليوم الجسر الجديد فوق النهر في حضور أهل الضفتين وعدد كبير من المهندسين والعمّال',
      meant: 'title: الجسر الجديد يُفتتح بعد ثلاثة أعوام من الانتظار',
    },
  },
  'broken-link': {
    message: 'الرابط لا يؤدي إلى شيء في الموقع. راجع عنوانه.',
    example: { typed: 'اقرأ [التتمة](/zz9zz/).', meant: 'اقرأ [التتمة](/k7q3m/).' },
  },
  'wire-copy': {
    message: 'هذا مما تتركه البرقيات وأنظمة التحرير في النص، ولا يعني القارئ. احذفه.',
    example: { typed: 'وغادر الوفد مساء. (انتهى)', meant: 'وغادر الوفد مساء.' },
  },
  'house-style': {
    message: 'الصحيفة تكتب هذه الكلمة على وجه آخر.',
    example: { typed: 'قناة على اليوتوب', meant: 'قناة على يوتيوب' },
  },
};
