import type { ProjectFiles } from '../../src/importers/markdown-sites/project.ts';

/** Texts of sample articles: each form of Markdown, HTML and template once. `{n}` is the number of the article. */
const bodies: readonly { hugo: string; liquid: string; text: string }[] = [
  {
    hugo: 'عاد الماء إلى **القناة** بعد عامين، وقال الفلاحون إن *الموسم* بدأ.\n\n- قمح\n- شعير\n\n1. أول\n2. ثان',
    liquid: 'عاد الماء إلى **القناة** بعد عامين، وقال الفلاحون إن *الموسم* بدأ.\n\n- قمح\n- شعير\n\n1. أول\n2. ثان',
    text: 'عادالماءإلىالقناةبعدعامينوقالالفلاحونإنالموسمبدأقمحشعيرأولثان',
  },
  {
    hugo: '## السوق {#market}\n\nفي [خبر السوق]({{< ref "posts/story-1.md" >}}) أرقام.\n\n| سلعة | سعر |\n|---|---|\n| تمر | 12 |',
    liquid:
      '## السوق {#market}\n\nفي [خبر السوق]({% post_url 2024-01-02-story-1 %}) أرقام.\n\n| سلعة | سعر |\n|---|---|\n| تمر | 12 |',
    text: 'السوقفيخبرالسوقأرقامسلعةسعرتمر12',
  },
  {
    hugo: 'قبل الفيديو.\n\n{{< youtube W4rrAq0x3nE >}}\n\nبعد الفيديو. {{< note title="تنبيه" >}}نص داخل الرمز{{< /note >}}',
    liquid: 'قبل الفيديو.\n\n{% youtube W4rrAq0x3nE %}\n\nبعد الفيديو. {% note %}نص داخل الرمز{% endnote %}',
    text: 'قبلالفيديوبعدالفيديونصداخلالرمز',
  },
  {
    hugo: '{{< figure src="/images/port.png" alt="المرفأ" caption="سفينة عند الرصيف" >}}\n\nوصلت السفينة[^1].\n\n[^1]: قال ذلك مدير المرفأ.',
    liquid:
      '{% include figure.html src="/images/port.png" alt="المرفأ" caption="سفينة عند الرصيف" %}\n\nوصلت السفينة[^1].\n\n[^1]: قال ذلك مدير المرفأ.',
    text: 'سفينةعندالرصيفوصلتالسفينةقالذلكمديرالمرفأ',
  },
  {
    hugo: '<div class="box">\n\nنص في **إطار**\n\n</div>\n\n<p dir="rtl">فقرة <b>غامقة</b> م<sup>2</sup></p>\n\n{{< highlight js >}}\nlet a = "خبر";\n{{< /highlight >}}',
    liquid:
      '<div class="box">\n\nنص في **إطار**\n\n</div>\n\n<p dir="rtl">فقرة <b>غامقة</b> م<sup>2</sup></p>\n\n{% highlight js %}\nlet a = "خبر";\n{% endhighlight %}',
    text: 'نصفيإطارفقرةغامقةم²letaخبر',
  },
  {
    hugo: '> قول مأثور\n\nنهاية — و«اقتباس» و~~محذوف~~ و`شفرة`.\n\n<!--more-->\n\nبعد الفاصل. انظر https://old.example/posts/story-3/ ثم [الموقع](https://other.example/a).',
    liquid:
      '> قول مأثور\n{: .wide}\n\nنهاية — و«اقتباس» و~~محذوف~~ و`شفرة`.\n\n<!--more-->\n\nبعد الفاصل. انظر https://old.example/2024/01/04/story-3.html ثم [الموقع](https://other.example/a).',
    text: 'قولمأثورنهايةواقتباسومحذوفوشفرةبعدالفاصلانظرخبر3ثمالموقع',
  },
];

/** How many articles a sample project has. */
export const sampleCount = 36;

/** Returns the letters and digits that an article of a sample project must show. */
export function lettersOf(number: number): string {
  return bodies[number % bodies.length]?.text ?? '';
}

/** Writes a project of Hugo: bundles, sections, permalinks, aliases, front matter in YAML, TOML and JSON, drafts. */
export function hugoProject(): ProjectFiles {
  const texts = new Map<string, string>([
    [
      'hugo.toml',
      'baseURL = "https://old.example/"\ntitle = "صحيفة القناة"\ntimeZone = "Africa/Cairo"\n[params]\ndescription = "أخبار الوادي"\nauthor = "هيئة التحرير"\n[permalinks]\nreports = "/:year/:month/:slug/"\n',
    ],
    ['content/reports/_index.md', '---\ntitle: التقارير\n---\n'],
    ['content/about.md', '---\ntitle: من نحن\nweight: 2\n---\nصحيفة الوادي.'],
  ]);
  const others = ['static/images/port.png'];
  for (let n = 0; n < sampleCount; n += 1) {
    const body = bodies[n % bodies.length]?.hugo ?? '';
    const day = String((n % 28) + 1).padStart(2, '0');
    if (n % 6 === 5) {
      texts.set(
        `content/reports/story-${n}/index.md`,
        `+++\ntitle = "خبر ${n}"\ndate = 2024-01-${day}T10:00:00+02:00\nauthors = ["سلمى", "رائد"]\ntags = ["ماء", "زراعة"]\naliases = ["/old/${n}/", "older-${n}"]\n[cover]\nimage = "cover.png"\nalt = "غلاف"\ncaption = "صورة الغلاف"\n+++\n${body}`,
      );
      others.push(`content/reports/story-${n}/cover.png`);
    } else if (n % 6 === 4) {
      texts.set(
        `content/posts/story-${n}.md`,
        `{\n  "title": "خبر ${n}",\n  "date": "2024-01-${day}",\n  "categories": ["اقتصاد"],\n  "url": "/special/${n}.html"\n}\n\n${body}`,
      );
    } else {
      const draft = n === 30 ? 'draft: true\n' : '';
      texts.set(
        `content/posts/story-${n}.md`,
        `---\ntitle: "خبر ${n}"\ndate: 2024-01-${day} 09:30:00\nlastmod: 2024-02-01\ncategories: [محليات]\ntags: [ماء]\ndescription: ملخص ${n}\nsubtitle: عنوان صغير\nmood: هادئ\n${draft}---\n${body}`,
      );
    }
  }
  return { texts, others };
}

/** Writes a project of Jekyll: dated names, drafts, categories by folder, redirects, data of authors. */
export function jekyllProject(): ProjectFiles {
  const texts = new Map<string, string>([
    [
      '_config.yml',
      'title: صحيفة القناة\ndescription: أخبار الوادي\nurl: https://old.example\nbaseurl: ""\ntimezone: Africa/Cairo\n',
    ],
    ['_data/authors.yml', 'salma:\n  name: سلمى نصّار\n'],
    ['_drafts/later.md', '---\ntitle: لاحقًا\n---\nيُكتب بعد.'],
    ['about.md', '---\ntitle: من نحن\npermalink: /about/\n---\nصحيفة الوادي.'],
    ['index.md', '---\nlayout: home\n---\n'],
  ]);
  for (let n = 0; n < sampleCount; n += 1) {
    const body = bodies[n % bodies.length]?.liquid ?? '';
    const day = String((n % 28) + 1).padStart(2, '0');
    const folder = n % 6 === 5 ? 'reports/' : '';
    const redirect = n % 6 === 5 ? `redirect_from:\n  - /old/${n}/\n` : '';
    texts.set(
      `${folder}_posts/2024-01-${day}-story-${n}.md`,
      `---\nlayout: post\ntitle: "خبر ${n}"\nauthor: salma\ntags: [ماء]\nimage: /images/port.png\n${redirect}---\n${body}`,
    );
  }
  return { texts, others: ['images/port.png'] };
}
