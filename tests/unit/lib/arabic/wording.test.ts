import { describe, expect, it } from 'vitest';
import { findWireCopy } from '../../../../src/lib/arabic/wire-copy.ts';
import { findSuggestions } from '../../../../src/lib/arabic/wording.ts';

function suggestions(text: string): [rule: string, found: string, ...meant: string[]][] {
  return findSuggestions(text).map(({ rule, start, end, meant }) => [rule, text.slice(start, end), ...meant]);
}

describe('probable mistakes', () => {
  it.each<[text: string, ...found: ReturnType<typeof suggestions>]>([
    ['٢022 و2٠٢٢', ['mixed-digits', '٢022'], ['mixed-digits', '2٠٢٢']],
    ['75٪ و٧٥% و٧٫٥ %', ['percent', '75٪', '75%'], ['percent', '٧٥%', '٧٥٪'], ['percent', '٧٫٥ %', '٧٫٥ ٪']],
    ['قال "نعم', ['odd-quotes', '"']],
    ['قال «نعم', ['odd-quotes', '«']],
    ['ذهب الى بيروت', ['hamza', 'الى', 'إلى']],
    ['قال ان', ['hamza', 'ان', 'أن', 'إن']],
    ['والى هنا', ['hamza', 'والى', 'وإلى']],
    ['هذة المرة', ['misspelling', 'هذة', 'هذه']],
    ['والإقتصاد بإستخدام', ['misspelling', 'والإقتصاد', 'والاقتصاد'], ['misspelling', 'بإستخدام', 'باستخدام']],
    ['إنشاء الله', ['misspelling', 'إنشاء الله', 'إن شاء الله']],
    ['كتاباً', ['tanween-order', 'اً', 'ًا']],
    ['في في البيت', ['dup-word', 'في في', 'في']],
    ['أكد أن أن الوزير', ['dup-word', 'أن أن', 'أن']],
    ['بين 40 إلى إلى 60', ['dup-word', 'إلى إلى', 'إلى']],
    ['تنقيح القانون القانون عدد 52', ['dup-word', 'القانون القانون', 'القانون']],
    ['هنا استهلاك استهلاك مواد', ['dup-word', 'استهلاك استهلاك', 'استهلاك']],
  ])('are found in «%s»', (text, ...found) => {
    expect(suggestions(text)).toEqual(found);
  });

  it.each([
    ['numbers in one digit system', '2022 و٢٠٢٢ و50% و٥٠٪'],
    ['words with their hamza', 'أكد أن الوزير إلى الآن'],
    ['«واحد» and «واو», which have no hamza', 'واو العطف في يوم واحد'],
    ['an adverb repeated on purpose', 'شيئًا شيئًا، صفحة صفحة، جدا جدا'],
    ['the repeated letters of a name', 'بي بي سي وسي أن أن الأمريكية وسي ان ان ووكالة ان اس ايه الأمريكية'],
    ['particles that a sentence needs twice', 'هذا من من الناس هو هو الذي قال ما ما قاله لا لا يصح بين بين'],
    ['names of a child and a father', 'قال أحمد أحمد رئيس الاتحاد وحفيظ حفيظ الأمين'],
    ['a verb and its subject', 'حكم حكم المباراة وكتب كتب التاريخ'],
    ['emphasis at the end or the beginning of a phrase', 'كان هذا تهديدي تهديدي. الوحدة الوحدة يا عرب'],
    ['words on two lines', 'دخل إلى\nإلى البيت'],
    ['parts of longer words', 'المانيا وانتهاء'],
    ['paired quotation marks', 'قال "نعم" و«لا»'],
  ])('are not found in %s', (_, text) => {
    expect(suggestions(text)).toEqual([]);
  });
});

describe('leftovers of wire copy', () => {
  it.each([
    ['وغادر الوفد. (انتهى)', '(انتهى)'],
    ['وغادر الوفد. انتهى', 'انتهى'],
    ['وغادر. /س.م/', '/س.م/'],
    ['وغادر. م.ع/ن.ت', 'م.ع/ن.ت'],
    ['قال &quot;نعم', '&quot;'],
    ['[صورة]', '[صورة]'],
    ['اقرأ أيضا: خبر آخر', 'اقرأ أيضا: خبر آخر'],
    ['-30-', '-30-'],
  ])('are found in «%s»', (text, found) => {
    expect(findWireCopy(text).map(({ start, end }) => text.slice(start, end))).toEqual([found]);
  });

  it.each(['وانتهى اليوم.', 'حتى انتهى', 'أ. د. محمد', 'المتحدة (أ ف ب)', 'مضى الوقت ويتبع ذلك'])(
    'are not found in «%s»',
    (text) => {
      expect(findWireCopy(text)).toEqual([]);
    },
  );
});
