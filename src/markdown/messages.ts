/** Every message about a body: what is wrong, then what to write. `reason` is the parser's own message. */
export const messages = {
  scriptTag: (tag: string) =>
    `الوسم <${tag}> لا يُقبل في نص المقال لأنه يشغّل برنامجًا عند القارئ. احذفه، وللمقطع أو المنشور اكتب عنوان صفحته وحده بين سطرين فارغين.`,
  frameTag: (tag: string) =>
    `الوسم <${tag}> لا يُقبل في نص المقال لأنه يحمّل إلى الصفحة محتوى موقع آخر. اكتب مكانه عنوان الصفحة وحده بين سطرين فارغين.`,
  embedFrame: (isFramed: boolean) =>
    `الوسم <iframe> لا يُقبل في نص المقال لأنه يحمّل إلى الصفحة محتوى موقع آخر. اكتب مكانه عنوان الصفحة وحده بين سطرين فارغين، ${becomes(isFramed)}.`,
  embedScript: (isFramed: boolean) =>
    `هذا الوسم <script> من شيفرة تضمين، ولا يُقبل في نص المقال لأنه يشغّل برنامجًا عند القارئ. احذف الشيفرة كلها، واكتب عنوان المنشور وحده بين سطرين فارغين، ${becomes(isFramed)}.`,
  styleTag: (tag: string) => `الوسم <${tag}> لا يُقبل في نص المقال لأن شكل الصفحات من شأن تصميم الموقع. احذفه.`,
  formTag: (tag: string) => `الوسم <${tag}> لا يُقبل في نص المقال لأن الصفحة لا تستقبل ما يُكتب فيها. ضع رابطًا مكانه.`,
  drawingTag: (tag: string) =>
    `الوسم <${tag}> لا يُقبل في نص المقال. احفظ الرسم في ملف بجوار المقال واكتب: ![وصف الصورة](اسم-الملف.svg).`,
  pageTag: (tag: string) => `الوسم <${tag}> لا يُقبل في نص المقال. احذفه واكتب ما فيه بلغة Markdown.`,
  handler: (name: string) => `الخاصية «${name}» تشغّل برنامجًا عند القارئ ولا تُقبل في نص المقال. احذفها من الوسم.`,
  scriptUrl: (scheme: string) =>
    `الرابط الذي يبدأ بـ «${scheme}:» يشغّل برنامجًا عند القارئ ولا يُقبل. اكتب رابطًا يبدأ بـ https:// أو احذفه.`,
  appUrl: (scheme: string, page: string) =>
    `الرابط الذي يبدأ بـ «${scheme}:» لا يعمل إلا حيث نُصّب التطبيق. اكتب رابطًا يبدأ بـ ${page}، فهو يعمل أينما كان القارئ.`,
  unknownScheme: (scheme: string, accepted: readonly string[]) =>
    `الرابط الذي يبدأ بـ «${scheme}:» لا يُقبل هنا. اكتب مسارًا في الموقع، أو رابطًا يبدأ بواحد من هذه: ${accepted.map((known) => `${known}:`).join('، ')}.`,
  misspeltUrl: (url: string) =>
    `أول الرابط «${url}» ليس مكتوبًا كما ينبغي، فلا يفتحه متصفح. اكتبه كاملًا من أوله، مثل https://.`,
  bareUrl: (url: string) => `الرابط «${url}» بلا https:// في أوله، فيُقرأ مسارًا في الموقع. اكتبها في أوله.`,
  directive: (name: string) => `الخاصية «${name}» تعليمة للمبرمجين ولا تُقبل في نص المقال. احذفها من الوسم.`,

  bidiOverride: () => 'في السطر محرف خفيّ يقلب ترتيب ما بعده، فيظهر للقارئ غير ما كُتب. احذفه.',

  componentInMarkdown: (name: string) =>
    `المكوّن <${name}> لا يعمل إلا في ملف امتداده .mdx. غيّر امتداد هذا الملف من .md إلى .mdx.`,
  unknownComponent: (name: string, known: readonly string[]) =>
    `لا مكوّن باسم <${name}>. المكوّنات المتاحة: ${known.join('، ')}.`,
  misspeltComponent: (name: string, nearest: string) => `لا مكوّن باسم <${name}>. لعلك تقصد <${nearest}>.`,
  missingAttribute: (component: string, name: string) =>
    `المكوّن <${component}> بلا «${name}»، ولا بدّ منه. اكتبه هكذا: <${component} ${name}="…">.`,
  moduleCode: () =>
    'سطر يبدأ بكلمة import أو export يُقرأ في ملفات .mdx برنامجًا، ولا حاجة إليه: المكوّنات متاحة من غير استيراد. احذفه.',
  expression: () => 'ما بين { و} يُقرأ في ملفات .mdx برنامجًا، ولا يُقبل في نص المقال. إن أردت القوس نفسه فاكتب \\{.',
  attributeExpression: (name: string) =>
    `قيمة «${name}» بين { و} برنامج، ولا تُقبل في نص المقال. اكتب القيمة نصًّا بين علامتي اقتباس.`,
  spread: () => 'ما بين { و} في الوسم برنامج، ولا يُقبل في نص المقال. اكتب كل خاصية باسمها وقيمتها.',

  imageWithoutPath: () => 'الصورة بلا مسار. اكتب بين القوسين اسم ملفها، مثل ![وصف الصورة](اسم-الملف.jpg).',
  embeddedImage: () => 'الصورة مكتوبة كلها داخل النص (data:). احفظها في ملف بجوار المقال واكتب اسمه.',
  imageWithoutDefinition: (label: string) =>
    `الصورة تشير إلى «${label}»، ولا سطر في النص يعرّفه، فيظهر للقارئ ما كُتب بدل الصورة. اكتب في سطر وحده: [${label}]: اسم-الملف.jpg.`,
  spacedImage: () =>
    'في اسم ملف الصورة مسافة، أو بعده ما ليس تعليقًا بين علامتي "، فلا تظهر الصورة ويرى القارئ الأقواس. ضع الاسم بين < و>، والتعليق بين علامتي ".',
  imageElsewhere: (src: string) =>
    `مسار الصورة «${src}» لا يصل إليه القارئ. انسخ الملف إلى جوار المقال واكتب اسمه وحده.`,

  documentAsImage: (src: string, alt: string) =>
    `«${src}» ملف لا صورة، فلا يظهر في الصفحة. اكتب له رابطًا بلا علامة التعجب: [${alt === '' ? 'اسم الملف' : alt}](${src}).`,

  unclosedTag: (tag: string, reason: string) =>
    `الوسم <${tag}> فُتح ولم يُغلق في موضعه. أغلقه بـ </${tag}>، وضع كل وسم من المكوّن في سطر وحده. (${reason})`,
  strayClosingTag: (reason: string) => `في هذا السطر وسم إغلاق لم يُفتح. احذفه أو افتحه قبله. (${reason})`,
  htmlComment: (reason: string) => `التعليق <!-- --> لا يُقبل في ملفات .mdx. اكتبه هكذا: {/* تعليق */}. (${reason})`,
  angleLink: (reason: string) => `الرابط بين < و> لا يُقبل في ملفات .mdx. اكتبه هكذا: [النص](العنوان). (${reason})`,
  unquotedValue: (reason: string) => `قيمة الخاصية في هذا الوسم بلا علامتي اقتباس. ضعها بين "…". (${reason})`,
  strayAngle: (reason: string) => `العلامة < تفتح في ملفات .mdx وسمًا، ولا وسم هنا. اكتب \\< مكانها. (${reason})`,
  unfinishedTag: (reason: string) => `في هذا الموضع وسم لم يكتمل. أتمّه أو احذف العلامة < من أوله. (${reason})`,
  strayBrace: (reason: string) =>
    `القوس { في ملفات .mdx يفتح برنامجًا، وما بعده لا يُقرأ كذلك. إن أردت القوس نفسه فاكتب \\{. (${reason})`,
  unreadableModule: (reason: string) =>
    `سطر يبدأ بكلمة import أو export يُقرأ في ملفات .mdx برنامجًا. احذفه، أو ابدأ السطر بكلمة غيرها. (${reason})`,
  bodyTooLong: (longest: number) => `نص المقال أطول من ${longest} محرف، وهو طول كتاب. اقسمه مقالات.`,
  tooManyBraces: () => 'في النص من الأقواس { و} ألوف، وهي في ملفات .mdx برنامج يُقرأ. احذفها، أو ضع قبل كل منها \\.',
  tooManyMarksOnLetter: (most: number) =>
    `في هذا السطر حرف عليه أكثر من ${most} علامة، كالفتحة والشدة. احذف الزائد منها.`,
  tooManyCells: (most: number) => `خلايا هذا الجدول أكثر من ${most}. اقسمه جداول، أو انشره ملفًّا واكتب رابطه.`,
  tagsTooDeep: (deepest: number) =>
    `في هذا الموضع أكثر من ${deepest} وسم مفتوح بعضها داخل بعض. أغلق كل وسم فُتح، أو احذفه.`,
  tooManyMarks: () =>
    'في هذه الفقرة من علامات التنسيق، مثل * و_ و[ و<، ألوف لا يفرغ الموقع من قراءتها. قسّمها فقرات بأسطر فارغة، أو احذف العلامات الزائدة.',
  tooManyBlocks: () => 'في النص من بنود القوائم والحواشي والاقتباسات ألوف لا يفرغ الموقع من قراءتها. اقسمه مقالات.',
  nestedTooDeeply: (deepest: number) =>
    `في هذا السطر أكثر من ${deepest} اقتباس أو قائمة بعضها داخل بعض. احذف العلامات الزائدة من أوله، أو ضع قبلها \\.`,
  unreadable: (reason: string) => `لا يُقرأ نص المقال عند هذا الموضع. راجع ما كُتب فيه من وسوم وأقواس. (${reason})`,
};

/** What an address that stands alone becomes in a site that allows, or does not allow, the embeds of its provider. */
function becomes(isFramed: boolean): string {
  return isFramed ? 'فيصير إطارًا يفتحه القارئ' : 'فيصير رابطًا';
}
