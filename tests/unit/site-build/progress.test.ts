import { describe, expect, it } from 'vitest';
import { showProgress } from '../../../src/site-build/progress.ts';
import { commandStrings } from '../../../src/strings/commands.ts';

/** Returns what is printed, on a terminal or elsewhere, for stages of `total` steps that take `stepMs` each. */
function watch(
  isTTY: boolean,
  work: (tell: (stage: string, total: number, stepMs: number) => void, end: () => void) => void,
): string {
  let printed = '';
  let clock = 1_000_000;
  const stream = { isTTY, write: (text: string) => (printed += text) } as unknown as NodeJS.WriteStream;
  const progress = showProgress(stream, () => clock);
  work((stage, total, stepMs) => {
    progress.tell(stage, 0, total);
    for (let done = 1; done <= total; done += 1) {
      clock += stepMs;
      progress.tell(stage, done, total);
    }
  }, progress.end);
  return printed;
}

const erase = '\r\u001B[K';

describe('progress without a terminal', () => {
  it('is printed in four lines for each stage, after two seconds', () => {
    const printed = watch(false, (tell, end) => {
      tell('قراءة المقالات', 400, 50);
      end();
      tell('إخراج الصفحات', 8, 60_000);
      end();
    });
    expect(printed).toBe(
      [
        'قراءة المقالات: 100 من 400، ويبقى نحو 15 ثانيةً.',
        'قراءة المقالات: 200 من 400، ويبقى نحو 10 ثوانٍ.',
        'قراءة المقالات: 300 من 400، ويبقى نحو 5 ثوانٍ.',
        'قراءة المقالات: 400 من 400.',
        'إخراج الصفحات: 2 من 8، ويبقى نحو 6 دقائق.',
        'إخراج الصفحات: 4 من 8، ويبقى نحو 4 دقائق.',
        'إخراج الصفحات: 6 من 8، ويبقى نحو دقيقتين.',
        'إخراج الصفحات: 8 من 8.',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [0, 0, 'لم تبقَ صورة.'],
    [1, 40, 'بقيت صورة واحدة، ويبقى نحو 40 ثانيةً.'],
    [2, 0, 'بقيت صورتان، ويكاد ينتهي.'],
    [3, 240, 'بقيت 3 صور، ويبقى نحو 4 دقائق.'],
    [11, 90, 'بقيت 11 صورةً، ويبقى نحو دقيقتين.'],
    [100, 3600, 'بقيت 100 صورة، ويبقى نحو 60 دقيقةً.'],
  ])('says of %i photos what is left of them', (left, seconds, words) => {
    const { stages, photosProgress } = commandStrings.build;
    expect(photosProgress(stages.photos, 500 - left, 500, seconds)).toBe(`صنع مقاسات الصور: ${words}`);
  });

  it('is not printed for work that is done within two seconds', () => {
    expect(watch(false, (tell) => tell('قراءة المقالات', 400, 4))).toBe('');
  });

  it('is printed again for a stage that has begun again', () => {
    const once = watch(false, (tell) => tell('قراءة المقالات', 4, 1000));
    const twice = watch(false, (tell, end) => {
      tell('قراءة المقالات', 4, 1000);
      end();
      tell('قراءة المقالات', 4, 1000);
      end();
    });
    expect(once).not.toBe('');
    expect(twice).toBe(once + once);
  });
});

describe('progress on a terminal', () => {
  it('is a bar that is drawn over itself, and is gone at the end', () => {
    const printed = watch(true, (tell, end) => {
      tell('قراءة المقالات', 6, 1000);
      end();
    });
    expect(printed).toBe(
      [
        `${erase}████████░░░░░░░░░░░░░░░░ قراءة المقالات: 2 من 6، ويبقى نحو 4 ثوانٍ.`,
        `${erase}████████████░░░░░░░░░░░░ قراءة المقالات: 3 من 6، ويبقى نحو 3 ثوانٍ.`,
        `${erase}████████████████░░░░░░░░ قراءة المقالات: 4 من 6، ويبقى نحو ثانيتين.`,
        `${erase}████████████████████░░░░ قراءة المقالات: 5 من 6، ويبقى نحو ثانية واحدة.`,
        `${erase}████████████████████████ قراءة المقالات: 6 من 6.`,
        erase,
      ].join(''),
    );
  });

  it('is drawn ten times a second and no more', () => {
    const printed = watch(true, (tell, end) => {
      tell('إخراج الصفحات', 3000, 1);
      end();
    });
    expect(printed.split(erase).filter((drawn) => drawn !== '')).toHaveLength(11);
    expect(printed.endsWith(erase)).toBe(true);
  });

  it('is cleared if a stage ends before it is done', () => {
    let clock = 0;
    let printed = '';
    const stream = { isTTY: true, write: (text: string) => (printed += text) } as unknown as NodeJS.WriteStream;
    const progress = showProgress(stream, () => clock);
    progress.tell('قراءة المقالات', 1, 10);
    clock = 5000;
    progress.tell('قراءة المقالات', 5, 10);
    progress.end();
    progress.end();
    expect(printed).toBe(`${erase}████████████░░░░░░░░░░░░ قراءة المقالات: 5 من 10، ويبقى نحو 5 ثوانٍ.${erase}`);
  });
});
