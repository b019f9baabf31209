/** The parts of an error of Node (`NodeJS.ErrnoException`) that a sentence is made of. */
interface SystemError {
  code?: unknown;
  path?: unknown;
  dest?: unknown;
  syscall?: unknown;
  port?: unknown;
}

type Describe = (error: { path: string; port: string; program: string }) => string;

const noSpace: Describe = ({ path }) => `امتلأ القرص فلم يُكتب ${path}. أفرغ منه شيئًا، ثم أعد الأمر.`;
const notAllowed: Describe = ({ path }) => `لا إذن للبرنامج في ${path}. أعطه إذن القراءة والكتابة، أو اختر مكانًا غيره.`;
const tooManyOpen: Describe = () =>
  'بلغت الملفات المفتوحة أقصى ما يسمح به النظام. ارفع الحد بالأمر ulimit -n 4096، ثم أعد الأمر.';
const damagedDisk: Describe = ({ path }) =>
  `تعذّرت القراءة أو الكتابة في ${path}، ولعل القرص تالف. افحصه، ثم أعد الأمر.`;

/** What is wrong, where, and what to do, by the code of a system error (https://nodejs.org/api/errors.html#common-system-errors). */
const sentences: Readonly<Record<string, Describe>> = {
  ENOSPC: noSpace,
  EDQUOT: noSpace,
  EROFS: ({ path }) => `لا يُكتب ${path} لأن مكانه للقراءة وحدها. اختر مكانًا غيره.`,
  EACCES: notAllowed,
  EPERM: notAllowed,
  ENOTDIR: ({ path }) => `لا يُفتح ${path} لأن في مساره ملفًا لا مجلدًا. انقل هذا الملف، أو اختر مسارًا غيره.`,
  EISDIR: ({ path }) => `في ${path} مجلد، والمطلوب هنا ملف. انقل المجلد، ثم أعد الأمر.`,
  EEXIST: ({ path }) => `في ${path} ملف، والمطلوب هنا مجلد. انقل الملف، أو اختر مسارًا غيره.`,
  ENOENT: ({ path }) => `لا ملف ولا مجلد في ${path}. تحقق من المسار، ثم أعد الأمر.`,
  ENAMETOOLONG: ({ path }) => `اسم هذا الملف أطول مما يقبله القرص: ${path}. اختصره.`,
  ELOOP: ({ path }) => `يدور الاختصار ${path} على نفسه فلا يُفتح. احذفه، ثم أعد الأمر.`,
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  EAGAIN: () =>
    'لم يقبل النظام عملية أخرى، فقد بلغت العمليات أو الملفات المفتوحة أقصى ما يسمح به. ارفع الحد بالأمر ulimit -n 4096، ثم أعد الأمر.',
  EIO: damagedDisk,
  EBUSY: ({ path }) => `يستعمل برنامج آخر ${path}. أغلقه، ثم أعد الأمر.`,
  ETXTBSY: ({ path }) => `يستعمل برنامج آخر ${path}. أغلقه، ثم أعد الأمر.`,
  ENOMEM: () => 'ضاقت الذاكرة فلم يكتمل العمل. أغلق برامج أخرى، ثم أعد الأمر.',
  EADDRINUSE: ({ port }) => `يستعمل برنامج آخر المنفذ ${port}. أوقفه، أو اختر منفذًا غيره.`,
  EADDRNOTAVAIL: () => 'ليس العنوان المطلوب من عناوين هذا الجهاز. صحّح العنوان الذي تستمع فيه الخدمة.',
  ERR_MODULE_NOT_FOUND: () => 'حزمة من حزم البرنامج ناقصة. ثبّتها بالأمر npm ci، ثم أعد الأمر.',
};

const noFolder: Describe = ({ path }) =>
  `تعذّر إنشاء المجلد ${path}. تحقق من أن مكانه موجود وأن للبرنامج أن يكتب فيه، أو اختر مكانًا غيره.`;

const missingProgram: Describe = ({ program }) => `البرنامج ${program} غير موجود في هذا الجهاز. ثبّته، ثم أعد الأمر.`;

/**
 * Describes a fault of the system to whoever runs a command: what is wrong, where, and what to do. Undefined if the error is no
 * such fault. A fault that caused the error counts too.
 */
export function describeSystemFault(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, path, dest, syscall, port } = error as SystemError;
  const describe = code === 'ENOENT' ? describeMissing(syscall) : sentences[String(code)];
  if (describe === undefined) return describeSystemFault((error as { cause?: unknown }).cause);
  // Of two paths, the second is where a file should have gone.
  const place = String(dest ?? path ?? 'هذا المكان');
  return describe({ path: place, port: String(port ?? ''), program: place });
}

/** Node reports a program or a folder that cannot be made in the same way as a missing file. */
function describeMissing(syscall: unknown): Describe | undefined {
  if (String(syscall).startsWith('spawn')) return missingProgram;
  return syscall === 'mkdir' ? noFolder : sentences.ENOENT;
}
