import { expect, test } from 'vitest';
import { shareLinks } from '../../../src/model/share.ts';

const link = 'https://news.example/k7q3m/';

test('each network receives the title and the short link, whatever characters the title has', () => {
  const title = 'من يحرس «ذاكرة» المدينة؟ 50% & أكثر';
  const links = shareLinks(['whatsapp', 'telegram', 'x', 'facebook', 'mail'], title, link);
  const parameters = Object.fromEntries(
    links.map(({ target, url }) => [target, Object.fromEntries(new URL(url).searchParams)]),
  );
  expect(parameters).toEqual({
    whatsapp: { text: `${title}\n${link}` },
    telegram: { url: link, text: title },
    x: { text: title, url: link },
    facebook: { u: link },
    mail: { subject: title, body: `${title}\n${link}` },
  });
});
