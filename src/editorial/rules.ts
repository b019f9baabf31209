import type { RuleId } from '../schema/rules.ts';

export interface RuleText {
  /** What is wrong and what to write, in whole sentences; the report shows the text beside it. */
  message: string;
  example: { typed: string; meant: string };
}

/** Markup that readers see as typed, by what its author meant. */
export type MarkKind =
  | 'address'
  | 'parted-link'
  | 'turned-link'
  | 'open-link'
  | 'wiki-link'
  | 'spaced-scheme'
  | 'emphasis'
  | 'foreign-emphasis'
  | 'missing-note'
  | 'bulletin-code'
  | 'shortcode'
  | 'wrong-entity'
  | 'bare-attribute'
  | 'comment'
  | 'heading-id'
  | 'heading-space'
  | 'backslash'
  | 'half-table'
  | 'columns'
  | 'list'
  | 'task'
  | 'separator'
  | 'tag';

/** What each kind of visible markup is, and what to write. */
export const markTexts: Readonly<Record<MarkKind, string>> = {
  address: 'في عنوان الرابط أو الصورة ما يقطعه، فيرى القارئ الأقواس. ضع العنوان بين < و>، وما بعده بين علامتي ".',
  'parted-link': 'لا يصير هذا رابطًا، فيرى القارئ الأقواس. ألصق القوس ( بالقوس ]، ولا تضع بينهما شيئًا.',
  'turned-link': 'الرابط مقلوب، فيرى القارئ الأقواس. اكتب النصّ أولًا بين [ ]، ثم العنوان بين ( ).',
  'open-link': 'هذا رابط لم يتمّ، فيرى القارئ أقواسه. اكتبه هكذا: [النصّ](العنوان)، والصورة: ![الوصف](الملف).',
  'wiki-link':
    'القوسان [[ ]] من برنامج آخر، فيراهما القارئ. اكتب الرابط هكذا: [النصّ](العنوان)، والصورة: ![الوصف](الملف).',
  'spaced-scheme': 'في عنوان الرابط مسافة بعد //، فلا يصير رابطًا. احذفها.',
  emphasis: 'هذه علامات يراها القارئ كما كُتبت، لأنها لا تُقرأ تنسيقًا. صحّحها أو احذفها.',
  'foreign-emphasis': 'هذه علامات برنامج آخر، فيراها القارئ. اكتب ** حول ما يُبرَز، و~~ حول ما يُشطب.',
  'missing-note':
    'لا حاشية لهذه الإشارة، فيراها القارئ كما كُتبت. اكتب حاشيتها في سطر أوله الإشارة وبعدها نقطتان، أو احذفها.',
  'bulletin-code': 'هذه علامات من منتدى أو من ووردبريس، فيراها القارئ. اكتب مكانها علامات Markdown، أو احذفها.',
  shortcode: 'هذا رمز لبرنامج آخر، فيراه القارئ كما كُتب. احذفه، أو اكتب مكانه رابطًا أو صورة.',
  'wrong-entity': 'هذا رمز من HTML بلا فاصلة منقوطة، فيراه القارئ كما كُتب. أتمّه، أو اكتب المحرف نفسه.',
  'bare-attribute': 'لا يُقرأ هذا الوسم، فيراه القارئ كما كُتب. ضع ما بعد العلامة = بين علامتي ".',
  comment: 'هذا تعليق لم يُكتب كما ينبغي، فيراه القارئ. اكتبه هكذا: <!-- تعليق -->.',
  'heading-id': 'ما بين { و} من برنامج آخر، فيراه القارئ في العنوان. احذفه، فللعنوان رابط من كلماته.',
  'heading-space': 'لا يصير هذا السطر عنوانًا، فيرى القارئ العلامة #. اترك بعدها مسافة عادية.',
  backslash: 'العلامة \\ هنا لا تكسر السطر، فيراها القارئ. احذفها، أو احذف المسافة التي بعدها.',
  'half-table': 'ليس تحت السطر الأول |---|---|، فلا يصير هذا جدولًا ويرى القارئ خطوطه. اكتب ذلك السطر بعدد الأعمدة.',
  columns: 'هذه أعمدة من جدول تفصلها مسافات الجدولة، فيراها القارئ كلامًا متصلًا. اكتبها جدولًا.',
  list: 'هذه بنود تتصل للقارئ في سطر واحد. ابدأ كل بند بشَرطة ومسافة، أو برقم ونقطة ومسافة.',
  task: 'هذه مهمة ليست في قائمة، فيرى القارئ القوسين. ابدأ سطرها بشَرطة ومسافة.',
  separator: 'هذا الفاصل يراه القارئ كما كُتب. اكتب مكانه --- في سطر وحده.',
  tag: 'هذا وسم في بيانات المقال، وهي لا تُقرأ تنسيقًا، فيراه القارئ كما كُتب. احذفه.',
};

/** Text that readers do not see, or blocks that become something else, by what its author meant. */
export type LossKind =
  | 'underlined'
  | 'double-underlined'
  | 'front-matter'
  | 'table-text'
  | 'run-on-items'
  | 'empty-link'
  | 'wordless-link'
  | 'split-image'
  | 'unused-note'
  | 'second-definition'
  | 'empty-note'
  | 'note-in-list'
  | 'escaped-note'
  | 'turned-note'
  | 'swallowed-prose'
  | 'unused-definition'
  | 'extra-cell'
  | 'open-comment'
  | 'calculation'
  | 'cdata'
  | 'open-fence'
  | 'unknown-tag'
  | 'open-tag';

/** What each kind of loss is, and what to write. */
export const lossTexts: Readonly<Record<LossKind, string>> = {
  underlined: 'الشَرطات تحت الفقرة تجعلها عنوانًا. اترك قبلها سطرًا فارغًا إن أردت فاصلًا، وللعنوان ابدأ سطره بـ ##.',
  'run-on-items': 'في هذا السطر بنود متتالية، فيراها القارئ متصلة. ابدأ سطرًا لكل بند.',
  'table-text': 'هذا السطر تحت الجدول مباشرة، فيصير صفًّا منه. اترك قبله سطرًا فارغًا.',
  'double-underlined':
    'العلامات = تحت الفقرة تجعلها عنوانًا. اكتب مكانها --- بعد سطر فارغ إن أردت فاصلًا، وللعنوان ابدأ سطره بـ ##.',
  'front-matter': 'هذه بيانات في النصّ، فيراها القارئ عنوانًا. انقلها إلى أول الملف، أو احذفها مع خطوطها.',
  'empty-link': 'هذا رابط بلا عنوان، فلا يؤدي إلى شيء. اكتب عنوانه بين القوسين، أو احذف الأقواس.',
  'wordless-link': 'هذا رابط بلا نصّ، فلا يراه القارئ. اكتب نصّه بين القوسين [ ].',
  'split-image': 'هذه صورة كُتبت رابطًا، فلا تظهر. ألصق العلامة ! بالقوس من قبله: ![الوصف](الملف).',
  'unused-note': 'هذا كلام لا يصل إلى القارئ، فلا شيء في النصّ يشير إليه. ضع إشارته في موضعها من النصّ، أو احذفه.',
  'empty-note': 'هذه حاشية لا كلام فيها. اكتب كلامها في سطرها بعد النقطتين، أو احذفها مع إشارتها.',
  'note-in-list': 'الحاشية هنا في قائمة، فيرى القارئ مكانها بندًا فارغًا. احذف العلامة التي قبلها.',
  'escaped-note': 'العلامة \\ قبل القوسين تمنع الحاشية، فيراها القارئ كما كُتبت. احذفها من الإشارة ومن الحاشية.',
  'turned-note': 'الإشارة مقلوبة، فلا تصير حاشية. ضع العلامة ^ بعد القوس الأول: [^١].',
  'second-definition': 'هذا الاسم عُرّف من قبل، فلا يصل التعريف الثاني إلى القارئ. غيّر الاسم، أو احذف أحدهما.',
  'swallowed-prose': 'يُقرأ هذا السطر عنوانًا لرابط، فلا يراه القارئ. ضع العلامة \\ قبل القوس.',
  'unused-definition':
    'هذا السطر تعريف لرابط لا يستعمله شيء، فلا يراه القارئ. اكتبه بندًا في قائمة، أو رابطًا: [النصّ](العنوان).',
  'extra-cell':
    'خلايا هذا السطر أكثر من أعمدة العنوان، فلا يرى القارئ الزائد. زد عمودًا في أول الجدول، أو ادمج الخليتين.',
  'open-comment': 'هذا تعليق لم يُغلق، فلا يرى القارئ ما بعده. أغلقه بالعلامة -->.',
  calculation: 'هذه العلامات بين أرقام، فتُقرأ تنسيقًا ولا يراها القارئ، وتلتصق الأرقام. ضع العلامة \\ قبل كل منها.',
  cdata: 'ما بين <![CDATA[ و]]> لا يراه القارئ. احذف العلامتين.',
  'open-fence': 'يبدأ هنا كود لم يُغلق، فيُعرض ما بعده كله كما كُتب. أغلقه بسطر فيه العلامات نفسها وحدها، أو احذف سطره.',
  'open-tag': 'هذا وسم لم يُغلق، فيسري على ما بعده كله. أغلقه بعد الكلام المقصود، أو احذفه.',
  'unknown-tag': 'ما بين < و> يُقرأ وسمًا لا يعرفه المتصفح، فلا يراه القارئ. ضع العلامة \\ قبله، أو احذفه.',
};

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
    message: 'تنوين الفتح في هذا النصّ على وجهين: ـًا وـاً. اكتبه على وجه واحد.',
    example: { typed: 'كتاباً جديدًا', meant: 'كتابًا جديدًا' },
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
  'visible-marks': {
    message: markTexts.emphasis,
    example: { typed: 'قال ** نعم ** ومضى', meant: 'قال **نعم** ومضى' },
  },
  'lost-text': {
    message: lossTexts['unused-note'],
    example: { typed: 'نص الخبر.\n\n[^1]: حاشية.', meant: 'نص الخبر[^1].\n\n[^1]: حاشية.' },
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

/** Returns all messages of a rule: two rules say what kind of markup they found. */
export function messagesOf(rule: RuleId): string[] {
  const own = ruleTexts[rule].message;
  const kinds = { ...markTexts, ...lossTexts };
  return rule === 'visible-marks' || rule === 'lost-text' ? [own, ...Object.values(kinds)] : [own];
}
