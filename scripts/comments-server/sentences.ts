/** What the comments server says to whoever runs it, and the default name of its editor. */
export const sentences = {
  help: `يشغّل خدمة التعليقات للموقع، وإعداداتها متغيّرات، أو أسطر في الملف comments-server.env.

الاستعمال:
  npm run comments:server

الإعدادات:
  COMMENTS_SITE              عنوان الموقع، ولا بدّ منه.
  COMMENTS_HOST              العنوان الذي تستمع فيه الخدمة. والمعتاد 127.0.0.1.
  COMMENTS_PORT              المنفذ. والمعتاد 8360.
  COMMENTS_DATA              مجلد قاعدة التعليقات. والمعتاد comments-data.
  COMMENTS_MODERATED         ينتظر كل تعليق محرّرًا إن كانت القيمة true، وهي المعتادة.
  COMMENTS_SECONDS           الثواني بين تعليقي قارئ واحد. والمعتاد 60.
  COMMENTS_PROXY             تُقرأ عناوين القراء من الخادم الذي أمام الخدمة إن كانت القيمة true.
  COMMENTS_WORDS             ملف كلمات يُحجب ما فيه تعليق منها.
  COMMENTS_NAMES             أسماء لا يتسمّى بها القراء، بينها فواصل.
  COMMENTS_TOKEN_DAYS        الأيام التي يبقى فيها دخول المحرّر. والمعتاد 30.
  COMMENTS_EDITOR_NAME       اسم المحرّر.
  COMMENTS_EDITOR_EMAIL      بريد المحرّر.
  COMMENTS_EDITOR_PASSWORD   كلمة سرّ المحرّر.
  COMMENTS_CACHE             مجلد حزم الخدمة. والمعتاد .cache/comments-server.

الخيارات:
  --help, -h                 يعرض هذا الشرح.

مثال:
  COMMENTS_SITE=https://news.example npm run comments:server`,
  unknownText: (written: string): string =>
    `لا يعرف الأمر ما كُتب بعده: «${written}». إعدادات الخدمة يعرضها الأمر: npm run comments:server -- --help`,
  running: (origin: string, site: string): string => `خدمة التعليقات تعمل في ${origin} للموقع ${site}`,
  editor: 'التحرير',
  siteMissing: 'اكتب عنوان الموقع في المتغيّر COMMENTS_SITE، مثل COMMENTS_SITE=https://news.example',
  emailMissing: 'اكتب بريد المحرّر في المتغيّر COMMENTS_EDITOR_EMAIL، أو احذف المتغيّر COMMENTS_EDITOR_PASSWORD.',
  passwordTooShort: (shortest: number): string =>
    `اكتب كلمة سرّ المحرّر في المتغيّر COMMENTS_EDITOR_PASSWORD، وأقلها ${shortest} محرفًا.`,
  passwordTooLong: (longest: number): string =>
    `كلمة سرّ المحرّر في المتغيّر COMMENTS_EDITOR_PASSWORD أطول مما يُقرأ. اكتب ${longest} محرفًا على الأكثر.`,
  notANumber: (variable: string, least: number, most: number, example: number): string =>
    `اكتب في المتغيّر ${variable} عددًا صحيحًا من ${least} إلى ${most}، مثل ${example}.`,
  notABoolean: (variable: string): string => `اكتب في المتغيّر ${variable} إما true وإما false.`,
  wordsFileMissing: (file: string): string =>
    `لا ملف للكلمات في ${file}. صحّح المسار في المتغيّر COMMENTS_WORDS، أو احذف المتغيّر.`,
  portNotAllowed: (port: string): string =>
    `لا إذن للخادم في أن يستمع في المنفذ ${port}. اكتب في المتغيّر COMMENTS_PORT منفذًا من 1024 فما فوق.`,
  hostUnknown: (host: string): string => `لا جهاز اسمه ${host}. صحّح العنوان في المتغيّر COMMENTS_HOST.`,
  installationFailed: (directory: string, code: string): string =>
    `لم يثبّت الأمر npm ci حزم Waline في ${directory} (${code}). تحقق من الاتصال بالإنترنت، ثم أعد الأمر.`,
  installationIncomplete: (directory: string): string =>
    `حزم Waline ناقصة في ${directory}. احذف هذا المجلد، ثم أعد الأمر.`,
  diskFull: (file: string): string => `امتلأ القرص فلم تُكتب قاعدة التعليقات ${file}. أفرغ منه شيئًا.`,
  databaseNotAllowed: (file: string): string =>
    `لا إذن للخادم في قاعدة التعليقات ${file}. أعطه إذن القراءة والكتابة فيها وفي مجلدها.`,
  databaseInUse: (file: string): string => `يستعمل برنامج آخر قاعدة التعليقات ${file}. أوقف ذلك البرنامج.`,
  databaseUnwritable: (file: string): string =>
    `تعذّرت القراءة أو الكتابة في قاعدة التعليقات ${file}، ولعل القرص امتلأ أو تلف. افحصه.`,
  databaseDamaged: (file: string): string =>
    `قاعدة التعليقات ${file} تالفة. ضع مكانها نسخة احتياطية سليمة، ثم أعد الأمر.`,
};
