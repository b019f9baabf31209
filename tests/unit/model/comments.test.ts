import { describe, expect, it, test } from 'vitest';
import type { Article } from '../../../src/library/types.ts';
import { type CommentThread, composeComments } from '../../../src/model/comments.ts';
import type { Site } from '../../../src/schema/site.ts';
import { article, library, site } from '../../support/library.ts';

function sectionOf(settings: Partial<Site['comments']>, fields: Partial<Article> = {}, siteFields: Partial<Site> = {}) {
  const one = article(1, fields);
  const own = library([one], { site: { ...site, ...siteFields, comments: { ...site.comments, ...settings } } });
  return composeComments(one, own);
}

const thread = { count: 3, digest: 'd' };
const endpoint = 'https://comments.example';

describe('the comments section', () => {
  it.each<
    [name: string, settings: Partial<Site['comments']>, fields: Partial<Article>, state: string, parts: string[]]
  >([
    ['is absent without a service', { provider: 'none' }, {}, 'none', []],
    [
      'is closed and keeps the archive if the service was removed',
      { provider: 'none' },
      { thread },
      'closed',
      ['archive'],
    ],
    ['is open', { provider: 'waline', endpoint }, { thread }, 'open', ['archive', 'service', 'form']],
    ['is only a form if the service is a form', { provider: 'form', endpoint }, {}, 'open', ['form']],
    [
      'is a frame if the service is embedded',
      { provider: 'embed', endpoint: `${endpoint}/?u={url}` },
      {},
      'open',
      ['frame'],
    ],
    ['is closed by its author', { provider: 'waline', endpoint }, { comments: 'closed' }, 'closed', ['service']],
    ['is closed by its age', { provider: 'waline', endpoint }, { commentsClosed: true }, 'closed', ['service']],
  ])('%s', (_, settings, fields, state, parts) => {
    const section = sectionOf(settings, fields);
    expect(section.state).toBe(state);
    expect(['archive', 'service', 'form', 'frame'].filter((part) => part in section)).toEqual(parts);
  });

  test('closes at an instant, unless the article says open', () => {
    const settings = { provider: 'form', endpoint, closeAfter: 10 } as const;
    const date = '2026-01-01T00:00:00.000Z';
    expect(sectionOf(settings, { date })).toMatchObject({ closesAt: '2026-01-11T00:00:00.000Z' });
    expect(sectionOf(settings, { date, comments: 'open' })).not.toHaveProperty('closesAt');
  });
});

describe('a comment thread', () => {
  it.each<[provider: Site['comments']['provider'], key: string]>([
    ['waline', '/a0001/'],
    ['isso', '/a0001/'],
    ['remark42', 'https://news.example/a0001/'],
  ])('is identified to %s by its short link, whatever the permalink is', (provider, key) => {
    for (const permalink of ['short', 'readable'] as const) {
      const { service } = sectionOf({ provider, endpoint }, {}, { permalink }) as CommentThread;
      expect(service).toEqual({ provider, endpoint, siteId: 'remark', key });
    }
  });

  test('sends Waline the percent-encoded path of the page, for readers without scripts', () => {
    const { form } = sectionOf(
      { provider: 'waline', endpoint },
      { slug: 'خبر' },
      { permalink: 'readable' },
    ) as CommentThread;
    expect(form).toMatchObject({
      action: 'https://comments.example/api/comment?lang=en',
      fields: { text: 'comment', name: 'nick', email: 'mail' },
      hidden: { url: '/a0001/', page: '/2026/01/%D8%AE%D8%A8%D8%B1/' },
      takesPlainPost: true,
    });
  });

  test('asks only for the fields that the service accepts', () => {
    const remark = (sectionOf({ provider: 'remark42', endpoint }) as CommentThread).form;
    expect(remark).toMatchObject({ textLimit: 2048, takesPlainPost: false });
    expect(remark?.fields).not.toHaveProperty('email');
    const plain = (sectionOf({ provider: 'form', endpoint }) as CommentThread).form;
    expect(plain).toMatchObject({ action: endpoint, hidden: { url: 'https://news.example/a0001/' } });
  });

  it.each<[settings: Partial<Site['comments']>, frame: { url: string; host: string }]>([
    [
      { provider: 'embed', endpoint: 'https://forum.example/embed?url={url}' },
      { url: 'https://forum.example/embed?url=https%3A%2F%2Fnews.example%2Fa0001%2F', host: 'forum.example' },
    ],
    [
      {
        provider: 'giscus',
        giscus: { repository: 'sada/talk', repositoryId: 'R_1', category: 'نقاش', categoryId: 'DIC_1' },
      },
      {
        url: 'https://giscus.app/ar/widget?origin=https%3A%2F%2Fnews.example%2Fa0001%2F&theme=preferred_color_scheme&reactionsEnabled=0&emitMetadata=0&inputPosition=top&repo=sada%2Ftalk&repoId=R_1&category=%D9%86%D9%82%D8%A7%D8%B4&categoryId=DIC_1&strict=1&term=%2Fa0001%2F',
        host: 'giscus.app',
      },
    ],
  ])('is shown in a frame by %j', (settings, frame) => {
    expect((sectionOf(settings) as CommentThread).frame).toEqual(frame);
  });
});
