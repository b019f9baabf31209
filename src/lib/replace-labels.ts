/**
 * Returns a table of words in which `labels` replaces some by the path of their key: `paging.older`. The space at the
 * ends of a word, which joins it to what follows, stays. Functions and words without a replacement stay as they are.
 */
export function replaceLabels<Words extends object>(words: Words, labels: Readonly<Record<string, string>>): Words {
  if (Object.keys(labels).length === 0) return words;
  const replace = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return replaceWord(value, labels[path]);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value);
    return Object.fromEntries(
      members.map(([key, member]) => [key, replace(member, path === '' ? key : `${path}.${key}`)]),
    );
  };
  return replace(words, '') as Words;
}

function replaceWord(word: string, replacement: string | undefined): string {
  if (replacement === undefined) return word;
  const [, before = '', after = ''] = /^(\s*).*?(\s*)$/s.exec(word) ?? [];
  return `${before}${replacement}${after}`;
}
