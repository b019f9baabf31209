import { z } from 'zod';
import { toLatinDigits } from '../lib/arabic/digits.ts';
import { daysIn } from './dates.ts';
import { messages } from './messages.ts';
import { oldAddress } from './old-addresses.ts';
import { anyListOf, commaAndSpace, type Fault, link, oneOf, scalar, url } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';

/** The pages on which a newsroom says how it works, by their keys in `site.yaml`. */
export type Policy =
  | 'principles'
  | 'ethics'
  | 'corrections'
  | 'verification'
  | 'sources'
  | 'ownership'
  | 'masthead'
  | 'feedback';

/** Which feeds are also published as Atom and JSON Feed: the site's, the sections' too, or all of them. */
const atomAndJsonScopes = ['site', 'sections', 'all'] as const;
export type AtomAndJsonScope = (typeof atomAndJsonScopes)[number];

/** The settings for feed readers, search engines and aggregators. */
export interface Syndication {
  feeds: {
    /** BCP 47: `ar`, `ar-EG`. */
    language: string;
    /** The WebSub hub that is notified of new items. */
    hub?: string;
    /**
     * Who vouches for the ids of items: `news.example`, or `news.example,2019` with a date (RFC 4151). If it is left out, the
     * host of the site's URL does, and the ids change with it.
     */
    tagAuthority?: string;
    atomAndJson: AtomAndJsonScope;
    /** Old paths of the site's feed, which begin with `/`. */
    aliases?: string[];
  };
  publisher: {
    /** An image: a path relative to `public/` with a leading `/`, or an absolute URL. */
    logo?: string;
    /** URLs of the paper on other sites. */
    profiles: string[];
    /** Each a path in the site or an absolute URL. */
    policies: Partial<Record<Policy, string>>;
  };
  announce: {
    indexNow?: { key: string; endpoint: string };
  };
}

const defaultEndpoint = 'https://api.indexnow.org/indexnow';

const language = scalar((written): string | Fault => {
  const bare = bareValue(written).replace('_', '-');
  const region = /^ar(?:-([a-z]{2}))?$/i.exec(bare);
  if (region === null) return { tell: () => messages.notAnArabicLanguage(bare) };
  return region[1] === undefined ? 'ar' : `ar-${region[1].toUpperCase()}`;
});

/** https://www.indexnow.org/documentation: 8–128 of a–z, A–Z, 0–9 and the dash. */
const indexNowKey = scalar((written): string | Fault => {
  const bare = bareValue(written);
  return /^[\w-]{8,128}$/.test(bare) && !bare.includes('_') ? bare : { tell: () => messages.notAnIndexNowKey(bare) };
});

/**
 * A domain, perhaps with the date on which it was the site's, as in tag URIs (RFC 4151): `news.example,2019`,
 * `news.example,2019-04-30`.
 */
const tagAuthority = scalar((written): string | Fault => {
  const bare = toLatinDigits(bareValue(written)).replace('،', ',').replace(/\s/g, '').toLowerCase();
  const [domain = '', ...dates] = bare.split(',');
  const hasDate = dates.length <= 1 && dates.every(isDate);
  if (isDomain(domain) && hasDate) return bare;
  const host = URL.parse(/^https?:\/\//.test(domain) ? domain : `https://${domain}`)?.hostname.replace(/\.$/, '');
  // Without its date it would name another authority.
  const meant = host !== undefined && isDomain(host) && hasDate ? { meant: [host, ...dates].join(',') } : {};
  return { tell: () => messages.notATagAuthority(bareValue(written)), ...meant };
});

function isDate(written: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(written) ?? [];
  const isMonth = year !== undefined && Number(month) >= 1 && Number(month) <= 12;
  return isMonth && Number(day) >= 1 && Number(day) <= daysIn(Number(month), Number(year));
}

const isDomain = (name: string) =>
  name.length <= 253 && /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/.test(name);

/** The keys of `site.yaml` about feed readers, search engines and aggregators. */
export const syndicationShape = {
  feeds: z
    .strictObject({
      language: language.optional().describe('لغة الخلاصات وبلدها: ar، أو ar-EG. الأصل ar.'),
      hub: url.optional().describe('موزّع WebSub الذي يُخبَر بالجديد بعد النشر، مثل https://pubsubhubbub.appspot.com/'),
      'tag-authority': tagAuthority
        .optional()
        .describe(
          'النطاق الذي تُنسب إليه معرّفات المقالات في الخلاصات، مثل old.example. اكتبه قبل أن تغيّر url لتبقى كما كانت. الأصل نطاق url.',
        ),
      'atom-and-json': oneOf(atomAndJsonScopes)
        .optional()
        .describe(
          'ما له خلاصة بصيغتي Atom وJSON Feed فوق RSS: site الموقع وحده، أو sections الأقسام معه، أو all كل ما له خلاصة. الأصل site.',
        ),
      aliases: anyListOf(oldAddress, commaAndSpace)
        .optional()
        .describe('العناوين القديمة لخلاصة الموقع، مثل /feed/. تبقى لها نسخة عند كل منها، فلا ينقطع مشترك.'),
    })
    .optional()
    .describe('خلاصات الأخبار.'),
  publisher: z
    .strictObject({
      logo: link.optional().describe('شعار الصحيفة صورةً: مسار في مجلد content/public يبدأ بـ /، أو رابط كامل.'),
      profiles: anyListOf(url, commaAndSpace).optional().describe('صفحات الصحيفة في المواقع الأخرى.'),
      policies: z
        .strictObject({
          principles: link.optional().describe('مبادئ النشر.'),
          ethics: link.optional().describe('ميثاق الأخلاق.'),
          corrections: link.optional().describe('كيف تُصحَّح الأخطاء.'),
          verification: link.optional().describe('كيف تُدقَّق المعلومات.'),
          sources: link.optional().describe('المصادر التي لا تُسمّى.'),
          ownership: link.optional().describe('من يملك الصحيفة ومن يموّلها.'),
          masthead: link.optional().describe('أسرة التحرير.'),
          feedback: link.optional().describe('كيف يراسل القراء الصحيفة.'),
        })
        .optional()
        .describe('صفحات تقول فيها الصحيفة كيف تعمل، وتقرؤها محركات البحث.'),
    })
    .optional()
    .describe('من ينشر الموقع، كما تعرّفه محركات البحث.'),
  announce: z
    .strictObject({
      'indexnow-key': indexNowKey
        .optional()
        .describe('مفتاح IndexNow: من 8 أحرف لاتينية أو أرقام إلى 128، ويُنشر في ملف باسمه.'),
      'indexnow-endpoint': url.optional().describe(`الخدمة التي تستقبل الروابط. الأصل ${defaultEndpoint}`),
    })
    .optional()
    .describe('من يُخبَر بالروابط الجديدة حين يُنفَّذ npm run announce بعد النشر.'),
};

const syndicationSchema = z.strictObject(syndicationShape);

/** Returns the settings with their defaults. */
export function completeSyndication(settings: Partial<z.output<typeof syndicationSchema>>): Syndication {
  const { feeds, publisher, announce } = settings;
  const key = announce?.['indexnow-key'];
  return {
    feeds: {
      language: feeds?.language ?? 'ar',
      ...(feeds?.hub !== undefined && { hub: feeds.hub }),
      ...(feeds?.['tag-authority'] !== undefined && { tagAuthority: feeds['tag-authority'] }),
      atomAndJson: feeds?.['atom-and-json'] ?? 'site',
      ...(feeds?.aliases !== undefined && { aliases: [...new Set(feeds.aliases)] }),
    },
    publisher: {
      ...(publisher?.logo !== undefined && { logo: publisher.logo }),
      profiles: publisher?.profiles ?? [],
      policies: Object.fromEntries(Object.entries(publisher?.policies ?? {}).filter(([, page]) => page !== undefined)),
    },
    announce: {
      ...(key !== undefined && { indexNow: { key, endpoint: announce?.['indexnow-endpoint'] ?? defaultEndpoint } }),
    },
  };
}
