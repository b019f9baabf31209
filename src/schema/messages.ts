import { countNoun, type NounForms } from '../lib/arabic/plural.ts';
import { isId } from './file-ids.ts';

/** Every sentence about content that its author may see: what is wrong, then what to write. */
export const messages = {
  notUtf8: () => 'الملف ليس بترميز UTF-8 فلا يُقرأ نصّه. احفظه من محرّرك بهذا الترميز.',
  notDashes: (written: string) =>
    `السطر «${written}» لا يحدّ بيانات الملف. اكتب مكانه ثلاث شَرطات من لوحة المفاتيح: «---».`,
  noFrontMatter: () => 'لا يبدأ الملف ببياناته. اكتبها في أوله بين سطرين في كل منهما «---» وحدها.',
  unclosedFrontMatter: () => 'بيانات الملف بلا سطر يغلقها. اكتب «---» وحدها في سطر بعد آخر مفتاح.',
  notAMap: () => 'ليست هذه بيانات تُقرأ. اكتب كل قيمة في سطر: اسم المفتاح، ثم نقطتان ومسافة، ثم القيمة.',

  tabIndent: () => 'في أول السطر علامة جدولة (Tab) لا يقبلها YAML. اكتب مسافات مكانها.',
  oddIndent: () => 'في أول السطر محرف لا يُرى بدل المسافة المعتادة. احذفه واكتب مسافات مكانه.',
  extraIndent: () => 'في أول السطر مسافة زائدة تجعل المفتاح تابعًا لما قبله. احذفها.',
  unevenIndent: () => 'المسافات في أول هذا السطر لا تساوي مسافات ما قبله في مستواه. اجعلها سواء.',
  fullWidthColon: (key: string) => `بعد «${key}» نقطتان عريضتان «：» لا يعرفهما YAML. اكتب «:» ومسافة.`,
  noSpaceAfterColon: (key: string) => `لا مسافة بعد النقطتين في «${key}:». اكتب مسافة قبل القيمة.`,
  oddSpaceAfterColon: (key: string) =>
    `بعد النقطتين في «${key}:» محرف لا يُرى بدل المسافة المعتادة. احذفه واكتب مسافة مكانه.`,
  noColon: (word: string) => `لا نقطتين بعد «${word}». اكتب اسم المفتاح، ثم نقطتين ومسافة، ثم القيمة.`,
  colonInValue: (key: string) => `في قيمة «${key}» نقطتان «:» يظنهما YAML مفتاحًا آخر. ضع القيمة بين علامتي اقتباس.`,
  unclosedQuote: (key: string) => `علامة الاقتباس في قيمة «${key}» فُتحت ولم تُغلق. أغلقها في آخر القيمة.`,
  textAfterQuote: (key: string) =>
    `بعد علامة الاقتباس المغلقة في قيمة «${key}» كلام زائد عند YAML. ضع القيمة كلها بين علامتي اقتباس.`,
  unclosedBracket: (key: string) => `القوس في قيمة «${key}» فُتح ولم يُغلق. أغلقه في آخر القيمة.`,
  textAfterBracket: (key: string) =>
    `بعد القوس المغلق في قيمة «${key}» كلام زائد عند YAML. ضع القيمة كلها بين علامتي اقتباس.`,
  unopenedBracket: (key: string) => `القوس في آخر قيمة «${key}» أُغلق ولم يُفتح. احذفه، أو افتحه في أول القيمة.`,
  smartQuotes: (key: string) =>
    `قيمة «${key}» بين علامتي اقتباس لا يعرفهما YAML، فتظهران للقارئ. اكتب مكانهما "…"، وإن كان الاقتباس من النصّ فاكتب «…».`,
  backslashInQuotes: (key: string) =>
    `في قيمة «${key}» شَرطة مائلة معكوسة «\\»، ولها بين علامتي "…" معنى آخر. ضع القيمة بين علامتي '…'.`,
  notListItem: (sign: string) =>
    `يبدأ هذا السطر بـ «${sign}» ولا يُقرأ عنصرًا في القائمة. ابدأه بـ «-» ومسافة، تحت ما قبله من العناصر تمامًا.`,
  keylessLine: () => 'هذا السطر بلا مفتاح. إن كان تتمة لما قبله فاكتب في أوله مسافتين.',
  arabicCommaBetweenKeys: (key: string) => `الفاصلة «،» بين مفاتيح «${key}» لا تفصل بينها عند YAML. اكتب «,» مكانها.`,
  hashInList: (key: string) => `ما بعد «#» في قائمة «${key}» تعليق عند YAML لا يقرؤه أحد. اكتب الوسوم بلا «#».`,
  reservedStart: (key: string, sign: string) =>
    `تبدأ قيمة «${key}» بالعلامة «${sign}»، ولها في YAML معنى آخر. ضع القيمة بين علامتي اقتباس.`,
  dashInValue: (key: string) => `تبدأ قيمة «${key}» بشَرطة، ولا تبدأ بها قيمة في سطر مفتاحها. ضعها بين علامتي اقتباس.`,
  hashtag: () =>
    'ما بعد «#» في هذا السطر تعليق عند YAML لا يقرؤه أحد. إن كان وسمًا فضع القيمة بين علامتي اقتباس، وإن كان تعليقًا فاترك بعد «#» مسافة.',
  manyDocuments: () => 'قبل هذا السطر «---» أو «...» في سطر وحدها تقسم البيانات قسمين. احذفها.',
  duplicateKey: (key: string, line: number) => `المفتاح «${key}» مكتوب أيضًا في السطر ${line}. أبقِ واحدًا منهما.`,
  notYaml: (column: number) =>
    `لا يُقرأ هذا السطر عند العمود ${column}. إن كانت القيمة نصًّا فضعها كلها بين علامتي اقتباس، وراجع المسافات في أوله.`,
  yamlTooLong: (longest: number) => `الملف أطول من ${longest} محرف. احذف منه ما لا حاجة إليه.`,
  frontMatterTooLong: (longest: number) =>
    `بيانات الملف أطول من ${longest} محرف. انقل الزائد إلى نص المقال تحت «---»، أو احذفه.`,

  missingKey: (key: string) => `ينقص المفتاح «${key}»، ولا بدّ منه. اكتب له سطرًا.`,
  missingKeyIn: (key: string, parent: string) => `ينقص المفتاح «${key}» داخل «${parent}»، ولا بدّ منه.`,
  emptyKey: (key: string) => `المفتاح «${key}» بلا قيمة، ولا بدّ له من قيمة.`,
  unknownKey: (key: string, nearest: string) => `المفتاح «${key}» غير معروف. لعلك تقصد «${nearest}».`,
  strayKey: (key: string, known: readonly string[]) => `المفتاح «${key}» غير معروف. المفاتيح هنا: ${list(known)}.`,
  unlistedKey: (key: string, around: string) =>
    `المفتاح «${key}» غير معروف داخل «${around}». ما يصلح فيه مذكور في دليل القائم على الموقع.`,
  notText: (key: string) =>
    `قيمة «${key}» نصّ في سطر واحد، لا قائمة ولا مفاتيح. إن كان هذا هو النصّ فضعه بين علامتي اقتباس.`,
  notOneValue: (key: string) => `قيمة «${key}» واحدة في سطرها، لا قائمة ولا مفاتيح تحتها.`,
  notList: (key: string) => `قيمة «${key}» قائمة: ضعها بين [ و]، أو كل عنصر في سطر يبدأ بشَرطة ومسافة.`,
  listOfKeys: (key: string, known: readonly string[]) => `قيمة «${key}» ليست قائمة بل مفاتيح تحته: ${list(known)}.`,
  notKeys: (key: string, known: readonly string[]) => `قيمة «${key}» ليست نصًّا بل مفاتيح تحته: ${list(known)}.`,
  notManyKeys: (key: string, example: string) =>
    `قيمة «${key}» مفاتيح تحته، كل مفتاح في سطر وبعده قيمته، مثل «${example}». ما يصلح فيه مذكور في دليل القائم على الموقع.`,
  notAnOption: (value: string, key: string, options: readonly string[]) =>
    `القيمة «${value}» لا تصلح في «${key}». اكتب واحدة من هذه: ${list(options)}.`,
  notABoolean: (value: string, key: string) => `القيمة «${value}» لا تصلح في «${key}». اكتب true (نعم) أو false (لا).`,
  notAnInteger: (value: string, key: string) => `القيمة «${value}» لا تصلح في «${key}». اكتب عددًا صحيحًا مثل 3.`,
  notPositive: (value: string, key: string) => `القيمة «${value}» لا تصلح في «${key}». اكتب عددًا صحيحًا أكبر من الصفر.`,
  notNatural: (value: string, key: string) => `القيمة «${value}» لا تصلح في «${key}». اكتب عددًا صحيحًا، ولو كان صفرًا.`,
  notYearsOrNone: (value: string, key: string) =>
    `القيمة «${value}» لا تصلح في «${key}». اكتب عدد أعوام أكبر من الصفر، أو none.`,
  notAnImageWidth: (value: string, { least, most }: { least: number; most: number }) =>
    `القيمة «${value}» لا تصلح عرضًا للصور. اكتب عدد وحدات البكسل، من ${least} إلى ${most}، مثل: widths: [320, 800, 1200]`,
  imgproxyWithoutAddress: () =>
    'تعمل imgproxy على خادم عندكم، ولم يُذكر عنوانه. أضف تحت images سطرًا مثل: imgproxy: https://images.example.org',
  imgproxyNotSecure: (address: string) =>
    `عنوان imgproxy «${address}» بلا https://، والموقع بها، فلا تعرض المتصفحات صوره. اكتبه بها.`,
  imgproxyUnused: () => 'لا يُقرأ عنوان imgproxy إلا مع «service: imgproxy». أضف تحت images هذا السطر، أو احذف العنوان.',
  serviceOfOtherHost: (service: string, host: string) =>
    `لا تصنع الخدمة «${service}» مقاسات الصور لموقع على «${host}»، فلا تظهر فيه صورة. اكتب ما يصلح له، أو احذف السطر لتُصنع المقاسات في البناء.`,
  serviceWithoutZone: (domain: string) =>
    `لا تصنع Cloudflare مقاسات الصور إلا على نطاق لك فُعّلت له، لا على «${domain}». اكتب نطاقك في url، أو غيّر السطر أو احذفه.`,
  notCountOfCards: (value: string, key: string) =>
    `القيمة «${value}» لا تصلح في «${key}». اكتب عدد المقالات التي تُرسم لها بطاقات، مثل 2000، أو واحدة من هذه: all، sections، none.`,
  noLetters: (key: string) => `ليس في قيمة «${key}» حرف ولا رقم، فلا يُقرأ منها شيء. اكتب نصًّا.`,
  bidiOverride: (key: string) => `في قيمة «${key}» محرف خفيّ يقلب ترتيب ما بعده، فيظهر للقارئ غير ما كُتب. احذفه.`,
  bidiOverrideStays: () =>
    'القاعدة «bidi-override» لا تُعطَّل: ما تحذفه يُظهر للقارئ غير ما كُتب. احذف سطرها، أو اكتب فيه true.',

  unreadableDate: (value: string) =>
    `لا يُقرأ التاريخ «${value}». اكتب السنة فالشهر فاليوم، مثل 2026-11-20، أو مع الوقت، مثل 2026-11-20 09:30.`,
  impossibleMonth: (month: number) => `الشهر ${month} لا وجود له. الشهور من 1 إلى 12.`,
  impossibleDay: (day: number, year: number, month: number, last: number) =>
    `اليوم ${day} لا وجود له: الشهر ${month} من سنة ${year} آخره اليوم ${last}.`,
  impossibleTime: (time: string) => `الوقت «${time}» لا وجود له. الساعات من 00 إلى 23، والدقائق والثواني من 00 إلى 59.`,
  impossibleOffset: (offset: string) =>
    `فرق التوقيت «${offset}» لا وجود له. اكتبه هكذا: +02:00، أو دعه فيُقرأ بتوقيت الموقع.`,
  hijriYear: (year: string) =>
    `السنة ${year} هجرية، والتواريخ هنا ميلادية. اكتب السنة الميلادية فالشهر فاليوم، مثل 2026-11-20.`,
  yearTooEarly: (year: string, first: number) =>
    `السنة ${year} أقدم من أن تكون سنة مقال، وأقدم ما يُقبل ${first}. راجع أرقامها.`,
  yearTooLate: (year: number, last: number) =>
    `السنة ${year} أبعد من أن يؤجَّل إليها مقال، وأبعد ما يُقبل ${last}. راجع أرقامها، وإن صحّت فراجع ساعة الجهاز.`,
  updatedInFuture: (now: string) =>
    `التاريخ في «last-updated» لم يأتِ بعد، فالساعة الآن بتوقيت الموقع ${now}. اكتب متى تغيّر النصّ، أو احذف السطر.`,
  expiresBeforePublished: () =>
    'الموعد في «expires» ليس بعد «date»، فلا يظهر المقال أبدًا. اكتب موعدًا بعد نشره، أو احذف «expires» ليبقى.',
  expiresTooLate: (year: number, last: number) =>
    `السنة ${year} في «expires» أبعد من أن يخرج فيها مقال، وأبعد ما يُقبل ${last}. راجع أرقامها، أو احذف «expires» ليبقى المقال.`,
  updatedBeforePublished: () => 'التاريخ في «last-updated» أقدم من «date»، ولا يُحدَّث مقال قبل نشره.',
  correctedInFuture: (now: string) =>
    `تاريخ هذا التصويب لم يأتِ بعد، فالساعة الآن بتوقيت الموقع ${now}. اكتب متى كُتب التصويب.`,
  correctedBeforePublished: () =>
    'تاريخ هذا التصويب أقدم من «date»، ولا يُصوَّب مقال قبل نشره. إن كان في يوم النشر فاكتب معه ساعته.',
  severalLines: (key: string) => `قيمة «${key}» من أكثر من سطر، وهي تُعرض في سطر واحد. اكتبها في سطر واحد.`,
  marksInPlainText: (key: string) =>
    `في قيمة «${key}» رابط أو علامات تنسيق، وهي تُعرض للقارئ كما كُتبت. اكتبها كلامًا بلا علامات.`,
  withdrawnInFuture: (now: string) =>
    `تاريخ السحب في «withdrawn» لم يأتِ بعد، فالساعة الآن بتوقيت الموقع ${now}. اكتب متى سُحب المقال.`,
  withdrawnBeforePublished: () =>
    'تاريخ السحب في «withdrawn» أقدم من «date»، ولا يُسحب مقال قبل نشره. إن كان في يوم النشر فاكتب معه ساعته.',

  notAnUrl: (value: string, key: string) =>
    `«${value}» ليس رابطًا يصلح في «${key}». اكتب رابطًا كاملًا يبدأ بـ https:// أو http://.`,
  notALink: (value: string, key: string) =>
    `«${value}» ليس رابطًا يصلح في «${key}». اكتب مسارًا في الموقع يبدأ بـ / أو رابطًا كاملًا يبدأ بـ https://.`,
  notAFormAddress: (value: string, key: string) =>
    `«${value}» لا يصلح في «${key}». اكتب رابطًا كاملًا يبدأ بـ https:// بلا اسم مستخدم ولا كلمة مرور، كما في نموذج مزوّد النشرة.`,
  notAFieldName: (value: string, key: string) =>
    `«${value}» لا يصلح اسمًا لحقل في «${key}». اكتب ما في خاصية name من نموذج المزوّد، مثل EMAIL.`,
  fieldTwice: (name: string) =>
    `الحقل «${name}» مكتوب مرتين في نموذج النشرة، فيصل إلى المزوّد بقيمتين. احذفه من «hidden».`,
  consentFieldAlone: () =>
    'في «consent-field» اسم حقل، ولا شيء يوافق عليه القارئ. اكتبه في «consent»، أو احذف «consent-field».',
  notASiteAddress: (value: string) =>
    `«${value}» أكثر من عنوان الموقع. اكتب في «url» البروتوكول والنطاق، ثم المسار إن كان الموقع تحت مسار، بلا «?» ولا «#» ولا اسم مستخدم.`,
  notASitePath: (value: string) =>
    `المسار في «${value}» لا يصلح عنوانًا للموقع. اكتب بين الشرطات المائلة حروفًا وأرقامًا و«-» و«_» و«.» و«~» وحدها، بلا شرطتين مائلتين متجاورتين ولا index.html، مثل https://user.github.io/news.`,
  notAnArabicLanguage: (value: string) => `«${value}» ليست لغة عربية. اكتب ar، أو ar مع رمز البلد مثل ar-EG.`,
  notAnIndexNowKey: (value: string) =>
    `«${value}» لا يصلح مفتاحًا لـ IndexNow. اكتب من 8 إلى 128 من الأحرف اللاتينية والأرقام والشرطة.`,
  labelIsComposed: (key: string) =>
    `ما في «${key}» يركّبه البرنامج من عدد أو اسم أو تاريخ بقواعد العربية، كالمفرد والمثنى والجمع، فلا تقوم كلمة مقامه. احذف سطره.`,
  labelTwice: (key: string) => `«${key}» مكتوب مرتين: مرة كاملًا، ومرة مقسومًا جزءًا تحت جزء. أبقِ واحدة منهما.`,
  labelHasMarkup: (key: string) =>
    `قيمة «${key}» تظهر كما هي، وفيها علامات تنسيق يراها القارئ. اكتب الكلمات وحدها بلا وسوم HTML ولا علامات Markdown.`,
  labelWithoutPlace: (key: string) =>
    `ينقص «${key}» العلامة «#»، وهي موضع كلمة أو عدد يكتبه البرنامج. اكتبها حيث يظهر، والقيمة كلها بين علامتي تنصيص، مثل: "قُرئ منه #".`,
  labelTooLong: (key: string, length: number, most: number) =>
    `قيمة «${key}» من ${countNoun(length, characters, 'latn')}، ولا يتسع مكانها لأكثر من ${most}. اختصرها.`,
  notATagAuthority: (value: string) =>
    `«${value}» لا تُنسب إليه معرّفات الخلاصات. اكتب النطاق وحده مثل old.example، أو بعده سنة كان لك فيها مثل old.example,2019.`,
  notAnEmail: (value: string) => `«${value}» ليس عنوان بريد. اكتبه هكذا: name@example.com.`,
  notATimeZone: (value: string) =>
    `المنطقة الزمنية «${value}» غير معروفة. اكتب اسمها كما في قاعدة IANA، مثل Asia/Beirut.`,
  endpointRequired: (provider: string) =>
    `ينقص المفتاح «endpoint» داخل «comments»، ولا بدّ منه حين تكون قيمة «provider» هي ${provider}.`,
  endpointWithoutArticle: () =>
    'في site.yaml رابط «endpoint» بلا {url}، فتظهر تحت المقالات كلها صفحة تعليقات واحدة. اكتب {url} حيث تقرأ الخدمة رابط المقال.',
  giscusRequired: () =>
    'ينقص المفتاح «giscus» داخل «comments»، ولا بدّ منه حين تكون قيمة «provider» هي giscus. اكتب تحته repository وrepository-id وcategory وcategory-id.',
  termsTwice: () => 'شروط التعليق مكتوبة في الملف comment-terms.md وفي «terms» معًا. أبقها في واحد منهما، واحذف الآخر.',
  notAComment: () =>
    'هذا السطر من أرشيف التعليقات تالف، فلا يُعرض تعليقه. احذفه، أو أعد جلب التعليقات بالأمر: npm run comments -- --all',
  imageIsRemote: () =>
    'ليس هذا ملف صورة ولا عنوانها. اكتب مسار ملف بجوار المقال أو في content/public، أو عنوان الصورة كاملًا يبدأ بـ https://.',
  imageNotSecure: (src: string) =>
    `عنوان الصورة «${src}» بلا https://، والمتصفحات لا تعرض في موقع مشفّر صورة من عنوان غير مشفّر. اكتبه بها.`,
  imageNotMeasured: (src: string) =>
    `لا تُعرف أبعاد الصورة «${src}»، والبناء لا يسأل الشبكة. شغّل npm run media ليقيسها ويحفظها في media.lock.yaml.`,
  notAMediaBase: (value: string) =>
    `«${value}» ليس عنوان مجلد صور. اكتبه كاملًا يبدأ بـ https:// وينتهي بـ /، مثل https://media.example/.`,
  mediaLockLine: () =>
    'هذا السطر ليس مما يكتبه الأمر npm run media، ولا يُقرأ. شغّل الأمر ليكتب الملف من جديد، ولا تعدّله بيدك.',
  mediaLockConflict: () =>
    'في الملف علامة تعارض من Git. شغّل npm run media: يأخذ ما في الجانبين ويكتب الملف من جديد بلا علامات.',
  notARecording: (value: string, extensions: readonly string[]) =>
    `ليس «${value}» تسجيلًا صوتيًّا. اكتب اسم ملف بجوار المقال، مثل talk.mp3، وينتهي بواحد من هذه: ${list(extensions)}.`,
  recordingAddress: (value: string) =>
    `«${value}» ليس عنوانًا يُسمع منه التسجيل. اكتبه كاملًا يبدأ بـ https://، مثل https://cdn.example/talk.mp3.`,
  recordingPage: (value: string, extensions: readonly string[]) =>
    `العنوان «${value}» عنوان صفحة لا تسجيل. اكتب عنوان الملف نفسه، مثل https://cdn.example/talk.mp3، وينتهي بواحد من هذه: ${list(extensions)}.`,
  notADuration: (value: string) =>
    `«${value}» ليست مدة تُقرأ. اكتب الدقائق فالثواني، مثل 12:40، وقبلها الساعات إن وُجدت، مثل 1:02:40.`,
  backslash: () => 'في المسار شَرطة مائلة معكوسة «\\». اكتب «/» مكانها.',
  aliasTooLong: (part: string) =>
    `في المسار القديم جزء أطول من 255 بايتًا، وهو أطول ما يكون عليه اسم ملف، والحرف العربي بايتان: «${part}». احذف المسار من «aliases».`,
  aliasPathTooLong: (beginning: string) =>
    `المسار القديم الذي أوله «${beginning}» أطول من 2048 بايتًا، ولا يكون ملف على مسار بهذا الطول. احذفه من «aliases».`,
  aliasHidden: (part: string) =>
    `الجزء «${part}» من المسار القديم يبدأ بنقطة، وما بدأ بها تخفيه المضيفات ولا تنشره. احذف المسار من «aliases».`,
  aliasUnprintable: (value: string) =>
    `في المسار القديم «${value}» رمز محرف لا يُرى، ولا يكون مثله في اسم ملف. احذف الرمز، أو احذف المسار من «aliases».`,
  aliasNotAPath: (value: string) => `«${value}» ليس مسارًا قديمًا في الموقع. اكتبه بلا نطاق وبلا ؟ أو #، وابدأه بـ /.`,

  notAFormerId: (value: string) =>
    `«${value}» لا يصلح اسمًا قديمًا لملف. اكتب الاسم كما كان بلا امتداد، مثل local-news، أو مسارًا قديمًا يبدأ بـ /.`,
  notTagEntries: () => 'هذا الملف قائمة وسوم: يبدأ كل وسم بسطر فيه «- tag:» ثم اسمه، وتحته «also:» وما يُكتب به أيضًا.',
  tagTwice: (spelling: string, owner: string) =>
    `«${spelling}» مكتوب من قبل مع الوسم «${owner}». أبقه في موضع واحد، لأن المقال لا يعرف غيره.`,

  unknownAuthor: (id: string, known: readonly string[]) => `لا كاتب في authors باسم «${id}».${offer(known)}`,
  unknownCategory: (id: string, known: readonly string[]) => `لا قسم في categories باسم «${id}».${offer(known)}`,
  unknownSeries: (id: string, known: readonly string[]) => `لا ملف صحفيًّا في series باسم «${id}».${offer(known)}`,
  /** Like the three above, for an id that several articles name. */
  renamedId: (kind: RenamedKind, id: string, known: readonly string[], count: number, meant: string | undefined) =>
    `${messages[unknownOf[kind]](id, known)} ${countNoun(count, articlesWithId, 'latn')}${mending(kind, id, meant)}`,
  notAClosing: (value: string, key: string) =>
    `القيمة «${value}» لا تصلح في «${key}». اكتب true إذا اكتمل الملف، أو يوم اكتماله مثل 2026-11-20.`,
  twiceInSeries: (id: string) => `المقال «${id}» مذكور من قبل في هذه القائمة. احذفه من هنا.`,
  notOfSeries: (id: string, file: string, series: string) =>
    `المقال «${id}» مرتّب هنا، وليس في بياناته أنه من هذا الملف. اكتب «series: ${series}» في ${file}، أو احذفه من هنا.`,
  tagsShareAddress: (tag: string, address: string, other: string, file: string, line: number) =>
    `صفحة الوسم «${tag}» عنوانها ${address}، وهو عنوان الوسم «${other}» في السطر ${line} من ${file}. إن كانا وسمًا واحدًا فاكتبه في الملفين كتابة واحدة، وإلا فسمِّ أحدهما باسم آخر.`,
  notAlerts: () =>
    'هذا الملف قائمة أخبار عاجلة: يبدأ كل خبر بسطر فيه «- text:» ثم نصه، وتحته «until:» ومتى ينتهي عرضه، مثل 2026-01-31 18:00.',
  alertTooLong: (length: number, most: number) =>
    `نص الخبر العاجل من ${countNoun(length, characters, 'latn')}، ولا يتسع شريطه لأكثر من ${most}. اختصره، واترك التفصيل للمقال.`,
  alertWithoutEnd: () => 'لا يُعرف متى ينتهي عرض هذا الخبر العاجل. اكتب تحته متى ينتهي، مثل: until: 2026-01-31 18:00',
  alertLeadsTwice: () => 'لهذا الخبر العاجل مقال ورابط معًا، والشريط يؤدي إلى موضع واحد. أبقِ «article» أو «url».',
  alertYearTooLate: (year: number, last: number) =>
    `السنة ${year} أبعد من أن يُعرض فيها خبر عاجل، وأبعد ما يُقبل ${last}. راجع أرقامها، وإن صحّت فراجع ساعة الجهاز.`,
  alertTwice: () => 'هذا الخبر العاجل مكتوب مرتين في وقت واحد. احذف أحدهما.',
  alertEndsBefore: () => 'ينتهي هذا الخبر العاجل قبل أن يبدأ. صحّح «until» أو «time».',
  alertArticleUnpublished: (id: string) =>
    `المقال «${id}» لا يراه القارئ حين يظهر الخبر العاجل الذي يؤدي إليه. انشره، أو احذف «article» إلى أن يُنشر.`,
  alertArticleGone: (file: string, line: number, id: string) =>
    `السطر ${line} من ${file}: لا يبقى المقال «${id}» منشورًا حين يُعرض الخبر العاجل الذي يؤدي إليه، فيُعرض الخبر بلا رابط. اكتب معرّف مقال آخر، أو احذف «article».`,
  unknownArticle: (id: string) => `لا مقال معرّفه «${id}». انسخ المعرّف من «id» في ملف المقال، أو من آخر رابطه.`,
  nearestArticle: (id: string, nearest: string) => `لا مقال معرّفه «${id}». لعلك تقصد «${nearest}».`,
  notABlock: (known: readonly string[]) =>
    `لكل جزء من الصفحة الأولى سطر يبدأ بشَرطة، وفيه مفتاح واحد من هذه: ${list(known)}. اكتبه مثل «- section: culture» أو «- live».`,
  articleNotShown: (file: string, line: number, id: string) =>
    `السطر ${line} من ${file}: المقال «${id}» لم يُنشر بعد، فهو مسودة أو لم يحن موعده، فحلّ غيره محلّه. إن لم تكن تنتظر نشره فاحذفه من هنا.`,
  articleExpired: (file: string, line: number, id: string) =>
    `السطر ${line} من ${file}: المقال «${id}» انتهت مدته (expires)، فحلّ غيره محلّه. احذفه من هنا.`,
  articleWithdrawn: (file: string, line: number, id: string) =>
    `السطر ${line} من ${file}: المقال «${id}» سُحب (withdrawn)، فحلّ غيره محلّه. احذفه من هنا.`,
  articleHidden: (file: string, line: number, id: string) =>
    `السطر ${line} من ${file}: المقال «${id}» مكتوب أيضًا في «hide»، فلا يظهر في الصفحة الأولى. أبقه في واحد منهما.`,
  articleRepeated: (file: string, line: number, id: string) =>
    `السطر ${line} من ${file}: المقال «${id}» مكتوب من قبل، ولا يظهر مقال في الصفحة مرتين. احذفه من هنا.`,
  pinnedById: () =>
    'معرّف المقال المثبّت قيمة لا مفتاح: اكتب كل مقال في سطر يبدأ بشَرطة، مثل «- { article: k7q3m, until: 2026-12-01 18:00 }».',
  blockRepeated: (file: string, line: number, block: string) =>
    `السطر ${line} من ${file}: الجزء «${block}» مكتوب من قبل، ولا يظهر جزء في الصفحة مرتين. احذفه من هنا.`,
  frontPageBlank: () =>
    'كل مقال منشور مكتوب في «hide» من front-page.yaml، فلا خبر في الصفحة الأولى. احذف من «hide» ما يراه القارئ.',
  articleOfOtherSection: (file: string, line: number, id: string, section: string) =>
    `السطر ${line} من ${file}: المقال «${id}» من القسم «${section}»، فلا يتصدّر هذا القسم. احذفه من هنا.`,
  frontPageTwice: () =>
    'الصفحة الأولى مكتوبة في front-page.yaml وفي «front-page» من site.yaml معًا، والمعتمد front-page.yaml. احذف ما في site.yaml.',
  timeWithoutClock: (value: string) =>
    `«${value}» يوم بلا ساعة، والتحديث في التغطية المباشرة يُعرف بساعته. اكتبها بعد اليوم، مثل 2026-11-20 14:05.`,
  liveMisplaced: () =>
    'هذا الملف ليس في مكان تحديث من تغطية مباشرة. مكان التحديث live، ثم مجلد باسم معرّف المقال، ثم ملف ينتهي اسمه بـ .md.',
  entryYearTooLate: (year: number, last: number) =>
    `السنة ${year} أبعد من أن يؤجَّل إليها تحديث، وأبعد ما يُقبل ${last}. راجع أرقامها، وإن صحّت فراجع ساعة الجهاز.`,
  entryBeforeArticle: (year: number, article: string) =>
    `السنة ${year} أقدم من أن يكون فيها تحديث من تغطية المقال ${article}، فهي قبل نشره بأكثر من سنة. راجع أرقامها.`,
  liveWithoutArticle: (id: string, nearest: string | undefined) =>
    nearest === undefined
      ? `لا مقال معرّفه «${id}»، وهو اسم المجلد. سمِّ المجلد بمعرّف المقال المكتوب في «id».`
      : `لا مقال معرّفه «${id}»، وهو اسم المجلد. لعلك تقصد «${nearest}».`,
  liveNotDeclared: (article: string) =>
    `المقال ${article} ليس تغطية مباشرة، فلا تظهر فيه تحديثات هذا المجلد. اكتب في بياناته «live: open».`,
  liveSameAnchor: (other: string) =>
    `من اسم هذا الملف ومن اسم ${other} رابط واحد، فلا يُعرف أي التحديثين يُقصد به. سمِّ أحدهما باسم آخر.`,
  liveEmpty: (file: string) => `${file} بلا عنوان ولا نص، فلا يظهر بين التحديثات. اكتب ما جرى تحت «---».`,
  livePinnedTwice: (folder: string, newest: string) =>
    `في ${folder} أكثر من تحديث مثبَّت، والمثبَّت في الصفحة أحدثها: ${newest}. احذف «pin» من غيره.`,
  liveHeldBack: (folder: string, count: number, next: string) =>
    `في ${folder} ${countNoun(count, heldBack, 'latn')} ${next}.`,
  liveLeftOpen: (folder: string) =>
    `لم يُضف إلى ${folder} شيء منذ أكثر من يومين، وتغطيته ما زالت مفتوحة. إن انتهت فاكتب في بيانات المقال «live: closed».`,
  periodReversed: (from: string, to: string) => `تنتهي المدة في ${to} قبل أن تبدأ في ${from}. اكتب في «from» أولهما.`,
  popularTwice: (id: string) => `المقال «${id}» مذكور من قبل في هذه القائمة. أبقه في موضع واحد.`,
  popularUnknown: (file: string, line: number, id: string, nearest: string | undefined) =>
    `${file}:${line}: لا مقال معرّفه «${id}»، فلا يظهر بين الأكثر قراءة.${nearest === undefined ? '' : ` لعلك تقصد «${nearest}».`}`,
  popularOfTheFuture: (file: string, to: string) =>
    `المدة في ${file} لم تنتهِ بعد، وآخرها ${to}، فلا تظهر قائمة الأكثر قراءة قبل ذلك اليوم.`,
  popularStale: (file: string, to: string, days: number) =>
    `قائمة الأكثر قراءة في ${file} آخر مدتها ${to}، ${countNoun(days, daysAgo, 'latn')}. جدّدها بالأمر npm run popular، أو احذف الملف فلا تظهر.`,
  malformedId: (id: string) =>
    `المعرّف «${id}» لا يصلح عنوانًا. المعرّف خمسة محارف من الأرقام والحروف اللاتينية الصغيرة عدا i وl وo وu، فيها رقم على الأقل.`,
  duplicateId: (id: string, other: string) =>
    `المعرّف «${id}» مكتوب أيضًا في ${other}. لكل مقال معرّف لا يشاركه فيه غيره.`,
  derivedIdIsWritten: (id: string, other: string) =>
    `لا id في هذا الملف، والمعرّف المشتق من مساره «${id}» مكتوب في ${other}. إن كان ذاك أحدث نشرًا فغيّر المعرّف فيه، وإلا فاكتب هنا معرّفًا آخر.`,
  derivedIdWouldChange: (id: string) =>
    `نُشر هذا المقال بالمعرّف «${id}» المشتق من مساره، ومقال يشاركه فيه أضيف أو حُذف فتغيّر ما يُشتق له. ثبّته في هذا الملف.`,
  sameAddress: (address: string, other: string) =>
    `العنوان ${address} لهذا الملف ولـ ${other} معًا. غيّر اسم أحد الملفين.`,
  reservedAddress: (address: string) => `العنوان ${address} محجوز للموقع نفسه. سمِّ الملف باسم آخر.`,
  emptySlug: () => 'ليس في اسم الملف حرف ولا رقم، فلا يكون منه عنوان. سمِّه باسم آخر.',
  badFileName: (name: string) => `اسم الملف يصير عنوان صفحة، وفيه ما لا يصلح لذلك. سمِّه ${name}.`,
  aliasIsAddress: (alias: string, owner: string) =>
    `العنوان القديم ${alias} هو عنوان ${owner} اليوم. احذفه من «aliases».`,
  aliasIsOwn: (alias: string) =>
    `العنوان القديم ${alias} هو عنوان هذا المقال اليوم، فيدور القارئ في مكانه. احذفه من «aliases».`,
  aliasIsOwnName: (alias: string) =>
    `العنوان القديم ${alias} هو عنوان هذا الملف نفسه اليوم، فيدور القارئ في مكانه. احذفه من «aliases».`,
  aliasLoops: (alias: string, owner: string, files: readonly string[]) =>
    `العنوان القديم ${alias} هو عنوان ${owner} اليوم، والقارئ يدور بين هذه الملفات ولا يصل: ${list(files)}. احذفه من «aliases».`,
  aliasChains: (alias: string, owner: string, next: string) =>
    `العنوان القديم ${alias} هو عنوان ${owner} اليوم، وعنوان هذا الملف نفسه مكتوب في ${next} عنوانًا قديمًا، فينتقل القارئ من تحويل إلى تحويل. احذفه من «aliases».`,
  aliasIsReserved: (alias: string) => `العنوان القديم ${alias} محجوز للموقع نفسه. احذفه من «aliases».`,
  aliasTwice: (alias: string, other: string) => `العنوان القديم ${alias} مكتوب أيضًا في ${other}. أبقه في واحد منهما.`,
  missingImage: (src: string) =>
    `لا ملف للصورة «${src}». المسار يُحسب من مكان هذا الملف، وما بدأ بـ / فمن content/public.`,
  missingMediaImage: (src: string) =>
    `لا ملف للصورة «${src}». إن كانت محفوظة خارج المستودع فاكتب عنوان مجلدها في site.yaml تحت images، مثل: media: https://media.example/`,
  nearestImage: (src: string, nearest: string) => `لا ملف للصورة «${src}». لعلك تقصد «${nearest}».`,
  imageOutOfContent: (src: string) =>
    `الصورة «${src}» خارج مجلد المحتوى، فلا تُنشر. انسخها إلى جوار هذا الملف، واكتب اسمها وحده.`,
  imageLeavesContent: (src: string) =>
    `ملف الصورة «${src}» رابط رمزي (symlink) إلى ملف خارج مجلد المحتوى، فلا يُنشر. انسخ الصورة نفسها مكانه.`,
  unreadableImage: (src: string) => `ملف الصورة «${src}» تالف أو ليس صورة. احفظه من جديد بصيغة JPEG أو PNG أو SVG.`,
  imageFormat: (src: string) => `صيغة الصورة «${src}» لا تعرضها المتصفحات. احفظها بصيغة JPEG أو PNG أو SVG.`,
  imageTooTall: (src: string) => `ارتفاع الصورة «${src}» أضعاف عرضها، فلا تُنشر صورة واحدة. اقسمها صورًا أقصر.`,
  leadIsStrip: (src: string) =>
    `الصورة «${src}» شريط طويل لا تُقصّ منه صورة تظهر مع رابط المقال. اختر لصدر المقال صورة غيرها.`,
  imageScript: (src: string, found: string) =>
    `في ملف الصورة «${src}» برنامج يعمل عند القارئ: فيه ${found}. صدّرها من جديد رسمًا فقط، بلا script ولا foreignObject.`,
  imageOutside: (src: string, found: string) =>
    `في ملف الصورة «${src}» ما يُطلب من موقع آخر حين تُفتح: فيه ${found}. ضمّنه في الملف حين تصدّره، أو احذفه.`,
  imageForeign: (src: string, found: string) =>
    `في ملف الصورة «${src}» ما ليس من الرسم: فيه ${found}. صدّرها من جديد بصيغة Plain SVG، بلا تعريفات ولا عناصر من لغة أخرى.`,
  imageEncoding: (src: string) =>
    `ملف الصورة «${src}» ليس بترميز UTF-8، فقد يقرؤه متصفح على غير وجهه. احفظه بهذا الترميز.`,
  brokenLink: (url: string) => `الرابط «${url}» لا يؤدي إلى شيء في الموقع. راجع عنوانه.`,
  nearestLink: (url: string, nearest: string) => `الرابط «${url}» لا يؤدي إلى شيء في الموقع. لعلك تقصد «${nearest}».`,
  missingPath: (url: string) => `لا ملف في الموقع على المسار «${url}». راجع اسمه ومكانه.`,
  nearestPath: (url: string, nearest: string) => `لا ملف في الموقع على المسار «${url}». لعلك تقصد «${nearest}».`,
  linkToDraft: (url: string, file: string) =>
    `الرابط «${url}» إلى ${file}، وهو مسودة لا يراها القارئ. احذفه، أو انشر ما يؤدي إليه.`,
  linkToFuture: (url: string, file: string, moment: string) =>
    `الرابط «${url}» إلى ${file}، وهو مؤجل إلى ${moment}، فلا يراه القارئ قبل ذلك. احذف الرابط إلى أن يُنشر.`,
  linkToUnpublishedList: (url: string) =>
    `الرابط «${url}» إلى قائمة ليس فيها مقال منشور بعد. احذفه إلى أن يُنشر فيها مقال.`,
  brokenAnchor: (anchor: string) =>
    `لا موضع باسم «#${anchor}» في الصفحة التي يؤدي إليها الرابط. اكتب بعد # عنوانًا فرعيًّا فيها، ومكان كل مسافة شَرطة.`,
  nearestAnchor: (anchor: string, nearest: string) =>
    `لا موضع باسم «#${anchor}» في الصفحة التي يؤدي إليها الرابط. لعلك تقصد «#${nearest}».`,
  anchorIsLost: (url: string, meant: string) =>
    `عنوان الرابط «${url}» ينقل القارئ إلى عنوان آخر، فيضيع منه الموضع الذي بعد #. اكتب «${meant}».`,
  missingFile: (src: string) =>
    `لا ملف باسم «${src}». المسار يُحسب من مكان هذا الملف، فانسخ الملف إلى جواره، أو صحّح اسمه.`,
  nearestFile: (src: string, nearest: string) => `لا ملف باسم «${src}». لعلك تقصد «${nearest}».`,
  fileOutside: (src: string) =>
    `الملف «${src}» خارج مجلد المحتوى، فلا يُنشر. انسخه إلى جوار هذا الملف، واكتب اسمه وحده.`,
  fileLeavesContent: (src: string) =>
    `الملف «${src}» رابط رمزي (symlink) إلى ملف خارج مجلد المحتوى، فلا يُنشر. انسخ الملف نفسه مكانه.`,
  fileType: (src: string, known: readonly string[]) =>
    `الملف «${src}» ليس من الأنواع التي تُنشر بجوار المقال، وهي: ${list(known)}. احفظه بواحد منها، أو ضعه في ملف zip.`,
  activeFile: (src: string) =>
    `الملف «${src}» من نوع يعمل برنامجًا عند القارئ، فلا يُنشر. احفظ ما فيه بصيغة أخرى مثل PDF، أو احذف الرابط.`,
  drawingLink: (src: string) => `لا يُنشر الرسم «${src}» برابط وحده. اعرضه صورةً هكذا: ![وصف الصورة](${src}).`,
  activeXml: (src: string, found: string) =>
    `في الملف «${src}» ما قد يعمل برنامجًا عند القارئ: فيه ${found}. صدّره من جديد مسارًا ومواقع فقط.`,
  emptyFile: (src: string) => `الملف «${src}» فارغ. انسخه من جديد.`,
  fileTooLarge: (src: string) => `الملف «${src}» أكبر من غيغابايت. انشره في خدمة للملفات أو للمقاطع، واكتب رابطه هنا.`,
  notAColor: (value: string, key: string) =>
    `القيمة «${value}» لا تصلح لونًا في «${key}». اكتب اللون بعد # بثلاث خانات أو ست من 0-9 وa-f بين علامتي اقتباس، مثل "#96262b".`,
  faintColor: (
    { name, theme, paper, nearest }: { name: string; theme: string; paper: string; nearest: string },
    { ratio, least }: { ratio: number; least: number },
  ) =>
    `في المظهر ${theme === 'light' ? 'الفاتح' : 'الداكن'} لا يُقرأ لون «${name}» على ورق لونه ${paper}: التباين بينهما ${ratio}، وأقلّه ${least}. أقرب درجة منه تصلح هي ${nearest}.`,
  notAFont: (value: string, key: string) =>
    `«${value}» لا يصلح خطًّا في «${key}». اكتب اسم ملف في theme/fonts ينتهي بـ .woff2، أو naskh.`,
  notWoff2: (file: string) => `الخط «${file}» ليس بصيغة WOFF2، وهي وحدها التي تُنشر. حوّله إليها واكتب اسم ملفه الجديد.`,
  fontFolder: (value: string) => `«${value}» مسار، والمطلوب اسم الملف وحده: الخطوط كلها في theme/fonts.`,
  notAWeight: (value: string) =>
    `الوزن «${value}» لا يصلح. اكتب عددًا من 1 إلى 1000 مثل 700، أو مدى للخط المتغيّر مثل 400-700.`,
  fontFamilyAlone: (family: string) =>
    `«${family}» خط كامل من خطوط ورّاق، فلا يُكتب مع خط آخر. أبقه وحده، أو احذفه من القائمة.`,
  sansIsBold: () => 'الخط «sans» للعناوين، وليس منه إلا الغليظ، فلا يصلح للمتن. اكتب naskh، أو اسم ملف في theme/fonts.',
  missingFont: (file: string) => `لا ملف باسم «${file}» في theme/fonts. انسخه إليه، أو صحّح اسمه.`,
  nearestFont: (file: string, nearest: string) => `لا ملف باسم «${file}» في theme/fonts. لعلك تقصد «${nearest}».`,
  brokenFont: (file: string) => `الملف «${file}» ليس خطًّا بصيغة WOFF2، أو هو ناقص. انسخه من مصدره مرة أخرى.`,
  fontWithoutArabic: (file: string) =>
    `ليس في الخط «${file}» حروف العربية كلها، فيظهر النص للقارئ بخطين. اختر خطًّا فيه هذه الحروف.`,
  styleSyntax: () => 'لا تقرأ المتصفحات هذا الموضع من CSS فتتجاوزه. راجع ما فيه وما قبله من أقواس وفواصل.',
  styleUnclosed: (opening: string) => `العلامة «${opening}» في هذا السطر فُتحت ولم تُغلق إلى آخر الملف. أغلقها.`,
  styleImport: () => 'لا تُستورد أوراق أخرى بـ @import. انسخ قواعد الورقة إلى هذا الملف، واحذف السطر.',
  styleForeign: (url: string) =>
    `العنوان «${url}» ليس في الموقع، وسياسة المحتوى تمنع طلبه. احفظ الملف في theme، واكتب مساره منه.`,
  styleOwnAddress: (url: string, rooted: string) =>
    `العنوان «${url}» في هذا الموقع نفسه. اكتبه من جذره، هكذا: url("${rooted}").`,
  styleData: () => 'سياسة المحتوى تمنع ما يُكتب بـ data: في ورقة الأنماط. احفظه ملفًّا في theme، واكتب مساره منه.',
  styleCharset: () => 'تُقرأ ورقة الأنماط بترميز UTF-8 وبه تُنشر. احفظها به، واحذف السطر الذي فيه @charset.',
  styleMissing: (url: string) => `لا ملف في theme على المسار «${url}». انسخه إليه، أو صحّح المسار.`,
  styleNearest: (url: string, nearest: string) => `لا ملف في theme على المسار «${url}». لعلك تقصد «${nearest}».`,
  styleUrlForm: (url: string) => `اكتب «${url}» داخل url()، هكذا: url("${url}").`,
  styleFileType: (url: string) =>
    `الملف «${url}» ليس صورة ولا خطًّا بصيغة WOFF2، فلا تطلبه ورقة الأنماط. اختر ملفًّا غيره.`,
  largeFont: (file: string, size: string) =>
    `خط كبير: theme/fonts/${file} حجمه ${size}، فيتأخر ظهوره على الهواتف. أبقِ منه حروف العربية وحدها.`,
  textWithoutBold: () =>
    'ليس في خط المتن وزن غليظ، فيغلّظ المتصفح بنفسه ما كُتب بين **…**. أضف في site.yaml ملف الوزن 700 ليظهر كما رُسم.',
  unusedFont: (file: string) => `${file} لا يُنشر: لا يطلبه site.yaml ولا theme/site.css.`,
  unknownThemeFile: (file: string) =>
    `${file} لا يُقرأ: في theme الملفات logo.svg وicon.svg وsite.css وslots.yaml، والمجلدات fonts وslots وcomponents.`,
  misnamedThemeFile: (file: string, meant: string) => `${file} لا يُقرأ. لعلك تقصد ${meant}.`,
  themeFolderForFile: (file: string) => `${file} مجلد، وما يُقرأ بهذا الاسم ملف. انقل ما فيه، واحفظ الملف مكانه.`,
  themeFileForFolder: (file: string) => `${file} ملف، وما يُقرأ بهذا الاسم مجلد. احذف الملف، وأنشئ المجلد مكانه.`,
  themeLink: (file: string) => `${file} لا يُقرأ: هو رابط رمزي (symlink) لا يُتبع. انسخ الملف نفسه مكانه.`,
  fontFormat: (file: string) => `${file} لا يُقرأ: الخطوط في theme/fonts بصيغة WOFF2. حوّله إليها.`,

  drawingTooHeavy: (kilobytes: number, most: number) =>
    `حجم هذا الرسم ${kilobytes} كيلوبايت، ويحمّله كل قارئ في كل صفحة. بسّط خطوطه حتى لا يزيد على ${most}.`,
  drawingUnreadable: () =>
    'ليس هذا رسمًا بصيغة SVG يُقرأ إلى آخره. صدّره من جديد من برنامج الرسم بصيغة SVG، وبترميز UTF-8.',
  drawingWithoutViewBox: (meant: string) => `الرسم بلا viewBox، فلا يُعرف كيف يُكبَّر ويُصغَّر. اكتب في العنصر svg: ${meant}`,
  drawingWithoutSize: () =>
    'الرسم بلا viewBox ولا عرض ولا ارتفاع، فلا تُعرف نسبة أبعاده. اكتب في العنصر svg شيئًا مثل: viewBox="0 0 300 80"',
  drawingWithoutNamespace: (namespace: string) =>
    `الرسم بلا xmlns، فلا تعرضه المتصفحات. ابدأ العنصر svg هكذا: <svg xmlns="${namespace}"`,
  drawingWrongViewBox: (written: string) =>
    `في الرسم viewBox="${written}"، وهو أربعة أعداد آخرها العرض والارتفاع، وكلاهما أكبر من صفر. اكتب شيئًا مثل: viewBox="0 0 300 80"`,
  drawingOutOfSize: (longest: number) =>
    `أبعاد هذا الرسم لا تُرسم: عرضه وارتفاعه في العنصر svg بين 1 و${longest}. صدّره من جديد بأبعاد أقرب.`,
  drawingBlank: () =>
    'لا يُرى في هذا الرسم شيء: هو فارغ، أو شفاف، أو ما فيه خارج حدود viewBox. صدّره من جديد وفيه ما رُسم.',
  logoOutOfProportion: (width: number, height: number, tall: number, wide: number) =>
    `أبعاد الشعار ${width}×${height}، فيظهر في رأس الصفحة كالخيط. لا يزيد ارتفاعه على ${tall} أضعاف عرضه، ولا عرضه على ${wide} ضعفًا من ارتفاعه.`,
  drawingText: (file: string) =>
    `${file} فيه كلام مكتوب بخط، وهذا الخط ليس عند القارئ. حوّل الكلام في برنامج الرسم إلى مسارات (Outlines).`,
  iconNotSquare: (meant: string) => `الأيقونة مربعة، وهذه ليست كذلك. اكتب في العنصر svg: ${meant}`,

  publicInEngineFolder: (folder: string) =>
    `المجلد «${folder}» يكتب فيه الموقع وحده، فلا يُنسخ إليه ملف. انقل هذا الملف إلى مجلد غيره في content/public.`,
  publicIsFolder: (name: string) =>
    `في الموقع مجلد باسم «${name}» فيه صفحاته، فلا يكون بجواره ملف بهذا الاسم. غيّر اسم الملف.`,
  publicHidden: (other: string) =>
    `اسم هذا الملف هو اسم ${other} في عنوان الصفحة، وإن كُتبا بمحارف مختلفة. غيّر اسم أحدهما.`,
  publicLink: (file: string) =>
    `${file} لا يُنسخ: هو رابط رمزي (symlink) إلى مجلد، أو إلى ما ليس في هذا المجلد. انسخ الملف نفسه مكانه.`,
  publicReplaces: (file: string, path: string) =>
    `${file} يحلّ محل ما يصنعه الموقع في العنوان ${path}، فلا يصل إليه القارئ. إن لم تقصد ذلك فغيّر اسم الملف.`,
  publicCase: (file: string, other: string) =>
    `${file} و${other} لا يفرق بينهما إلا الحروف اللاتينية الكبيرة والصغيرة، وهما في بعض الأجهزة ملف واحد. غيّر اسم أحدهما.`,
  publicName: (file: string, sign: string) =>
    `في اسم ${file} ما لا تقبله بعض الاستضافات: «${sign}». غيّر اسم الملف، ثم صحّح الروابط إليه.`,
  publicUnnameable: () => 'اسم هذا الملف أو المجلد ليس بترميز UTF-8 فلا يُفتح. سمّه باسم آخر.',
  publicIsFile: () => 'هذا ملف، ومكانه لمجلد فيه ما يُنشر كما هو. سمّ الملف باسم آخر، أو اجعله في مجلد باسم public.',
  publicSecrets: (file: string) =>
    `${file} يُنشر كما هو فيقرؤه كل أحد، وفي ملفات .env كلمات مرور ومفاتيح عادةً. إن كان فيه شيء منها فانقله من هذا المجلد.`,
  missingSite: () => 'لا ملف site.yaml في مجلد المحتوى. اكتبه وفيه title وdescription وurl.',

  notSpellings: (key: string) =>
    `قيمة «${key}» كلمات، كل كلمة في سطر تحته: الكتابة المعتمدة ثم ما لا يُكتب، مثل «يوتيوب: [يوتوب]».`,
  variantIsPreferred: (variant: string) =>
    `الكتابة «${variant}» هي المعتمدة هنا، فلا تكون مما لا يُكتب. احذفها من القائمة.`,
  variantIsPreferredElsewhere: (variant: string, preferred: string) =>
    `الكتابة «${variant}» معتمدة في سطر آخر، وهي تحت «${preferred}» مما لا يُكتب. أبقها في واحد منهما.`,
  variantTwice: (variant: string, preferred: string) =>
    `الكتابة «${variant}» مذكورة من قبل تحت «${preferred}». احذفها من هنا.`,
  searchNameNotSearchable: (alias: string) => `لا يُبحث عن «${alias}» وحده. اكتب مكانه اسمًا، أو احذفه.`,
  searchNameWithStopWord: (alias: string, word: string) =>
    `في اسم البحث «${alias}» كلمة لا يُبحث عنها، وهي «${word}». احذفها منه، أو احذف الاسم كله.`,
  searchNameTooLong: (alias: string) => `اسم البحث «${alias}» أطول من أربع كلمات. اختصره، أو احذفه.`,
  searchNameTwice: (alias: string, name: string) =>
    `الاسم «${alias}» مذكور من قبل مع «${name}». احذفه من هنا، أو اجمع السطرين في سطر واحد.`,

  derivedIds: (count: number) =>
    countNoun(
      count,
      {
        zero: '',
        one: 'مقال واحد بلا معرّف، فاشتُقّ له معرّف من مساره. ثبّته بالأمر: npm run check -- --fix',
        two: 'مقالان بلا معرّف، فاشتُقّ لكل منهما معرّف من مساره. ثبّتهما بالأمر: npm run check -- --fix',
        few: '# مقالات بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix',
        many: '# مقالًا بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix',
        other: '# مقال بلا معرّف، فاشتُقّ لكل منها معرّف من مساره. ثبّتها بالأمر: npm run check -- --fix',
      },
      'latn',
    ),
  formerIdNamed: (kind: RenamedKind, id: string, current: string, count: number) =>
    `${countNoun(count, namedByArticles[kind], 'latn').replace('@', () => id)}، واسمه اليوم «${current}». غيّر ما في المقالات بالأمر: ${renameCommand(kind, id, current)}`,
  deskWithGender: () => 'هذا الملف لقسم أو هيئة، ولا جنس لهما: الفعل يتبع لفظ الاسم. احذف «gender».',
  ambiguousReporter: (name: string, ids: readonly string[], articles: CountedArticles) =>
    `«${name}» في «reporter» ${inArticles(articles)}، وهو اسم أكثر من كاتب: ${list(ids)}. يبقى الاسم بلا رابط حتى تكتب مكانه معرّف المقصود.`,
  reporterSpelling: (written: string, name: string, id: string, articles: CountedArticles) =>
    `«${written}» في «reporter» ${inArticles(articles)}، واسم صاحبه في authors/${id}.yaml «${name}»، وبه يظهر للقراء. صحّح كتابته، أو اكتب المعرّف ${id} مكانه.`,
  nearReporter: (written: string, name: string, id: string, articles: CountedArticles) =>
    `«${written}» في «reporter» ${inArticles(articles)}، ولا كاتب بهذا الاسم. لعلك تقصد «${name}»، وملفه authors/${id}.yaml: إن كان هو فصحّح كتابته.`,
  /** The content of the file is on lines of its own, to be pasted. `kind` is its second line, if it is known. */
  reporterWithoutFile: (
    name: string,
    others: readonly string[],
    count: number,
    file: string,
    content: { name: string; kind: string | undefined },
  ) =>
    `${countNoun(count, reportedBy, 'latn').replace('@', () => name)}${spelledAs(others)}، ولا ملف باسمه في authors. لتكون له صفحة تجمع ما كتب أنشئ الملف ${file} وفيه:\n  name: ${content.name}\n  ${content.kind ?? '# gender: male أو female'}`,
  moreReporters: (count: number) =>
    countNoun(
      count,
      {
        zero: '',
        one: 'ومراسل آخر له ثلاثة مقالات أو أكثر بلا ملف.',
        two: 'ومراسلان آخران لكل منهما ثلاثة مقالات أو أكثر بلا ملف.',
        few: 'و# مراسلين آخرين لكل منهم ثلاثة مقالات أو أكثر بلا ملف.',
        many: 'و# مراسلًا آخر لكل منهم ثلاثة مقالات أو أكثر بلا ملف.',
        other: 'و# مراسل آخر لكل منهم ثلاثة مقالات أو أكثر بلا ملف.',
      },
      'latn',
    ),
  emptySeries: (file: string, id: string) =>
    `${file} بلا مقال، فلا صفحة له في الموقع. اكتب «series: ${id}» في بيانات كل مقال منه.`,
  addedToClosed: (file: string, article: string) =>
    `${article} جديد في ملف مكتمل. إن كان الملف مستمرًّا فاحذف «closed» من ${file}، وإن اكتمل به فاكتب فيه يوم نشره.`,
  unusedTags: (names: readonly string[]) =>
    `في tags.yaml ما ليس وسمًا لأي مقال: ${list(names.slice(0, fewIds))}${names.length > fewIds ? '، وغيرها' : ''}. راجع كتابته، أو احذفه.`,
  ignoredFile: (file: string, extensions: readonly string[]) =>
    `${file} لا يُقرأ: ملفات هذا المجلد تنتهي بـ ${extensions.join(' أو ')}.`,
  unlinkedFile: (file: string) =>
    `${file} لا يُنشر: لا رابط إليه في مقال ولا صفحة. إن كان مقالًا فاحفظه نصًّا ينتهي اسمه بـ .md.`,

  unknownSlot: (name: string, known: readonly string[]) =>
    `لا موضع في الصفحات باسم «${name}»، فلا يظهر هذا الملف للقراء. سمّه باسم موضع من هذه: ${list(known)}.`,
  nearestSlot: (name: string, nearest: string) =>
    `لا موضع في الصفحات باسم «${name}»، فلا يظهر هذا الملف للقراء. لعلك تقصد ${nearest}.html.`,
  slotWithoutFile: (name: string) =>
    `الموضع «${name}» بلا ملف يملؤه. أنشئ الملف theme/slots/${name}.html، أو احذف المفتاح.`,
  slotTooLong: (longest: number) => `الملف أطول من ${longest} محرف، ويُكتب في كل صفحة. أبق فيه ما لا بدّ منه.`,
  sectionsBothWays: () => 'اجتمع «sections» و«except-sections»، ويكفي أحدهما. احذف الآخر.',
  notASlotOrigin: (written: string) =>
    `«${written}» ليس اسم موقع يُسمح به. اكتبه هكذا: https://ads.example، أو https://*.ads.example لما تحته من نطاقات.`,
  slotUnclosed: (tag: string) =>
    `الوسم <${tag}> فُتح ولم يُغلق، فيصير ما بعده من الصفحة داخله. أغلقه بـ </${tag}> في موضعه.`,
  slotStrayClosing: (tag: string) =>
    `الوسم </${tag}> يغلق ما لم يُفتح في هذا الملف، فيغلق شيئًا من الصفحة. احذفه، أو افتح <${tag}> قبله.`,
  slotUnfinished: () =>
    'في هذا الموضع وسم أو خاصية بلا نهاية، فيضيع ما بعدها من الصفحة. أتمّ الوسم بـ > وعلامات الاقتباس.',
  slotUnclosedComment: () => 'التعليق <!-- فُتح ولم يُغلق، فتختفي الصفحة بعده. أغلقه بـ -->.',
  slotPageTag: (tag: string) => `الوسم <${tag}> من هيكل الصفحة، وWarraq يكتبه. احذفه وأبق ما فيه.`,
  slotNotInHead: (tag: string) =>
    `الوسم <${tag}> لا مكان له في رأس الصفحة، فيقطعه المتصفح عنده. انقله إلى موضع يراه القارئ، مثل footer.html.`,
  slotTextInHead: () =>
    'في هذا السطر كلام خارج الوسوم، ولا مكان له في رأس الصفحة. ضعه في تعليق <!-- … -->، أو انقله إلى موضع آخر.',
  slotPlugin: (tag: string) => `الوسم <${tag}> يمنعه المتصفح في صفحات الموقع. استعمل <iframe> أو <img> مكانه.`,
  slotHandler: (name: string) =>
    `الخاصية «${name}» برنامج داخل وسم، والمتصفح يمنعه في صفحات الموقع. اكتب مكانها <script> فيه addEventListener.`,
  slotScriptUrl: (name: string) =>
    `قيمة «${name}» برنامج يبدأ بـ javascript:، والمتصفح يمنعه في صفحات الموقع. اكتب رابطًا، أو <script> فيه addEventListener.`,
  slotInlineUrl: (name: string, scheme: string) =>
    `في «${name}» ملف مكتوب في عنوانه (${scheme}:)، والمتصفح يمنعه في صفحات الموقع. احفظ الملف في public، واكتب مساره.`,
  slotInnerProgram: () =>
    'في srcdoc برنامج أو أنماط، والمتصفح يمنعها في صفحات الموقع. احفظ الصفحة في public، واكتب مسارها في src.',
  slotNested: (tag: string) => `الوسم <${tag}> داخل <${tag}> آخر، والمتصفح لا يقرأ ذلك. أغلق الأول بـ </${tag}> قبله.`,
  slotOutsideTable: (tag: string) => `الوسم <${tag}> خارج جدول، فيحذفه المتصفح. ضعه داخل <table>.`,
  slotOverride: () => 'في هذا الموضع محرف خفيّ يقلب ترتيب ما بعده، فيظهر للقارئ غير ما كُتب. احذفه.',
  notAComponentName: (file: string) =>
    `اسم الملف «${file}» لا يصلح اسم مكوّن. ابدأه بحرف لاتيني كبير، واجعل ما بعده حروفًا لاتينية وأرقامًا، مثل WeatherMap.astro.`,
  componentNameTaken: (name: string) =>
    `«${name}» مكوّن من مكوّنات Warraq، فلا يُعرف أيهما يقصد المقال. سمّ الملف باسم آخر.`,
  componentImport: (specifier: string) =>
    `المكوّن يستورد «${specifier}»، ولا يستورد مكوّنٌ إلا ما في theme/components أو ما يبدأ بـ astro:. انقل الملف إلى ذلك المجلد واكتب مساره، مثل ./data.json.`,
  componentImportMissing: (specifier: string) =>
    `المكوّن يستورد «${specifier}»، ولا ملف هناك. راجع الاسم، أو ضع الملف في theme/components.`,
  componentImportPattern: () =>
    'المكوّن يستورد ملفات بـ import.meta.glob، وقد يبلغ به ما ليس في theme/components. استورد كل ملف باسمه، مثل ./data.json.',
  componentCircle: (files: readonly string[]) =>
    `المكوّن يعود إلى نفسه: ${files.join('، ثم ')}، فلا ينتهي عرضه. احذف هذا الاستيراد.`,
  componentData: () => 'لا يُقرأ هذا الملف بصيغة JSON، وأحد المكوّنات يستورده. راجع ما قبل هذا الموضع من فواصل وأقواس.',
  componentSyntax: () => 'لا يقرأ Astro المكوّن من هذا الموضع. راجع ما فيه وما قبله من وسوم وأقواس.',
  componentInline: (directive: string) =>
    `«${directive}» يكتب البرنامج أو الأنماط في الصفحة نفسها، والمتصفح يمنعها هناك. احذفه، فيصير ملفًّا تحمّله الصفحة.`,
  undeclaredOrigin: (kind: keyof typeof loadedThings, origin: string, slot: string, line: string) =>
    `${loadedThings[kind]} ${origin}، والمتصفح يمنعه ما لم يُذكر. اكتب في theme/slots.yaml تحت «${slot}» ثم «origins»: ${line}`,

  ignoredFolder: (file: string) => `${file} لا يُقرأ: ملفات هذا المجلد كلها فيه مباشرة، لا في مجلدات تحته.`,
};

/** The beginnings of sentences about what a slot loads, by the key that allows it. */
const loadedThings = {
  scripts: 'هذا الوسم يحمّل برنامجًا من',
  styles: 'هذا الوسم يحمّل أنماطًا من',
  images: 'هذا الوسم يحمّل صورة من',
  frames: 'هذا الوسم يفتح إطارًا من',
  connect: 'هذا الوسم يطلب بيانات من',
  forms: 'هذه الاستمارة ترسل ما يُكتب فيها إلى',
  fonts: 'هذا الوسم يحمّل خطًّا من',
  media: 'هذا الوسم يحمّل تسجيلًا من',
};

const fewIds = 12;

/** How many articles have something, and the first of their files. */
interface CountedArticles {
  count: number;
  first: string;
}

function inArticles({ count, first }: CountedArticles): string {
  const forms = {
    zero: '',
    one: `في ${first}`,
    two: `في مقالين، منهما ${first}`,
    few: `في # مقالات، منها ${first}`,
    many: `في # مقالًا، منها ${first}`,
    other: `في # مقال، منها ${first}`,
  };
  return countNoun(count, forms, 'latn');
}

const reportedBy: NounForms = {
  zero: '',
  one: 'لـ«@» مقال واحد',
  two: 'لـ«@» مقالان',
  few: 'لـ«@» # مقالات',
  many: 'لـ«@» # مقالًا',
  other: 'لـ«@» # مقال',
};

function spelledAs(others: readonly string[]): string {
  return others.length === 0 ? '' : `، ومنها ما كُتب فيه الاسم هكذا: ${others.map((name) => `«${name}»`).join('، ')}`;
}

type RenamedKind = 'author' | 'category' | 'series';

/** The message about one article that names something unknown. */
export const unknownOf = {
  author: 'unknownAuthor',
  category: 'unknownCategory',
  series: 'unknownSeries',
} as const satisfies Record<RenamedKind, keyof typeof messages>;

/** In Arabic text, a command reads from the left; `NEW` stands for a name that only the newsroom knows. */
/** No command is offered for what no file was ever named: a shell may read it in another way. */
function mending(kind: RenamedKind, id: string, meant: string | undefined): string {
  if (!isId(id)) return '';
  return ` إن كان ملفه قد سُمّي باسم آخر فصحّح ما في المقالات بالأمر: ${renameCommand(kind, id, meant)}`;
}

function renameCommand(kind: RenamedKind, id: string, meant = 'NEW'): string {
  return `npm run rename -- ${kind} ${id} ${meant}`;
}

const articlesWithId: NounForms = {
  zero: '',
  one: 'هذا الاسم في مقال واحد.',
  two: 'هذا الاسم في مقالين.',
  few: 'هذا الاسم في # مقالات.',
  many: 'هذا الاسم في # مقالًا.',
  other: 'هذا الاسم في # مقال.',
};

/** The verb after it is «يُنشر», whatever the number. */
/** In the genitive, after «من». */
const characters: NounForms = {
  zero: '0 محرف',
  one: 'محرف واحد',
  two: 'محرفين',
  few: '# محارف',
  many: '# محرفًا',
  other: '# محرف',
};

/** The file of the next one follows. */
const heldBack: NounForms = {
  zero: '',
  one: 'تحديث واحد مؤجَّل، ولا يُنشر قبل وقته:',
  two: 'تحديثان مؤجَّلان، ولا يُنشر تحديث قبل وقته. أقربهما',
  few: '# تحديثات مؤجَّلة، ولا يُنشر تحديث قبل وقته. أقربها',
  many: '# تحديثًا مؤجَّلًا، ولا يُنشر تحديث قبل وقته. أقربها',
  other: '# تحديث مؤجَّل، ولا يُنشر تحديث قبل وقته. أقربها',
};

const daysAgo: NounForms = {
  zero: 'وهو هذا اليوم',
  one: 'وقد مضى عليها يوم واحد',
  two: 'وقد مضى عليها يومان',
  few: 'وقد مضت عليها # أيام',
  many: 'وقد مضى عليها # يومًا',
  other: 'وقد مضى عليها # يوم',
};

/** `@` stands for the former id. */
const namedByArticles: Record<RenamedKind, NounForms> = {
  author: {
    zero: '',
    one: 'مقال واحد فيه الاسم القديم لملف الكاتب «@»',
    two: 'مقالان فيهما الاسم القديم لملف الكاتب «@»',
    few: '# مقالات فيها الاسم القديم لملف الكاتب «@»',
    many: '# مقالًا فيها الاسم القديم لملف الكاتب «@»',
    other: '# مقال فيها الاسم القديم لملف الكاتب «@»',
  },
  category: {
    zero: '',
    one: 'مقال واحد فيه الاسم القديم لملف القسم «@»',
    two: 'مقالان فيهما الاسم القديم لملف القسم «@»',
    few: '# مقالات فيها الاسم القديم لملف القسم «@»',
    many: '# مقالًا فيها الاسم القديم لملف القسم «@»',
    other: '# مقال فيها الاسم القديم لملف القسم «@»',
  },
  series: {
    zero: '',
    one: 'مقال واحد فيه الاسم القديم للملف الصحفي «@»',
    two: 'مقالان فيهما الاسم القديم للملف الصحفي «@»',
    few: '# مقالات فيها الاسم القديم للملف الصحفي «@»',
    many: '# مقالًا فيها الاسم القديم للملف الصحفي «@»',
    other: '# مقال فيها الاسم القديم للملف الصحفي «@»',
  },
};

function offer(known: readonly string[]): string {
  if (known.length === 0) return ' لا ملف في ذلك المجلد بعد.';
  return known.length <= fewIds ? ` الموجود: ${list(known)}.` : '';
}

function list(words: readonly string[]): string {
  return words.join('، ');
}

const countedProblems: NounForms = {
  zero: 'لا خطأ في المحتوى.',
  one: 'في المحتوى خطأ واحد، ولم يُبنَ الموقع.',
  two: 'في المحتوى خطآن، ولم يُبنَ الموقع.',
  few: 'في المحتوى # أخطاء، ولم يُبنَ الموقع.',
  many: 'في المحتوى # خطأً، ولم يُبنَ الموقع.',
  other: 'في المحتوى # خطأ، ولم يُبنَ الموقع.',
};

/** Returns the last line of a build's report. */
export function countProblems(count: number): string {
  return countNoun(count, countedProblems, 'latn');
}

/** The terms of commenting for a site whose settings have none. */
export const defaultCommentTerms: readonly string[] = [
  'عدم الإساءة إلى الكاتب أو إلى الأشخاص أو إلى المقدسات.',
  'عدم مهاجمة الأديان أو الذات الإلهية.',
  'الابتعاد عن التحريض الطائفي والعنصري والشتائم.',
];
