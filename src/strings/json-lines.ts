const types = { text: 'نصًّا', list: 'قائمة', object: 'كائنًا', boolean: 'true أو false', number: 'عددًا' };

/** What an import says about lines that it cannot read. */
export const jsonLinesStrings = {
  refused: (file: string, faults: readonly { line: number; message: string }[]): string =>
    [
      ...faults.map(({ line, message }) => `${file}:${line}: ${message}`),
      'أصلح هذه السطور ثم أعد الأمر. لم يُكتب شيء.',
    ].join('\n'),
  noEntries: 'ليس في الملف مقال ولا صفحة.',
  notAnObject: 'ليس السطر كائن JSON واحدًا. يُكتب كل مقال في سطر، بين { و}.',
  unknownKind: (kind: string, kinds: readonly string[], nearest: string | undefined): string =>
    `لا يُعرف النوع kind: ${kind}. ${nearest === undefined ? `الأنواع: ${kinds.join('، ')}.` : `لعلك أردت ${nearest}.`}`,
  unknownKey: (key: string, nearest: string | undefined): string =>
    `لا يُعرف الحقل ${key}.${nearest === undefined ? '' : ` لعلك أردت ${nearest}.`}`,
  missing: (key: string): string => `ينقص الحقل ${key}.`,
  empty: (key: string): string => `الحقل ${key} فارغ.`,
  notOneOf: (key: string, values: readonly string[]): string => `قيمة الحقل ${key} واحدة من هذه: ${values.join('، ')}.`,
  notAnAddress: (key: string, written: string): string =>
    `ليس «${written}» في الحقل ${key} عنوان موقع. اكتبه كاملًا، مثل https://old.example.`,
  wrongType: (key: string, type: keyof typeof types): string => `يُكتب الحقل ${key} ${types[type]}.`,
  notATimeZone: (zone: string): string => `ليست «${zone}» منطقة زمنية. اكتب مثل Asia/Riyadh.`,
  oneBody: 'للمقال وللصفحة متن واحد: html أو markdown.',
  wrongDate: (key: string, message: string): string => `الحقل ${key}: ${message}`,
  repeatedId: (id: string, line: number): string => `المعرّف ${id} لسطر آخر، هو ${line}.`,
  noSite: 'ينقص سطر للصحيفة نفسها: {"kind": "site", "title": "…", "url": "https://…"}.',
  secondSite: 'للصحيفة سطر واحد من النوع site.',
};
