/** The schemes of what a page may show itself, such as videos. */
export const webSchemes = ['https', 'http'] as const;

/**
 * The schemes of links, the only ones that a site publishes: pages, and what every telephone and computer opens (mail,
 * calls, messages, maps). Links to the application of a single service (`whatsapp:`, `tg:`) fail where it is not
 * installed, and `https://wa.me/` and `https://t.me/` do the same everywhere; browsers no longer open `ftp:`.
 */
export const linkSchemes = [...webSchemes, 'mailto', 'tel', 'sms', 'geo'] as const;

/** Why a URL cannot be the target of a link. */
export interface UrlFault {
  /**
   * `script`: it would run code; `app`: only one application opens it; `scheme`: the scheme is not accepted;
   * `misspelt`: its beginning is not written as it was meant; `bare`: it has a host but no scheme.
   */
  kind: 'script' | 'app' | 'scheme' | 'misspelt' | 'bare';
  /** In lower case; '' if there is none. */
  scheme: string;
  /** The URL that was certainly meant. */
  meant?: string;
}

const scriptSchemes = new Set(['javascript', 'vbscript', 'livescript']);

/** For applications: the pages of the same service. */
export const appPages: ReadonlyMap<string, string> = new Map([
  ['whatsapp', 'https://wa.me/'],
  ['tg', 'https://t.me/'],
]);

/** Finds what is wrong with the beginning of a URL; undefined if it is accepted. Paths and anchors are. */
export function findUrlFault(url: string, accepted: readonly string[] = linkSchemes): UrlFault | undefined {
  const written = url.trim();
  const scheme = schemeOf(written);
  if (scheme === '') return findBareFault(written);
  const rest = written.slice(written.indexOf(':') + 1);
  if (scriptSchemes.has(scheme) || (scheme === 'data' && !/^image\/(?!svg)/i.test(rest)))
    return { kind: 'script', scheme };
  if (accepted.includes(scheme)) {
    if (!written.toLowerCase().startsWith(`${scheme}:`))
      return { kind: 'misspelt', scheme, meant: `${scheme}:${rest}` };
    return isWeb(scheme) ? findSlashFault(scheme, rest) : undefined;
  }
  const meant = meantUrl(scheme, rest);
  if (appPages.has(scheme)) return { kind: 'app', scheme, ...appPage(scheme, rest) };
  if (meant !== undefined) return { kind: scheme.includes('.') ? 'bare' : 'misspelt', scheme, meant };
  return { kind: 'scheme', scheme };
}

/**
 * Returns the scheme in lower case, without spaces and control characters, as browsers read it: `Java\tScript:` →
 * `javascript`; '' if there is none.
 */
export function schemeOf(url: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore exactly these
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1];
  return scheme?.toLowerCase() ?? '';
}

function isWeb(scheme: string): boolean {
  return webSchemes.some((web) => web === scheme);
}

/** Finds `www.example.com` and `https//example.com`, `https؛//example.com`, `://example.com`. */
function findBareFault(written: string): UrlFault | undefined {
  if (/^www\.[^\s./]+\.\S/i.test(written)) return { kind: 'bare', scheme: '', meant: `https://${written}` };
  const [, scheme = 'https', rest] =
    /^(https?)?\s*(?:[;؛：.]|:(?=\/\/)|(?=\/\/))\s*\/{1,2}(?=[^\s/])(.*)$/i.exec(written) ?? [];
  if (rest === undefined || (!/^https?/i.test(written) && !written.startsWith(':'))) return findStrayBeginning(written);
  return { kind: 'misspelt', scheme: '', meant: `${scheme.toLowerCase()}://${rest}` };
}

/** Finds `(https://example.com)` and `«https://example.com»`: what is before the colon is no scheme that browsers know. */
function findStrayBeginning(written: string): UrlFault | undefined {
  if (!/^[^/?#]*:/.test(written)) return undefined;
  const [, meant] =
    /^[^\p{L}\p{N}/?#:]{1,5}((?:https?:\/\/|mailto:|tel:)[^\s)\]}»”"'“«>]+)[^\p{L}\p{N}/?#:]{0,5}$/iu.exec(written) ??
    [];
  return { kind: 'misspelt', scheme: '', ...(meant !== undefined && { meant }) };
}

/** Finds `https:/example.com`, which is read as a path of the site, and `https://http://example.com`. */
function findSlashFault(scheme: string, rest: string): UrlFault | undefined {
  const [, twice] = /^\/\/(https?:?\/\/.*)$/i.exec(rest) ?? [];
  if (twice !== undefined) {
    const meant = twice.replace(/^(https?):?/i, (_, inner: string) => `${inner.toLowerCase()}:`);
    return { kind: 'misspelt', scheme, meant };
  }
  if (/^\/\/[/?#]*$/.test(rest)) return { kind: 'misspelt', scheme };
  if (rest.startsWith('//')) return undefined;
  return {
    kind: 'misspelt',
    scheme,
    ...(/^\/?[^\s/]/.test(rest) && { meant: `${scheme}://${rest.replace(/^\//, '')}` }),
  };
}

/** Returns what a path of the site that leads nowhere may be: `a.example/b` without its scheme, or a mail address. */
export function findOutsideUrl(path: string): string | undefined {
  if (/^[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}$/i.test(path)) return `mailto:${path}`;
  return /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}\//i.test(path) ? `https://${path}` : undefined;
}

/** Returns the URL that was meant by a scheme with an error in its letters: `htps://x` → `https://x`. */
function meantUrl(scheme: string, rest: string): string | undefined {
  if (scheme.includes('.')) return /^\d+(?:\/|$)/.test(rest) ? `https://${scheme}:${rest}` : undefined;
  if (isNearWeb(scheme) && /^\/\/?[^\s/]/.test(rest)) {
    return `${scheme.includes('s') ? 'https' : 'http'}://${rest.replace(/^\/+/, '')}`;
  }
  if (misspeltMailto.test(scheme)) {
    return /^(?:\/\/)?[^\s@/]+@[^\s@]+$/.test(rest) ? `mailto:${rest.replace(/^\/\//, '')}` : undefined;
  }
  const isCall = /^(?:tell|tel\w|phone|call|callto)$/.test(scheme);
  return isCall && /^\+?[\d ().-]{3,}$/.test(rest) ? `tel:${rest}` : undefined;
}

const misspeltMailto =
  /^(?:e-?mail|mail|maito|mailo|malto|milto|mialto|mailot|maitlo|mailtoo|maillto|mailtto|mmailto)$/;

/** Whether a scheme consists of the letters of `https`, in any order, and at most one other. */
function isNearWeb(scheme: string): boolean {
  const letters = scheme.replace(/[^htps]/g, '');
  const others = scheme.length - letters.length;
  const isSimilar = letters.includes('h') ? letters.length >= 3 && others <= 1 : letters.includes('tt') && others === 0;
  return isSimilar && scheme.length <= 8 && /tt|t.*p|p.*t/.test(letters);
}

/** Returns the page of a service that does the same as a link to its application. */
function appPage(scheme: string, rest: string): { meant?: string } {
  const page = appPages.get(scheme) ?? '';
  const [, phone] = /^\/\/send\/?\?phone=\+?(\d+)$/.exec(rest) ?? [];
  const [, name] = /^\/\/resolve\/?\?domain=(\w+)$/.exec(rest) ?? [];
  if (scheme === 'whatsapp' && phone !== undefined) return { meant: page + phone };
  return scheme === 'tg' && name !== undefined ? { meant: page + name } : {};
}
