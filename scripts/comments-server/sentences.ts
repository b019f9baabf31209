/** What the comments server says to whoever runs it, and the default name of its editor. */
export const sentences = {
  running: (origin: string, site: string): string => `خدمة التعليقات تعمل في ${origin} للموقع ${site}`,
  editor: 'التحرير',
  siteMissing: 'اكتب عنوان الموقع في المتغيّر COMMENTS_SITE، مثل COMMENTS_SITE=https://news.example',
  passwordTooShort: (shortest: number): string =>
    `اكتب كلمة سرّ المحرّر في المتغيّر COMMENTS_EDITOR_PASSWORD، وأقلها ${shortest} محرفًا.`,
  notANumber: (variable: string, example: number): string => `اكتب في المتغيّر ${variable} عددًا صحيحًا، مثل ${example}.`,
  notABoolean: (variable: string): string => `اكتب في المتغيّر ${variable} إما true وإما false.`,
};
