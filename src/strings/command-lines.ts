/** A flag of a command, as it is read and as `--help` explains it. */
export interface Flag {
  /** Stands for the value in `--help`; a flag without one is true if it is given. */
  value?: string;
  /** The flag may be given several times, each with a value. */
  multiple?: true;
  /** One sentence. */
  meaning: string;
}

/** What may be typed after the name of a command. */
export interface CommandLine {
  /** What the command does, in one or two sentences. */
  purpose: string;
  /** What may be typed besides flags. */
  texts?: { value: string; meaning: string };
  flags: Readonly<Record<string, Flag>>;
  /** Whole commands, each with what it does. */
  examples: readonly (readonly [command: string, meaning: string])[];
}

const content = { value: 'DIR', meaning: 'مجلد المحتوى. ويقوم مقام المتغيّر CONTENT_DIR.' };
const output = { value: 'DIR', meaning: 'المجلد الذي يُكتب فيه الموقع. ويقوم مقام المتغيّر OUT_DIR.' };
const cache = {
  value: 'DIR',
  meaning: 'مجلد ما يُحفظ بين مرة وأخرى ليُسرع العمل. ويقوم مقام المتغيّر CACHE_DIR.',
};
const siteUrl = {
  value: 'URL',
  meaning: 'عنوان يُبنى له الموقع بدل عنوانه، فيكون تجريبيًّا لا تفهرسه محركات البحث. ويقوم مقام المتغيّر SITE_URL.',
};
const port = { value: '4321', meaning: 'المنفذ الذي يُفتح منه الموقع في المتصفح.' };

/** What may be typed after each command: the table that commands read and that `--help` shows. */
export const commandLines = {
  dev: {
    purpose: 'يعرض الموقع في المتصفح وأنت تكتب، وفيه المسودات والمقالات المؤجلة، ويجدد الصفحة كلما حُفظ ملف.',
    flags: { port, 'site-url': siteUrl, content, cache },
    examples: [
      ['npm run dev', 'يعرض ما في مجلد content.'],
      ['npm run dev -- --port 4000', 'يعرضه على المنفذ 4000.'],
    ],
  },
  build: {
    purpose: 'يبني الموقع كما يُنشر. ولا يتغيّر الموقع المبني إلا إذا صحّ كل ما فيه.',
    flags: {
      years: { value: '2019..2021', meaning: 'يبني صفحات مقالات هذه السنوات وحدها، في مجلد يسمّيه --shard.' },
      shard: { value: 'DIR', meaning: 'مجلد الجزء الذي يُبنى لسنوات --years.' },
      join: { value: 'DIR', multiple: true, meaning: 'مجلد جزء بُني من قبل يُضم إلى الموقع. يُكتب مرة لكل جزء.' },
      force: { meaning: 'يبني ولو كان في مجلد الموقع ما ليس منه، أو كانت ساعة الجهاز متأخرة عن آخر بناء.' },
      verify: { meaning: 'يقارن الملفات بما فيها، لا بأحجامها وأوقاتها.' },
      'image-minutes': {
        value: '10',
        meaning:
          'كم دقيقةً على الأكثر يصنع هذا البناء مقاسات الصور، بدل images.minutes في site.yaml. ومع 0 لا ينتظر صور المقالات.',
      },
      drafts: { meaning: 'يبني معاينة للمحررين: فيها المسودات والمقالات المؤجلة، وعليها علامة تميّزها.' },
      'site-url': siteUrl,
      content,
      output,
      cache,
    },
    examples: [
      ['npm run build', 'يبني ما في مجلد content في مجلد dist.'],
      ['npm run build -- --content ../news --output ../news-site', 'يبني موقعًا من مجلد آخر في مجلد آخر.'],
      ['npm run build -- --drafts --output preview', 'يبني معاينة للمحررين في مجلد غير مجلد الموقع.'],
      ['npm run build -- --years 2019..2021 --shard part-1', 'يبني جزءًا من الموقع.'],
      ['npm run build -- --join part-1 --join part-2', 'يبني الموقع من أجزائه.'],
    ],
  },
  preview: {
    purpose: 'يعرض في المتصفح الموقع الذي بُني، كما يراه القراء.',
    flags: { port, content, output, cache },
    examples: [
      ['npm run preview', 'يعرض الموقع الذي في مجلد dist.'],
      ['npm run preview -- --port 4000', 'يعرضه على المنفذ 4000.'],
    ],
  },
  new: {
    purpose:
      'ينشئ ملفًا لمقال جديد، ويسأل عما لم يُكتب من بياناته. ومع --live ينشئ تحديثًا في تغطية مباشرة، ولا يسأل عن شيء.',
    flags: {
      title: { value: 'TEXT', meaning: 'عنوان المقال.' },
      author: { value: 'ID', meaning: 'معرّف الكاتب، وهو اسم ملفه في authors.' },
      category: { value: 'ID', meaning: 'معرّف القسم، وهو اسم ملفه في categories.' },
      reporter: { value: 'NAME', meaning: 'اسم من كتب الخبر.' },
      summary: { value: 'TEXT', meaning: 'ملخص المقال في جملة.' },
      mdx: { meaning: 'يكتب المقال بصيغة MDX التي فيها مكوّنات.' },
      draft: { meaning: 'يجعل المقال مسودة لا تُنشر.' },
      live: { value: 'ID', meaning: 'معرّف المقال الذي يُكتب في تغطيته المباشرة تحديث وقته الآن. والعنوان اختياري.' },
      key: { meaning: 'يجعل التحديث من أبرز ما جرى.' },
      pin: { meaning: 'يثبّت التحديث فوق غيره.' },
      content,
      cache,
    },
    examples: [
      ['npm run new', 'يسأل عن العنوان والكاتب والقسم.'],
      ['npm run new -- --title "افتتاح الجسر" --author desk --category local', 'لا يسأل عن شيء.'],
      ['npm run new -- --live k7q3m --title "افتُتح الجسر" --key', 'ينشئ تحديثًا في تغطية المقال k7q3m.'],
    ],
  },
  breaking: {
    purpose: 'يضيف خبرًا عاجلًا إلى أول breaking.yaml، ولا يمس سواه. ويظهر في شريط أسفل كل صفحة بعد بناء الموقع ونشره.',
    texts: { value: 'TEXT', meaning: 'نص الخبر، بين علامتي اقتباس.' },
    flags: {
      article: { value: 'ID', meaning: 'معرّف المقال الذي يؤدي إليه الخبر.' },
      url: { value: 'URL', meaning: 'رابط يؤدي إليه الخبر، إن لم يكن مقالًا.' },
      until: {
        value: '18:00',
        meaning: 'متى ينتهي عرضه: ساعة، أو تاريخ وساعة مثل "2026-01-31 18:00". والأصل بعد ساعتين.',
      },
      content,
      cache,
    },
    examples: [
      ['npm run breaking -- "إعادة فتح الجسر أمام المشاة" --article k7q3m', 'يعرض الخبر ساعتين، ويؤدي إلى المقال.'],
      ['npm run breaking -- "انقطاع الماء عن الضفة الشرقية" --until 18:00', 'يعرضه حتى السادسة مساءً.'],
    ],
  },
  init: {
    purpose:
      'ينشئ مجلدًا لصحيفة جديدة يمكن بناؤها في الحال، ويسأل عما لم يُكتب من بياناتها. ولا يغيّر من الموجود إلا package.json: يضيف إليه ما ينقصه.',
    texts: { value: 'DIR', meaning: 'مجلد الصحيفة. والأصل المجلد الذي أنت فيه.' },
    flags: {
      title: { value: 'TEXT', meaning: 'اسم الصحيفة.' },
      description: { value: 'TEXT', meaning: 'جملة تعرّف بها.' },
      url: { value: 'https://news.example', meaning: 'عنوان الموقع.' },
      host: {
        value: 'github',
        meaning: 'المضيف: cloudflare أو netlify أو vercel أو github أو gitlab أو nginx أو caddy أو none.',
      },
      'time-zone': { value: 'Asia/Beirut', meaning: 'المنطقة الزمنية. والأصل منطقة الجهاز.' },
      months: { value: 'levant', meaning: 'أسماء الشهور. والأصل أسماؤها في بلد المنطقة الزمنية.' },
      section: { value: 'TEXT', meaning: 'اسم أول قسم.' },
      'section-id': { value: 'ID', meaning: 'معرّف القسم في العناوين. والأصل من اسمه.' },
      author: { value: 'TEXT', meaning: 'اسم أول كاتب.' },
      'author-id': { value: 'ID', meaning: 'معرّف الكاتب في العناوين. والأصل من اسمه.' },
      gender: { value: 'female', meaning: 'male أو female. ومن غيره تُصاغ الجمل بلا تذكير ولا تأنيث.' },
    },
    examples: [
      ['npm run init -- ../my-paper', 'يسأل عن كل شيء.'],
      [
        'npm run init -- ../my-paper --title "الضفة" --description "أخبار البلدة" --url https://news.example --section "أخبار" --author "مها سليم"',
        'لا يسأل عن شيء.',
      ],
    ],
  },
  import: {
    purpose:
      'ينقل إلى مجلد المحتوى صحيفة من ووردبريس أو Blogger، أو من موقع Hugo أو Jekyll أو Hexo أو Eleventy أو Astro، أو من ملف سطور JSON. ولا يغيّر ملفًا عُدّل هنا.',
    texts: {
      value: 'export.xml',
      meaning: 'ملف التصدير من ووردبريس أو Blogger، أو ملفاته إن قُسم، أو مجلد مشروع، أو ملف سطور اسمه ينتهي بـ.jsonl.',
    },
    flags: {
      from: {
        value: 'hugo',
        meaning: 'مولّد المشروع إن لم يُعرف من إعداداته: hugo أو jekyll أو hexo أو eleventy أو astro.',
      },
      types: { value: 'video,opinion', meaning: 'أنواع أخرى من المواد تأتي مقالات، وكل نوع قسم باسمه.' },
      fields: { value: 'FILE', meaning: 'ملف يذكر ما تصير إليه حقول المقالات وتصنيفاتها. يقترحه النقل الأول.' },
      'no-media': { meaning: 'لا يجلب صورة ولا ملفًا. ويأتي ما تُرك إن أُعيد الأمر من غيره.' },
      uploads: { value: 'DIR', meaning: 'نسخة من مجلد الصور wp-content/uploads، فلا تُجلب صوره من الشبكة.' },
      content,
      cache,
    },
    examples: [
      ['npm run import -- export.xml', 'ينقل ما في الملف، ويجلب صوره.'],
      ['npm run import -- export.xml --uploads wp-content/uploads', 'يأخذ الصور من مجلد.'],
      ['npm run import -- ../old-site', 'ينقل موقعًا من ملفات Markdown، من مجلد مشروعه.'],
      ['npm run import -- newsroom.jsonl', 'ينقل صحيفة من نظام آخر، كل مقال في سطر.'],
    ],
  },
  check: {
    purpose: 'يفحص المحتوى من غير أن يبني الموقع: ما يمنع البناء من أخطاء، وما في النصوص من ملاحظات.',
    texts: {
      value: 'FILE',
      meaning: 'ملف أو مجلد من المحتوى يُفحص وحده، ويُعرف معه سائر المحتوى. ورمز الخروج 1 إن كان فيه خطأ.',
    },
    flags: {
      fix: { meaning: 'يُصلح في الملفات ما لا يحتاج إلى سؤال كاتبه.' },
      format: { value: 'text', meaning: 'صيغة التقرير: text للقراءة، أو github لطلبات الدمج، أو json للبرامج.' },
      content,
      cache,
    },
    examples: [
      ['npm run check', 'يفحص المحتوى كله.'],
      ['npm run check -- articles/2026/11/bridge.md', 'يفحص مقالًا واحدًا.'],
      ['npm run check -- --fix', 'يُصلح ما يُصلَح.'],
    ],
  },
  rename: {
    purpose:
      'يغيّر اسم قسم أو كاتب أو ملف صحفي أو صفحة أو وسم، في ملفه وفي كل ما يسمّيه من مقالات وروابط، ويبقى عنوانه القديم يؤدي إلى الجديد.',
    texts: {
      value: 'KIND OLD NEW',
      meaning:
        'النوع (category أو author أو series أو page أو tag)، ثم الاسم القديم، ثم الجديد. والاسم اسم الملف بلا امتداد.',
    },
    flags: {
      'dry-run': { meaning: 'يذكر ما كان سيتغيّر، ولا يغيّر شيئًا.' },
      content,
      cache,
    },
    examples: [
      ['npm run rename -- category local city', 'يجعل القسم local باسم city.'],
      ['npm run rename -- tag "الكتب" "كتب" --dry-run', 'يذكر ما يتغيّر لو صار الوسمان وسمًا واحدًا.'],
    ],
  },
  agenda: {
    purpose:
      'يذكر ما يقع من نفسه ومتى: ما يظهر من المقالات وتحديثات التغطية والأخبار العاجلة، وما يخرج من الموقع، وما ينتهي تثبيته، وما تُغلق تعليقاته، وما ينزل من التصويبات أسفل المقال، وما يكتمل من الملفات. وليست فيه المسودات.',
    flags: {
      next: {
        meaning:
          'يكتب لحظة أقرب موعد وحدها، مثل 2026-12-05T04:00:00.000Z، لمن يوقّت البناء. فإن لم ينتظر شيء لم يكتب شيئًا، ورمز الخروج 0 في الحالين.',
      },
      format: { value: 'text', meaning: 'صيغة القائمة: text للقراءة، أو json للبرامج.' },
      content,
      cache,
    },
    examples: [
      ['npm run agenda', 'يذكر كل المواعيد، يومًا يومًا.'],
      ['npm run agenda -- --next', 'يكتب لحظة أقربها.'],
    ],
  },
  popular: {
    purpose:
      'يعدّ قراءات كل مقال في إحصاءات الموقع أو في سجلّ خادمه، ويكتب أكثر المقالات قراءة في popular.yaml لتظهر في الصفحة الأولى.',
    flags: {
      from: {
        value: 'FILE',
        multiple: true,
        meaning:
          'ملف صُدِّر من Plausible أو GoatCounter أو Umami أو Cloudflare، أو سجلّ Caddy أو nginx أو Apache، ولو كان مضغوطًا بـ gzip. يُكتب مرة لكل ملف، و«-» ما يأتي من أمر آخر.',
      },
      period: {
        value: '7d',
        meaning: 'الأيام التي تُعدّ: 7d آخر سبعة أيام ومنها اليوم، أو 2026-11-23..2026-11-29.',
      },
      since: { value: 'DAY', meaning: 'أول يوم يُعدّ من السجلّ، مثل 2026-11-23.' },
      host: { value: 'HOST', multiple: true, meaning: 'مضيف آخر يُقرأ منه الموقع أو كان يُقرأ. يُكتب مرة لكل مضيف.' },
      content,
      cache,
    },
    examples: [
      ['npm run popular -- --from /var/log/caddy/access.log --period 7d', 'يعدّ ما في سجلّ الخادم لآخر سبعة أيام.'],
      ['npm run popular -- --from pages.csv --period 2026-11-23..2026-11-29', 'يعدّ ما صُدِّر عن هذه الأيام.'],
    ],
  },
  media: {
    purpose:
      'يقيس الصور التي يسمّيها المحتوى بعناوينها في مواقع أخرى، ويحفظ ما عرفه في media.lock.yaml، فلا يحتاج البناء إلى الشبكة. ولا يجلب من كل صورة إلا أولها. ورمز الخروج 1 إن تعذّر قياس صورة.',
    flags: {
      refresh: { meaning: 'يسأل من جديد عن الصور المعروفة أيضًا، ولا يُرسَل منها إلا ما تغيّر.' },
      'allow-private': {
        meaning: 'يسأل أيضًا عن عناوين في هذا الجهاز أو في شبكته. والأصل أن ترفض، لئلا يصل إليها من يكتب في المحتوى.',
      },
      content,
      cache,
    },
    examples: [
      ['npm run media', 'يقيس الصور الجديدة.'],
      ['npm run media -- --refresh', 'يسأل عن الصور كلها.'],
    ],
  },
  announce: {
    purpose: 'يخبر موزّع الخلاصات ومحركات البحث بما تغيّر في الموقع منذ آخر مرة.',
    flags: {
      send: { meaning: 'يرسل الخبر. ومن غيره يُذكر ما كان سيُرسل، ولا يُرسل شيء.' },
      content,
      output,
      cache,
    },
    examples: [
      ['npm run announce', 'يذكر ما كان سيُرسل.'],
      ['npm run announce -- --send', 'يرسله.'],
    ],
  },
  comments: {
    purpose: 'يجلب التعليقات المنشورة من خدمتها إلى أرشيف المحتوى.',
    flags: {
      all: { meaning: 'يسأل عن تعليقات كل المقالات، لا ما تغيّر منها وحده.' },
      content,
      cache,
    },
    examples: [
      ['npm run comments', 'يجلب ما تغيّر.'],
      ['npm run comments -- --all', 'يجلب الكل.'],
    ],
  },
} as const satisfies Record<string, CommandLine>;

export type CommandName = keyof typeof commandLines;

/** Commands that have a `--help` of their own. */
export const otherCommands = {
  bench: { purpose: 'يقيس زمن بناء الموقع، وزمن بنائه بمولّدات أخرى من المقالات نفسها.' },
  'comments:server': { purpose: 'يشغّل خدمة التعليقات للموقع على خادم عندك.' },
};
