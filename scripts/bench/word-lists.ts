/** Roots of three consonants. `isSound` in lexicon.ts drops those that would change their spelling in some patterns. */
export const roots = (
  'كتب درس علم عمل فهم جمع فتح قطع رفع دفع منع صنع زرع حمل نقل شغل قبل فصل حصل رحل غسل نزل عدل بدل فعل شكل سهل مثل حفل ' +
  'كفل عجل سجل شمل نظم رسم قسم حكم ختم خدم سلم كرم لزم نجم حلم رقم برم حسم قدم ترجم عظم كتم لجم نسج نتج نضج خرج ' +
  'درج مزج عرج بهج سرج برج حرث بحث بعث ورث حدث مكث نفث عبث سكن حسن خزن وزن طحن عجن دفن حضن ثمن ضمن ركن شحن لحن ' +
  'عرض فرض قرض نهض رفض خفض قبض نقض حفظ لفظ لحظ نظر سفر شعر ذكر شكر صدر بصر حضر عبر قدر نشر سهر جبر خبر صبر كبر صغر عمر ' +
  'غمر قصر كسر نصر هجر بحر نهر شهر ظهر مطر قطر سطر عشر بشر حصر حفر جسر تجر عسكر فكر ستر غفر فسر نذر ثمر جذر حجر حرز ' +
  'رمز برز حجز نجز ركز كنز لغز قفز غرس جلس لبس لمس حبس درس فرس حرس عكس همس شمس قيس مرس نقش فرش عطش هامش نعش فحص نقص رقص ' +
  'قرص خلص قنص غوص حرص فرص لخص بسط ضبط ربط شرط خلط سقط نشط ضغط قسط هبط لقط خبط مشط نقط ربح سبح سمح شرح صرح طرح فلح فرح ' +
  'مدح منح نجح نصح جرح قدح مسح لمح سلح صلح كبح نضح طفح سفح ملح شبح طبخ نسخ نفخ رسخ شرخ فسخ طلب كسب حسب سحب ' +
  'شرب قلب لعب نصب ذهب رتب رغب رقب ركب عتب غرب قرب نخب نسب نقب جذب جلب حطب خطب صعب عشب قطب كعب ' +
  'نجب نكب شعب سكب ثقب سرب خشب شحب سكت ثبت نبت صمت لفت نحت خفت حرف صرف عرف كشف وصف خلف ردف رصف سقف صدف عطف قذف قطف ' +
  'كتف كثف لطف نزف نصف نظف هتف هدف ظرف طرف شرف ضعف شغف زحف حذف خطف سلف عزف غرف نسف عرق خلق سبق صدق طرق طلق غرق فرق لحق ' +
  'نطق رفق رزق رشق شرق دقق شهق عتق عشق علق غلق فلق قلق لصق نفق سرق حرق خرق برق ورق نسق سلك ملك ترك ضحك مسك نسك ' +
  'حبك سبك فتك درك عرك حصد رصد شهد عقد قصد نقد وعد حشد جهد خلد رعد زهد سجد سعد سند صعد طرد عمد عهد فقد ' +
  'فسد قعد مهد نفد نهد برد بلد حدد زود عدد مجد نضد نشد وجد خمد جمد شرد تعهد نفذ جذذ نبذ خطط بلغ صبغ فرغ نبغ مضغ بزغ صدع ' +
  'خضع خدع رجع ركع زرع سمع شجع شرع صرع طبع طلع فزع قلع قنع لمع نبع نزع نفع هرع وسع وضع وقع بدع بلع تبع جزع ربع سجع شفع'
).split(' ');

/**
 * Word patterns over the root ف-ع-ل. `weight` is their relative frequency. `kind` decides which clitics can be
 * attached: nouns take the article, prepositions and pronouns; verbs take conjunctions and object pronouns.
 */
export const patterns: readonly { pattern: string; kind: 'noun' | 'verb'; weight: number }[] = [
  { pattern: 'فعل', kind: 'noun', weight: 10 },
  { pattern: 'فعلة', kind: 'noun', weight: 6 },
  { pattern: 'فاعل', kind: 'noun', weight: 6 },
  { pattern: 'فاعلة', kind: 'noun', weight: 3 },
  { pattern: 'مفعول', kind: 'noun', weight: 5 },
  { pattern: 'مفعولة', kind: 'noun', weight: 2 },
  { pattern: 'فعيل', kind: 'noun', weight: 7 },
  { pattern: 'فعيلة', kind: 'noun', weight: 4 },
  { pattern: 'فعال', kind: 'noun', weight: 5 },
  { pattern: 'فعالة', kind: 'noun', weight: 3 },
  { pattern: 'فعول', kind: 'noun', weight: 3 },
  { pattern: 'فعولة', kind: 'noun', weight: 1 },
  { pattern: 'فعلي', kind: 'noun', weight: 4 },
  { pattern: 'فعلية', kind: 'noun', weight: 5 },
  { pattern: 'فعلان', kind: 'noun', weight: 1 },
  { pattern: 'مفعل', kind: 'noun', weight: 6 },
  { pattern: 'مفعلة', kind: 'noun', weight: 4 },
  { pattern: 'مفاعل', kind: 'noun', weight: 4 },
  { pattern: 'مفاعيل', kind: 'noun', weight: 2 },
  { pattern: 'مفاعلة', kind: 'noun', weight: 3 },
  { pattern: 'مفعلون', kind: 'noun', weight: 1 },
  { pattern: 'مفعلين', kind: 'noun', weight: 2 },
  { pattern: 'فاعلون', kind: 'noun', weight: 1 },
  { pattern: 'فاعلين', kind: 'noun', weight: 2 },
  { pattern: 'فاعلات', kind: 'noun', weight: 1 },
  { pattern: 'فواعل', kind: 'noun', weight: 2 },
  { pattern: 'فعائل', kind: 'noun', weight: 2 },
  { pattern: 'فعلات', kind: 'noun', weight: 2 },
  { pattern: 'أفعال', kind: 'noun', weight: 6 },
  { pattern: 'أفعل', kind: 'noun', weight: 4 },
  { pattern: 'تفعيل', kind: 'noun', weight: 6 },
  { pattern: 'تفعيلات', kind: 'noun', weight: 1 },
  { pattern: 'تفاعل', kind: 'noun', weight: 3 },
  { pattern: 'تفعل', kind: 'noun', weight: 3 },
  { pattern: 'استفعال', kind: 'noun', weight: 3 },
  { pattern: 'مستفعل', kind: 'noun', weight: 2 },
  { pattern: 'متفاعل', kind: 'noun', weight: 1 },
  { pattern: 'إفعال', kind: 'noun', weight: 3 },
  { pattern: 'فعل', kind: 'verb', weight: 6 },
  { pattern: 'فعلت', kind: 'verb', weight: 5 },
  { pattern: 'فعلوا', kind: 'verb', weight: 1 },
  { pattern: 'يفعل', kind: 'verb', weight: 6 },
  { pattern: 'تفعل', kind: 'verb', weight: 5 },
  { pattern: 'نفعل', kind: 'verb', weight: 1 },
  { pattern: 'يفعلون', kind: 'verb', weight: 2 },
  { pattern: 'أفعلت', kind: 'verb', weight: 1 },
  { pattern: 'تفاعلت', kind: 'verb', weight: 1 },
  { pattern: 'يتفاعل', kind: 'verb', weight: 2 },
  { pattern: 'يتفعل', kind: 'verb', weight: 2 },
  { pattern: 'استفعل', kind: 'verb', weight: 1 },
  { pattern: 'يستفعل', kind: 'verb', weight: 2 },
  { pattern: 'يفاعل', kind: 'verb', weight: 1 },
];

/** Clitics before and after a noun, with their relative frequency. */
export const nounClitics: readonly { before: string; after: string; weight: number }[] = [
  { before: '', after: '', weight: 30 },
  { before: 'ال', after: '', weight: 34 },
  { before: 'و', after: '', weight: 4 },
  { before: 'وال', after: '', weight: 7 },
  { before: 'بال', after: '', weight: 3 },
  { before: 'لل', after: '', weight: 4 },
  { before: 'ب', after: '', weight: 3 },
  { before: 'ل', after: '', weight: 3 },
  { before: '', after: 'ه', weight: 4 },
  { before: '', after: 'ها', weight: 4 },
  { before: '', after: 'هم', weight: 2 },
  { before: 'و', after: 'ها', weight: 1 },
  { before: 'ب', after: 'ه', weight: 1 },
];

export const verbClitics: readonly { before: string; after: string; weight: number }[] = [
  { before: '', after: '', weight: 60 },
  { before: 'و', after: '', weight: 20 },
  { before: 'ف', after: '', weight: 3 },
  { before: 'س', after: '', weight: 3 },
  { before: '', after: 'ه', weight: 7 },
  { before: '', after: 'ها', weight: 7 },
];

/**
 * The most common words of Arabic text, with their number in ten thousand words. They are listed whole, because they
 * cannot be formed from `roots` and `patterns`.
 */
export const functionWords: readonly (readonly [word: string, weight: number])[] = (
  'في 380, من 300, على 200, أن 190, إلى 160, التي 90, عن 80, مع 75, الذي 60, هذا 50, هذه 50, ما 45, بين 42, كان 40, بعد 40, ' +
  'لم 35, لا 35, قد 30, كما 30, ذلك 30, قبل 28, أو 28, خلال 26, كل 25, حتى 22, بعض 18, كانت 18, غير 18, عند 16, لكن 15, ' +
  'منذ 15, أي 14, عام 22, اليوم 20, أكثر 18, إذا 12, حيث 14, هو 16, هي 15, هم 6, نحو 12, أيضًا 14, فيها 10, منها 12, به 9, ' +
  'بها 9, له 14, لها 12, لهم 7, عليه 8, عليها 8, أنه 20, أنها 16, وأن 10, وفي 30, ومن 22, وعلى 9, لن 8, ليس 8, ثم 10, بل 6, ' +
  'أمام 12, تحت 6, فوق 5, حول 14, دون 10, وفق 8, بسبب 8, رغم 6, مثل 9, كيف 5, لماذا 3, هنا 6, هناك 9, الآن 7, أمس 9, غدًا 3, ' +
  'نفسه 5, نفسها 5, وحده 3, معًا 4, كثيرًا 4, قليلًا 3, مرة 8, يوم 10, سنة 8, شهر 6, أسبوع 4, الناس 7, البلاد 5, المدينة 6, ' +
  'الأول 5, الأولى 5, الثاني 4, الثانية 4, الماضي 6, الماضية 5, المقبل 4, المقبلة 4, أحد 5, إحدى 4, ولا 10, ولم 9, وقد 8, ' +
  'وهو 7, وهي 7, وكان 8, وكانت 5, وهذا 4, وهذه 4, ومع 4, وبعد 5, وبين 3, إن 9, إنه 5, إنها 4, لأن 6, لأنها 3, لأنه 3, مما 4, ' +
  'فقد 4, فإن 4, سوف 4, يمكن 8, يجب 5, ينبغي 2, لديه 3, لديها 3, عندما 6, بينما 4, أما 4, إلا 7, سوى 2, ضمن 4, عبر 4, نصف 3, ' +
  'معظم 4, جميع 5, كافة 2, عدة 4, عدد 6, أبرز 2, أهم 2, آخر 6, أخرى 6, جديد 6, جديدة 5, كبير 5, كبيرة 4'
)
  .split(', ')
  .map((entry) => {
    const [word = '', weight] = entry.split(' ');
    return [word, Number(weight)] as const;
  });

/** First words of sentences. */
export const openings = (
  'وقال وقالت وأضاف وأضافت وأوضح وأوضحت وأكد وأكدت وأشار وأشارت وذكر وذكرت ويرى وترى ويقول وتقول وتابع وتابعت ولفت ولفتت ' +
  'وبحسب ووفق ومنذ وبعد وقبل وخلال وعند ومع ورغم وفي وعلى ومن ولم ولا وكان وكانت ويبدو وتبدو وبدأ وبدأت وعاد وعادت ووصل ووصلت'
).split(' ');

/** Verbs that introduce a quotation. */
export const speechVerbs =
  'وقال وقالت وأضاف وأضافت وأوضح وأوضحت وأكد وأكدت وتابع وتابعت ويقول وتقول ويروي وتروي ويتذكر وتتذكر'.split(' ');

export const givenNames: readonly { name: string; gender: 'male' | 'female' }[] = [
  ...'سامر نادر هيثم رامي وليد عمر زياد باسل كريم طارق مازن أنس بشار حاتم رائد سليم شادي عاصم غسان لؤي'
    .split(' ')
    .map((name) => ({ name, gender: 'male' as const })),
  ...'هدى ميسون سهى رنا ليلى نور دينا سلمى عبير غادة لمى مريم نجلاء هبة وفاء ياسمين ريم سناء شذى عزة'
    .split(' ')
    .map((name) => ({ name, gender: 'female' as const })),
];

/** Invented family names, from crafts and kinds of places. */
export const familyNames = (
  'الورّاق النحّاس الخيّاط الحلواني الصبّاغ القطّان الزجّاج الدبّاغ النجّار الحطّاب السقّاء الملّاح البنّاء الفوّال العطّار ' +
  'السرّاج الكتّاني الجبلي السهلي الوادي النهري الرملي الغزّال الطحّان اللبّان الجمّال البستاني الخبّاز الصيّاد الفخّار الوتري ' +
  'القصبي التلّي المرجي الشاطئي النخلي الزيتوني الكرمي الحقلي الغابي'
).split(' ');

export const places = (
  'القاهرة بيروت دمشق بغداد عمّان الرباط تونس الجزائر الخرطوم صنعاء مسقط الدوحة المنامة الكويت الرياض جدة حلب الموصل البصرة ' +
  'طنجة فاس مراكش وهران قسنطينة صفاقس سوسة طرابلس بنغازي الإسكندرية أسوان الأقصر طنطا نابلس الخليل غزة صيدا صور زحلة ' +
  'اللاذقية حماة إربد العقبة عدن تعز صلالة نزوى نواكشوط جيبوتي أربيل'
).split(' ');

export const sections: readonly { id: string; name: string; description: string; weight: number }[] = [
  { id: 'politics', name: 'سياسة', description: 'ما يُقرَّر وما يُقال وما يُفعل.', weight: 27 },
  { id: 'economy', name: 'اقتصاد', description: 'الأسواق والعمل وما في الجيوب.', weight: 19 },
  { id: 'local', name: 'محليات', description: 'أخبار المدن والقرى.', weight: 21 },
  { id: 'sport', name: 'رياضة', description: 'ملاعب وأرقام ومواسم.', weight: 16 },
  { id: 'culture', name: 'ثقافة', description: 'كتب ومسارح ومعارض.', weight: 10 },
  { id: 'science', name: 'علوم', description: 'ما يُقاس وما يُكتشف.', weight: 7 },
];

export const kickers = 'تقرير تحقيق مقابلة خاص متابعة تحليل رأي موسم ملف قراءة حوار وثائق شهادات أرقام'.split(' ');
