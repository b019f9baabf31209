import { expect, test } from 'vitest';
import { parseSite } from '../../../src/schema/site.ts';

function parse(...lines: string[]) {
  const settings = ['title: صدى', 'description: أخبار', 'url: https://sada.example', ...lines];
  const { site, problems } = parseSite(settings.join('\n'));
  return { follow: site.follow, problems: problems.map(({ line, message }) => `${line}: ${message}`) };
}

test('a site without the setting has no channels and no newsletter', () => {
  expect(parse()).toEqual({ follow: { channels: [] }, problems: [] });
});

test('channels come in the order of the engine, then those that the newsroom names', () => {
  const { follow, problems } = parse(
    'follow:',
    '  links:',
    '    - title: إذاعتنا',
    '      url: https://radio.example/',
    '  telegram: https://t.me/sada',
    '  whatsapp: https://whatsapp.com/channel/0029',
  );
  expect(problems).toEqual([]);
  expect(follow.channels).toEqual([
    { network: 'whatsapp', url: 'https://whatsapp.com/channel/0029' },
    { network: 'telegram', url: 'https://t.me/sada' },
    { title: 'إذاعتنا', url: 'https://radio.example/' },
  ]);
});

test('the newsletter has the form of any provider', () => {
  const { follow, problems } = parse(
    'follow:',
    '  newsletter:',
    '    action: https://mail.example/subscribe/post?u=1&id=2',
    '    text: رسالة كل صباح',
    '    email-field: EMAIL',
    '    hidden:',
    '      list: 12',
    '      tags: site',
    '      b_12_34: ""',
    '    consent: أوافق على أن تصلني الرسالة',
  );
  expect(problems).toEqual([]);
  expect(follow.newsletter).toEqual({
    action: 'https://mail.example/subscribe/post?u=1&id=2',
    method: 'post',
    text: 'رسالة كل صباح',
    emailField: 'EMAIL',
    hidden: { list: '12', tags: 'site', b_12_34: '' },
    consent: { text: 'أوافق على أن تصلني الرسالة', field: 'consent' },
  });
});

test('the address of a form may be copied from HTML, and keeps its query when the form is sent by GET', () => {
  const address = '    action: https://mail.example/join?u=1&amp;id=2';
  const ofMethod = (...method: string[]) => parse('follow:', '  newsletter:', address, ...method).follow.newsletter;
  expect(ofMethod()).toMatchObject({ action: 'https://mail.example/join?u=1&id=2', hidden: {} });
  expect(ofMethod('    method: get', '    hidden:', '      id: 3')).toMatchObject({
    action: 'https://mail.example/join',
    hidden: { u: '1', id: '3' },
  });
});

test('the names of hidden fields are checked like those of others', () => {
  const { problems } = parse(
    'follow:',
    '  newsletter:',
    '    action: https://mail.example/join',
    '    consent: أوافق',
    '    consent-field: ok',
    '    hidden:',
    '      "a b": 1',
    '      ok: ""',
  );
  expect(problems).toEqual([
    '10: «a b» لا يصلح اسمًا لحقل في «hidden». اكتب ما في خاصية name من نموذج المزوّد، مثل EMAIL.',
    '11: الحقل «ok» مكتوب مرتين في نموذج النشرة، فيصل إلى المزوّد بقيمتين. احذفه من «hidden».',
  ]);
});

test.each([
  [
    ['follow:', '  telegram: sada'],
    '5: «sada» ليس رابطًا يصلح في «telegram». اكتب رابطًا كاملًا يبدأ بـ https:// أو http://.',
  ],
  ...['http://mail.example/join', 'https://me:secret@mail.example/join'].map((action): [string[], string] => [
    ['follow:', '  newsletter:', `    action: ${action}`],
    `6: «${action}» لا يصلح في «action». اكتب رابطًا كاملًا يبدأ بـ https:// بلا اسم مستخدم ولا كلمة مرور، كما في نموذج مزوّد النشرة.`,
  ]),
  [
    ['follow:', '  telegram: "javascript:alert(1)"'],
    '5: «javascript:alert(1)» ليس رابطًا يصلح في «telegram». اكتب رابطًا كاملًا يبدأ بـ https:// أو http://.',
  ],
  [
    ['follow:', '  links:', '    - { title: قناتنا, url: "javascript:alert(1)" }'],
    '6: «javascript:alert(1)» ليس رابطًا يصلح في «url». اكتب مسارًا في الموقع يبدأ بـ / أو رابطًا كاملًا يبدأ بـ https://.',
  ],
  [['follow:', '  newsletter:', '    text: رسالة'], '5: ينقص المفتاح «action» داخل «newsletter»، ولا بدّ منه.'],
])('a wrong setting is named: %j', (lines, message) => {
  const { follow, problems } = parse(...lines);
  expect(problems).toEqual([message]);
  expect(follow).toEqual({ channels: [] });
});
