import { type ContentFormat, frontMatter, localDate, namePhoto, yamlList } from './content-directory.ts';
import { timeZone } from './corpus.ts';

/** The corpus as content for Warraq. */
export const warraqContent: ContentFormat = {
  otherFiles: ({ authors, sections }) => ({
    'site.yaml': [
      'title: صحيفة القياس',
      'description: أرشيف من الكلمات لقياس سرعة البناء.',
      'url: https://bench.example',
      `time-zone: ${timeZone.name}`,
      '',
    ].join('\n'),
    ...Object.fromEntries(
      authors.map(({ id, name, gender }) => [`authors/${id}.yaml`, `name: ${name}\ngender: ${gender}\n`]),
    ),
    ...Object.fromEntries(
      sections.map(({ id, name, description }, index) => [
        `categories/${id}.yaml`,
        `name: ${name}\ndescription: ${description}\norder: ${index + 1}\n`,
      ]),
    ),
  }),
  articleFile: ({ path }) => `${path}.md`,
  photoFile: ({ path }) => `${path}.jpg`,
  articleText: (article) => {
    const { title, kicker, summary, authors, category, id, date, updated, reporter, dateline, tags, body } = article;
    return frontMatter(
      [
        ['title', title],
        ['author', authors.length === 1 ? authors[0] : yamlList(authors)],
        ['date', localDate(date)],
        ['category', category],
        ['id', id],
        ['last-updated', updated === undefined ? undefined : localDate(updated)],
        ['kicker', kicker],
        ['summary', summary],
        ['reporter', reporter && `{name: ${reporter.name}, gender: ${reporter.gender}}`],
        ['dateline', dateline],
        ['tags', tags.length === 0 ? undefined : yamlList(tags)],
        ['image', namePhoto(article)],
        ['live', article.isLive && 'open'],
      ],
      body,
    );
  },
  liveFolder: ({ id }) => `live/${id}`,
  entryText: ({ date }, number) =>
    frontMatter(
      [['time', localDate(date + number * 60_000)]],
      `التحديث رقم ${number} من التغطية، وفيه جملتان. هذه الثانية.`,
    ),
};
