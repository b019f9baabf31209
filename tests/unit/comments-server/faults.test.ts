import { describe, expect, it } from 'vitest';
import { describeFault } from '../../../scripts/comments-server/faults.ts';
import { InstallationError } from '../../../scripts/comments-server/install.ts';
import { namingFile } from '../../../scripts/comments-server/naming-file.ts';
import { sentences } from '../../../scripts/comments-server/sentences.ts';
import { SettingsError } from '../../../scripts/comments-server/settings.ts';

const fault = (parts: object) => Object.assign(new Error('x'), parts);
const sqlite = (errcode: number, parts: object = {}) => fault({ code: 'ERR_SQLITE_ERROR', errcode, ...parts });

describe('a fault', () => {
  it.each<[error: unknown, sentence: string]>([
    [new SettingsError('اكتب.'), 'اكتب.'],
    [
      new InstallationError(sentences.installationIncomplete('cache/1')),
      'حزم Waline ناقصة في cache/1. احذف هذا المجلد، ثم أعد الأمر.',
    ],
    [
      new InstallationError(sentences.installationFailed('cache/1', 'ENOTFOUND')),
      'لم يثبّت الأمر npm ci حزم Waline في cache/1 (ENOTFOUND). تحقق من الاتصال بالإنترنت، ثم أعد الأمر.',
    ],
    [
      new SettingsError(sentences.wordsFileMissing('words.txt')),
      'لا ملف للكلمات في words.txt. صحّح المسار في المتغيّر COMMENTS_WORDS، أو احذف المتغيّر.',
    ],
    [
      fault({ code: 'EADDRINUSE', syscall: 'listen', port: 8360 }),
      'يستعمل برنامج آخر المنفذ 8360. أوقفه، أو اختر منفذًا غيره.',
    ],
    [
      fault({ code: 'EACCES', syscall: 'listen', port: 80 }),
      'لا إذن للخادم في أن يستمع في المنفذ 80. اكتب في المتغيّر COMMENTS_PORT منفذًا من 1024 فما فوق.',
    ],
    [
      fault({ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'dar' }),
      'لا جهاز اسمه dar. صحّح العنوان في المتغيّر COMMENTS_HOST.',
    ],
    [
      fault({ code: 'ENOENT', syscall: 'spawn npm', path: 'npm' }),
      'البرنامج npm غير موجود في هذا الجهاز. ثبّته، ثم أعد الأمر.',
    ],
    [sqlite(13), 'امتلأ القرص فلم تُكتب قاعدة التعليقات waline.sqlite. أفرغ منه شيئًا.'],
    [
      sqlite(8, { path: 'data/waline.sqlite' }),
      'لا إذن للخادم في قاعدة التعليقات data/waline.sqlite. أعطه إذن القراءة والكتابة فيها وفي مجلدها.',
    ],
    [sqlite(14), 'لا إذن للخادم في قاعدة التعليقات waline.sqlite. أعطه إذن القراءة والكتابة فيها وفي مجلدها.'],
    [sqlite(5), 'يستعمل برنامج آخر قاعدة التعليقات waline.sqlite. أوقف ذلك البرنامج.'],
    [sqlite(4874), 'تعذّرت القراءة أو الكتابة في قاعدة التعليقات waline.sqlite، ولعل القرص امتلأ أو تلف. افحصه.'],
    [sqlite(26), 'قاعدة التعليقات waline.sqlite تالفة. ضع مكانها نسخة احتياطية سليمة، ثم أعد الأمر.'],
  ])('%s is described in a sentence', (error, sentence) => {
    expect(describeFault(error)).toBe(sentence);
  });

  it.each([new TypeError('x'), sqlite(1), 'x', undefined])('%s of our own is not', (error) => {
    expect(describeFault(error)).toBeUndefined();
  });

  it('gets the path of its file if it lacks one', () => {
    const failing = (error: Error) => () => {
      throw error;
    };
    expect(() => namingFile('a', failing(fault({ code: 'EISDIR' })))).toThrow(expect.objectContaining({ path: 'a' }));
    expect(() => namingFile('a', failing(fault({ path: 'b' })))).toThrow(expect.objectContaining({ path: 'b' }));
    expect(namingFile('a', () => 1)).toBe(1);
  });
});
