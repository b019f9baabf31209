/** The scripts that run from the right, as ISO 15924 names them. */
const rightToLeftScripts = new Set('Adlm Arab Hebr Mand Mani Nkoo Rohg Samr Sogd Syrc Thaa Yezi'.split(' '));

/**
 * Returns the direction of a language tag: `en` → `ltr`, `ur` → `rtl`, `az-Arab` → `rtl`; `auto` for a tag whose script
 * is unknown, such as `und`.
 */
export function directionOfLanguage(tag: string): 'ltr' | 'rtl' | 'auto' {
  const script = scriptOf(tag.trim().replaceAll('_', '-'));
  if (script === undefined) return 'auto';
  return rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
}

/** Tags of no single language. */
const unknown = /^(?:und|mul|mis|zxx)$/i;

function scriptOf(tag: string): string | undefined {
  if (unknown.test(tag)) return undefined;
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {
    return undefined;
  }
}
