import { describe, expect, it } from 'vitest';
import { findIsolates, isolateLines, isolateWithCharacters, splitAtIsolates } from '../../../../src/lib/arabic/bidi.ts';

const runsOf = (text: string): string[] => findIsolates(text).map(({ start, end }) => text.slice(start, end));

describe('what is isolated in a text', () => {
  it.each<[what: string, text: string, isolated: string[]]>([
    ['a name with its signs', 'كتاب C++ (2022).', ['C++']],
    ['a name of several parts', 'الكاتبة J. K. Rowling وDr. Smith', ['J. K. Rowling', 'Dr. Smith']],
    ['a quantity with its unit', 'معالج 2.4GHz بسعر 99.99USD', ['2.4GHz', '99.99USD']],
    ['a formula', 'غاز CO₂ والمعادلة E=mc² وx + y = z', ['CO₂', 'E=mc²', 'x + y = z']],
    ['a telephone number', 'اتصل على +961 1 234 567 الآن', ['+961 1 234 567']],
    ['a telephone number in Arabic digits', 'اتصل على +٩٦١ ١ ٢٣٤ ٥٦٧ الآن', ['+٩٦١ ١ ٢٣٤ ٥٦٧']],
    ['a name and its number', 'نظام Windows 11 ونظام iOS', ['Windows 11', 'iOS']],
    ['a standard and its part', 'علامة المعيار ISO 12312-2.', ['ISO 12312-2']],
    [
      'an e-mail address or URL, without the punctuation after it',
      'راسل info@example.com، أو زر https://example.com/a_(b).',
      ['info@example.com', 'https://example.com/a_(b)'],
    ],
    ['a URL with Arabic in it', 'https://ar.example/wiki/القاهرة هنا', ['https://ar.example/wiki/القاهرة']],
    ['a handle and a hashtag', '@user و#tag و#وسم', ['@user', '#tag']],
    ['each name of a list', 'شركات Google، Apple، Amazon', ['Google', 'Apple', 'Amazon']],
    ['a sentence', 'قال "To be, or not to be: that is the question."', ['To be, or not to be: that is the question']],
    ['a word after a clitic', 'وGoogle والـiPhone 15 Pro', ['Google', 'iPhone 15 Pro']],
    ['a word that begins with a dot or a digit', 'شبكة .NET وشبكة 5G', ['.NET', '5G']],
    ['letters joined by a sign', 'AT&T وCOVID-19 وkm/h', ['AT&T', 'COVID-19', 'km/h']],
    ['a whole Latin block that ends in punctuation', ' Hello, world. ', ['Hello, world.']],
  ])('%s', (_, text, isolated) => {
    expect(runsOf(text)).toEqual(isolated);
  });

  it.each<[what: string, text: string, isolated: string[]]>([
    [
      'three groups or more',
      'هاتف الورشة 0122 555 0190، والبطاقة 5500-0000-0000-0004',
      ['0122 555 0190', '5500-0000-0000-0004'],
    ],
    [
      'two groups after an area code',
      'أو 03-2555-0190 أو (03) 2555 0190 أو 03-255501 أو 0933 1234567',
      ['03-2555-0190', '(03) 2555 0190', '03-255501', '0933 1234567'],
    ],
    ['Arabic digits', 'الهاتف ٠١٢٢ ٥٥٥ ٠١٩٠ و٠٣-٢٥٥٥٠١٩٠', ['٠١٢٢ ٥٥٥ ٠١٩٠', '٠٣-٢٥٥٥٠١٩٠']],
    [
      'an international prefix',
      'من 00962-6-555190 أو (+962) 6 555 190 أو +962 (6) 555 190',
      ['00962-6-555190', '(+962) 6 555 190', '+962 (6) 555 190'],
    ],
    ['pairs of digits', 'تونس 71 24 55 19 وباريس 01 45 55 19 20', ['71 24 55 19', '01 45 55 19 20']],
    ['the last digits of a second line', 'اتصل على 0122-555-0190/91', ['0122-555-0190/91']],
    ['a book', 'الترقيم 978-977-12-3456-7 وISBN 977-12-3456-X', ['978-977-12-3456-7', 'ISBN 977-12-3456-X']],
    [
      'an account',
      'الآيبان EG38 0019 0005 0000 0000 2631 8000 2 والحساب 012-345678-9',
      ['EG38 0019 0005 0000 0000 2631 8000 2', '012-345678-9'],
    ],
    [
      'a serial number and a case',
      'الرقم 12-345-6789 والقضية 2024-CV-017 والطبعة 1.4.2-3',
      ['12-345-6789', '2024-CV-017', '1.4.2-3'],
    ],
    ['an amount with spaces', 'بلغ 2 450 000 دينار سنة 2015 ثم 2016 3 120 500', ['2 450 000', '3 120 500']],
    ['a number after a clitic, without the digits of others', 'و0122 555 0190 ثم 2024 10:30', ['0122 555 0190']],
  ])('strings of digits: %s', (_, text, isolated) => {
    expect(runsOf(text)).toEqual(isolated);
  });

  it.each<[what: string, text: string, isolated: string[]]>([
    [
      'a number with its unit',
      'ذاكرة 8 GB RAM بسرعة 90 km/h وحرارة 21 °C عند 9:30 PM',
      ['8 GB RAM', '90 km/h', '21 °C', '9:30 PM'],
    ],
    ['a time and its zone', 'عند 9:30 UTC+3 أو 9:30 GMT-5', ['9:30 UTC+3', '9:30 GMT-5']],
    ['sizes with their unit', 'شاشة 1920×1080 px ولوح 4×3 m، و4×3', ['1920×1080 px', '4×3 m']],
    ['a quantity with its sign', 'بلغت -7°C ثم −12 km و±4 mm', ['-7°C', '−12 km', '±4 mm']],
    ['a place on the map', 'عند 34.4367° N, 35.8497° E شرقًا', ['34.4367° N, 35.8497° E']],
    ['the end of a range, which stays with the range', 'من 8-16 GB', ['GB']],
    ['the year of an event', 'في 2034 FIFA World Cup ثم 2028 Olympics', ['2034 FIFA World Cup', '2028 Olympics']],
    ['a year before a name, which may be apart from it', 'منذ 2015 Google تنمو', ['Google']],
    ['all that brackets hold', 'البطولة (2034 Desert Rally) و«7 Samurai»', ['2034 Desert Rally', '7 Samurai']],
    ['a club', 'تعادل 1. FC Union مع Real', ['1. FC Union', 'Real']],
    ['a model', 'طائرة Boeing 777-300 وAirbus A350-900', ['Boeing 777-300', 'Airbus A350-900']],
    ['numbers joined by a hyphen', 'الفئة 2-B وشاشة 32-inch والنموذج 10-K', ['2-B', '32-inch', '10-K']],
    ['a number with a letter', 'كوكب Kepler 22-b', ['Kepler 22-b']],
    ['the sizes of a thing', 'عيار 7.62 x 39 وشاشة 1920x1080', ['7.62 x 39', '1920x1080']],
    ['a grade', 'من «AA-» إلى (B+)', ['AA-', 'B+']],
    ['letters with digits', 'G20 و4G وH5N1 وISO 22000 وMP3', ['G20', '4G', 'H5N1', 'ISO 22000', 'MP3']],
    ['initials with their last dot', 'تصوير R. M. لوكالة U.S. News', ['R. M.', 'U.S. News']],
    ['a letter that ends a sentence, without the dot', 'فيتامين C.', ['C']],
    ['an abbreviation with its dot', 'شركة Acme Inc. (ACM)', ['Acme Inc.', 'ACM']],
    ['paths and options', 'الملف /var/log و*.txt و--force و./go', ['/var/log', '*.txt', '--force', './go']],
    ['an address of a device', 'العنوان 00:1B:44:11:3A:B7', ['00:1B:44:11:3A:B7']],
    ['Cyrillic and Greek', 'صحيفة «Новая газета» وAθήνα 2004', ['Новая газета', 'Aθήνα 2004']],
    ['Armenian, Georgian and Tifinagh', 'Երևան وთბილისი وⴰⵣⵓⵍ', ['Երևան', 'თბილისი', 'ⴰⵣⵓⵍ']],
    ['Devanagari, Chinese and Korean', 'नई दिल्ली و北京、上海。 و부산 2', ['नई दिल्ली', '北京、上海。', '부산 2']],
  ])('names and numbers: %s', (_, text, isolated) => {
    expect(runsOf(text)).toEqual(isolated);
  });

  it.each([
    ['scores', 'النتيجة 3-2'],
    ['a range of years', 'بين 2020-2022'],
    ['numbers and sums', '1.5 مليون + 3 آلاف و10:30'],
    ['a Latin block without punctuation at its ends', 'ISO 12312-2'],
    ['an Arabic block', 'قال: «نعم»'],
    ['a Hebrew word', 'كلمة שלום'],
    ['formations and sets', 'لعب 4-3-3 ثم 4-2-3-1، والمجموعات 6-3 6-4 7-5'],
    ['dates', 'ولد في 12-05-1985 وتوفي 08-01 1999 ونُشر 2026/11/30'],
    ['lists of numbers and years', 'بين 10 20 30 و11 22 33 44 وفي 1965 1967 1968 1970'],
    ['an amount whose groups were typed in reverse', 'نقل 841 991 2 مسافر'],
    ['two groups without an area code', 'عام 2015 500 شخص و250 000 و555-0190'],
    ['Arabic digits', '١٠–١٢ و٣-٢'],
    ['a table in one line', '460 43 480 42 500 40 520 39 540 38 560 36'],
    ['months', 'منذ 05-2024'],
    ['a spaced score', '0 - 4'],
    ['a signed number', '-5'],
    ['an empty text', ''],
  ])('nothing in %s', (_, text) => {
    expect(findIsolates(text)).toEqual([]);
  });

  it.each<[text: string, turned: string[]]>([
    ['4-1', ['4-1']],
    ['9:00-17:00', ['9:00-17:00']],
    ['«4-1»: البرج يفوز 4-1', ['4-1']],
    ['2024-2025', ['2024-2025']],
    ['25%', ['25%']],
    ['שלום 4-1', ['4-1']],
    ['12-5-2026', ['12-5-2026']],
    ['البرج 4-1', []],
    ['بـ4-1', []],
    ['4:1', []],
    ['٤-١', []],
    ['4–1', []],
  ])('numbers that no Arabic letter precedes are turned: %s', (text, turned) => {
    expect(
      findIsolates(text)
        .filter(({ dir }) => dir === 'rtl')
        .map(({ start, end }) => text.slice(start, end)),
    ).toEqual(turned);
  });

  it.each<[text: string, isolated: string[]]>([
    ['8 GB', ['8 GB']],
    ['2034 World Cup', ['2034 World Cup']],
    ['1. FC Union', ['1. FC Union']],
    ['R. M.', ['R. M.']],
    ['.NET', ['.NET']],
    ['C++، .NET', ['C++', '.NET']],
    ['Room ١٢', ['Room ١٢']],
    [`البرج\u20288 GB\u2028Hello!`, ['8 GB', 'Hello!']],
  ])('a line without Arabic letters is one run: %j', (text, isolated) => {
    expect(runsOf(text)).toEqual(isolated);
  });

  it.each<[text: string, isolated: string[]]>([
    ['إلى \u200e-7 درجات', ['\u200e-7']],
    ['هاتفه \u200e+961-1-234-567 و\u200e+961 1 234 567', ['\u200e+961-1-234-567', '\u200e+961 1 234 567']],
    ['تراجع \u200e-2.5%\u200e أمس', ['\u200e-2.5%']],
    ['في \u200e/etc و\u200e-name', ['\u200e/etc', '\u200e-name']],
  ])('a sign after a left-to-right mark begins the run: %j', (text, isolated) => {
    expect(runsOf(text)).toEqual(isolated);
    expect(findIsolates(text).every(({ dir }) => dir === 'ltr')).toBe(true);
  });

  it('is only the name when a score follows it', () => {
    const text = 'فوز Barcelona 3-2';
    expect(findIsolates(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Barcelona']);
  });

  it('has an explicit direction if it has no letters', () => {
    expect(findIsolates('هاتف +961 1 234 567')).toEqual([{ start: 5, end: 19, dir: 'ltr', element: 'bdi' }]);
    expect(findIsolates('كتاب C++')).toEqual([{ start: 5, end: 8, element: 'bdi' }]);
  });
});

describe('a text split at isolates', () => {
  it.each([
    ['لغة C++ (2022)', [{ text: 'لغة ' }, { text: 'C++', isolate: { element: 'bdi' } }, { text: ' (2022)' }]],
    ['+961 1 234 567', [{ text: '+961 1 234 567', isolate: { dir: 'ltr', element: 'bdi' } }]],
    ['٠١٢٢ ٥٥٥ ٠١٩٠', [{ text: '٠١٢٢ ٥٥٥ ٠١٩٠', isolate: { dir: 'ltr', element: 'bdo' } }]],
    ['4-1', [{ text: '\u061c4-1', isolate: { dir: 'rtl', element: 'bdi' } }]],
    ['خبر', [{ text: 'خبر' }]],
    ['', []],
  ])('%s', (text, runs) => {
    expect(splitAtIsolates(text)).toEqual(runs);
  });
});

describe('a text without markup', () => {
  it.each([
    ['لغة C++ (2022)', 'لغة \u2066C++\u2069 (2022)'],
    ['4-1: البرج', '\u2067\u061c4-1\u2069: البرج'],
    ['هاتف ٠١٢٢ ٥٥٥ ٠١٩٠', 'هاتف \u2066\u202d٠١٢٢ ٥٥٥ ٠١٩٠\u202c\u2069'],
    ['خبر', 'خبر'],
  ])('%s is isolated with characters', (text, isolated) => {
    expect(isolateWithCharacters(text)).toBe(isolated);
  });

  it.each([
    [
      ['هاتف الورشة 0122', '555 0190 الآن'],
      ['هاتف الورشة \u20660122\u2069', '\u2066555 0190\u2069 الآن'],
    ],
    [
      ['البرج يفوز على النهر', '4-1 أمس'],
      ['البرج يفوز على النهر', '\u2067\u061c4-1\u2069 أمس'],
    ],
    [
      ['برنامج Windows', '11 الجديد'],
      ['برنامج \u2066Windows\u2069', '\u206611\u2069 الجديد'],
    ],
  ])('its lines are isolated one by one: %j', (lines, isolated) => {
    expect(isolateLines(lines.join(' '), lines)).toEqual(isolated);
  });

  it('keeps the ellipsis of a cut line outside an isolate', () => {
    expect(isolateLines('كتاب عن C++ ولغات', ['كتاب عن C++…'])).toEqual(['كتاب عن \u2066C++\u2069…']);
  });
});
