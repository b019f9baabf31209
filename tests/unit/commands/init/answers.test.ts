import { describe, expect, it } from 'vitest';
import { completeAnswers, findFault, questions } from '../../../../src/commands/init/answers.ts';
import { completeTyped } from '../../../../src/commands/init/questionnaire.ts';
import type { Answers } from '../../../../src/commands/init/settings-files.ts';

const named = {
  title: 'الضفة',
  description: 'أخبار البلدة',
  url: 'https://news.example',
  section: 'أخبار',
  author: 'هيئة التحرير',
};

describe('answers without a terminal', () => {
  it('are completed from the machine and from each other', () => {
    expect(completeAnswers(named, 'Asia/Beirut')).toEqual({
      answers: {
        ...named,
        host: 'none',
        'time-zone': 'Asia/Beirut',
        months: 'levant',
        'section-id': 'news',
        'author-id': 'desk',
        gender: '',
      },
      missing: [],
    });
  });

  it('keep what was typed', () => {
    const typed = { ...named, 'section-id': 'local', host: 'github', 'time-zone': 'Africa/Tunis', gender: 'female' };
    const { answers } = completeAnswers(typed, 'UTC');
    expect(answers).toMatchObject({ ...typed, months: 'algeria-tunisia' });
  });

  it.each<[typed: Partial<Answers>, missing: string[]]>([
    [{}, ['title', 'description', 'url', 'section', 'author']],
    [{ ...named, section: '新聞' }, ['section-id']],
    [{ ...named, author: '社', 'author-id': 'desk' }, []],
  ])('%j lack %j', (typed, missing) => {
    expect(completeAnswers(typed, 'UTC').missing).toEqual(missing);
  });
});

describe('an answer', () => {
  it.each<[question: keyof Answers, answer: string, fault: string]>([
    ['title', '', '--title: المفتاح «title» بلا قيمة، ولا بدّ له من قيمة.'],
    [
      'url',
      'news.example',
      '--url: «news.example» ليس رابطًا يصلح في «url». اكتب رابطًا كاملًا يبدأ بـ https:// أو http://.\n    url: https://news.example',
    ],
    [
      'host',
      'githb',
      '--host: القيمة «githb» لا تصلح في «host». اكتب واحدة من هذه: none، cloudflare، netlify، vercel، github، gitlab، nginx، caddy.\n    host: github',
    ],
    ['section', ' ', '--section: المفتاح «name» بلا قيمة، ولا بدّ له من قيمة.'],
    ['section-id', 'Local News', '--section-id: المعرّف «Local News» لا يصلح في العناوين. اكتب: local-news'],
    ['author-id', '../maha', '--author-id: المعرّف «../maha» لا يصلح في العناوين. اكتب: maha'],
    ['author-id', '', '--author-id: المعرّف «» لا يصلح في العناوين. اكتب فيه حرفًا أو رقمًا.'],
    ['section-id', 'News', '--section-id: المعرّف «News» لا يصلح في العناوين. اكتب: news'],
    ['title', 'سطر\nوسطر', '--title: في الجواب ما لا يُكتب في سطر واحد. اكتبه في سطر، بلا حروف تحكّم.'],
    ['title', 'ض'.repeat(201), '--title: الجواب أطول من 200 حرف. اختصره.'],
    ['description', 'ض'.repeat(501), '--description: الجواب أطول من 500 حرف. اختصره.'],
  ])('to %s, «%s», is refused as the check of the content refuses it', (question, answer, fault) => {
    expect(findFault(question, answer)).toBe(fault);
  });

  it.each<[question: keyof Answers, answer: string]>([
    ['title', 'الضفة: خبر "اليوم" #1'],
    ['description', '- سطر'],
    ['time-zone', 'Africa/Cairo'],
    ['months', 'dual'],
    ['gender', ''],
    ['gender', 'female'],
    ['author', 'مها: المحررة'],
    ['author-id', 'maha_salim'],
  ])('to %s, «%s», is accepted', (question, answer) => {
    expect(findFault(question, answer)).toBeUndefined();
  });

  it('is written without the spaces around it', async () => {
    const typed = { ...named, title: ' الضفة ', 'section-id': ' news ' };
    expect(await completeTyped(typed, false)).toMatchObject({ title: 'الضفة', 'section-id': 'news' });
  });

  it('is told with all others that are wrong or missing, also one that was proposed', async () => {
    const typed = { ...named, title: '', url: 'news.example', 'time-zone': 'Amman' };
    const { author: _, ...others } = typed;
    await expect(completeTyped(others, false)).rejects.toThrow(
      /^--title: .*\n--url: .*\n.*\n--time-zone: [\s\S]*\nلا يمكن أن يسألك الأمر هنا، فأضف إليه --author\.$/,
    );
  });

  it('is asked for once for every flag', () => {
    expect(questions).toHaveLength(11);
  });
});
