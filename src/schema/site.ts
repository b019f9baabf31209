import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import type { DigitSystem } from '../lib/arabic/digits.ts';
import { type MonthVocabulary, monthVocabularies } from '../lib/arabic/months.ts';
import { typeset, typesettingRules } from '../lib/arabic/typography.ts';
import { type EmbedProvider, embedProviders } from '../lib/embeds/providers.ts';
import { isTimeZone } from '../lib/time-zone.ts';
import { ageWarningShape, completeAgeWarning } from './age-warning.ts';
import { type Appearance, appearanceShape, checkAppearance, completeAppearance } from './appearance.ts';
import { checkFollow, completeFollow, type Follow, followShape, withEmptyFields } from './follow.ts';
import { completeHosting, type Hosting, hostingShape } from './hosting.ts';
import { checkImages, completeImages, type ImageSettings, imagesShape } from './images.ts';
import { completeLabels, type LabelOverrides, labelShape } from './labels.ts';
import { defaultCommentTerms, messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { type RuleId, ruleIds, ruleMeanings } from './rules.ts';
import { mapShownTexts } from './schema-walk.ts';
import { completeShareCards, type ShareCardScope, shareCardShape } from './share-cards.ts';
import { siteAddress } from './site-address.ts';
import { completeSyndication, type Syndication, syndicationShape } from './syndication.ts';
import { type Typesetter, validate } from './validate.ts';
import {
  anyListOf,
  boolean,
  comma,
  type Fault,
  link,
  listOf,
  oneOf,
  positiveInteger,
  readBoolean,
  reference,
  scalar,
  text,
  url,
} from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { findPlaces } from './yaml/places.ts';
import { problemAt } from './yaml/problem-at.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { Places } from './yaml/types.ts';

export const siteFile = 'site.yaml';
/** The terms of commenting as Markdown without front matter, for terms that are more than a list. */
export const commentTermsFile = 'comment-terms.md';

const shareTargets = ['whatsapp', 'telegram', 'x', 'facebook', 'mail'] as const;
export type ShareTarget = (typeof shareTargets)[number];

export interface MenuItem {
  title: string;
  /** A path in the site, or a URL with one of `linkSchemes`. */
  url: string;
}

const commentProviders = ['none', 'form', 'waline', 'isso', 'remark42', 'giscus', 'embed'] as const;

export interface CommentSettings {
  provider: (typeof commentProviders)[number];
  /** Set unless the provider is `none` or `giscus`; no trailing slash unless it is `form` or `embed`. */
  endpoint?: string;
  /** The site's id in Remark42. */
  siteId: string;
  /** Set if the provider is `giscus`. */
  giscus?: { repository: string; repositoryId: string; category: string; categoryId: string };
  /** An article's thread closes this many days after its date. */
  closeAfter?: number;
  /** Whether readers are told that an editor reads each comment before it is published. */
  moderated: boolean;
  terms: string[];
}

/** The settings of a site, complete with defaults. */
export interface Site extends Hosting, Syndication, Follow {
  title: string;
  tagline?: string;
  description: string;
  /** `https://news.example`, or below a path: `https://press.example/news`; no trailing slash. */
  url: string;
  /** Set on a staging site: the address in `site.yaml`. The site is built for another one, if that is known. */
  stagingOf?: string;
  /** False on a staging site and in a preview with drafts: search engines must not index any page. */
  indexed: boolean;
  timeZone: string;
  months: MonthVocabulary;
  digits: DigitSystem;
  /** Whether dates carry a second line in the Hijri calendar. */
  hijri: boolean;
  /** Whether articles offer to be read aloud by the browser. */
  listen: boolean;
  permalink: 'short' | 'readable';
  /** Whether quotation marks, ellipses and spaces are corrected when pages are rendered. */
  typesetting: boolean;
  /** The rules for Arabic text that the site has switched off, in the order of `ruleIds`. */
  disabledRules: RuleId[];
  /** Words per minute. */
  readingSpeed: number;
  comments: CommentSettings;
  share: ShareTarget[];
  /** The services whose pages articles may embed. */
  embeds: EmbedProvider[];
  /** If empty, the menu shows the sections in their order. */
  navigation: MenuItem[];
  footer: { text?: string; links: MenuItem[] };
  frontPage: {
    /** Ids of articles placed first, in order. */
    lead: string[];
  };
  /** The years after which readers are told that a story is old; undefined if they are not. */
  ageWarning?: number;
  /** Whether what readers save opens without a connection. */
  offline: boolean;
  /** The pages for which share cards are drawn. */
  shareCards: ShareCardScope;
  images: ImageSettings;
  /** Undefined if the site has the look of the engine. */
  appearance?: Appearance;
  labels: LabelOverrides;
}

const timeZone = scalar((written): string | Fault => {
  const bare = bareValue(written);
  return isTimeZone(bare) ? bare : { tell: () => messages.notATimeZone(bare), ...nearestTimeZone(bare) };
});

/** Finds the time zone nearest to `written`: its name, or its city alone, differs in at most two letters. */
function nearestTimeZone(written: string): { meant?: string } {
  const name = written.toLowerCase().replace(/\s+/g, '_');
  const edits = (zone: string): number => {
    const city = zone.slice(zone.lastIndexOf('/') + 1);
    return Math.min(distance(name, zone.toLowerCase()), distance(name, city.toLowerCase()));
  };
  const [nearest] = Intl.supportedValuesOf('timeZone')
    .map((zone) => ({ zone, edits: edits(zone) }))
    .sort((a, b) => a.edits - b.edits);
  return nearest !== undefined && nearest.edits <= 2 ? { meant: nearest.zone } : {};
}

const menu = z.array(
  z.strictObject({ title: text.describe('ما يُكتب في القائمة'), url: link.describe('إلى أين يذهب') }),
);

/**
 * Words per minute of silent reading in Arabic. English is read at 238 silently and 183 aloud (Brysbaert 2019,
 * doi:10.1016/j.jml.2019.104047), and 17 languages aloud at 184±29 on average (IReST, doi:10.1167/iovs.11-8284). Arabic
 * is set lower than English because a word often includes its article, preposition and pronoun.
 */
const defaultReadingSpeed = 180;

/**
 * The setting of a rule that cannot be switched off: reordered text shows readers what nobody wrote (Trojan Source,
 * CVE-2021-42574).
 */
const alwaysOn = scalar((written): boolean | Fault => {
  const isOn = readBoolean(written);
  return isOn === false ? { tell: () => messages.bidiOverrideStays(), meant: 'true' } : isOn;
}).meta({ yamlType: 'boolean' });

const rules = z.strictObject(
  Object.fromEntries(
    ruleIds.map((id) => {
      const setting = id === 'bidi-override' ? alwaysOn : boolean;
      return [id, setting.optional().describe(ruleMeanings[id])];
    }),
  ) as Record<RuleId, z.ZodOptional<z.ZodType<boolean, string>>>,
);

/** The keys of `site.yaml`; a code editor shows the descriptions to the site's owner. */
export const siteSchema = z.strictObject({
  title: text.describe('اسم الموقع كما يظهر في رأس كل صفحة.'),
  tagline: text.optional().describe('شعار قصير تحت الاسم.'),
  description: text.describe('جملة تعرّف بالموقع لمحركات البحث والخلاصات.'),
  url: siteAddress.describe(
    'عنوان الموقع كما يفتحه القارئ: https://news.example، أو تحت مسار: https://user.github.io/news',
  ),
  'time-zone': timeZone
    .default('UTC')
    .describe('المنطقة الزمنية التي تُقرأ بها التواريخ وتُكتب، مثل Asia/Beirut. الأصل UTC.'),
  months: oneOf(monthVocabularies)
    .default('gulf-egypt')
    .describe(
      'أسماء الشهور: gulf-egypt يناير، levant كانون الثاني، algeria-tunisia جانفي، morocco، mauritania، dual اسمان معًا.',
    ),
  digits: oneOf(['latn', 'arab']).default('latn').describe('أرقام التواريخ والعدّادات: latn 123، أو arab ١٢٣.'),
  hijri: boolean.default(false).describe('true يضيف إلى التاريخ سطرًا هجريًّا تقريبيًّا.'),
  listen: boolean.default(true).describe('false يخفي زر «استمع»، الذي يقرأ المقال بصوت عربي في متصفح القارئ.'),
  permalink: oneOf(['short', 'readable'])
    .default('short')
    .describe('عنوان المقال: short /k7m2p/، أو readable /2026/08/اسم-الملف/.'),
  typesetting: boolean
    .default(true)
    .describe(
      'true يضبط الترقيم والاقتباس والمسافات في الصفحات كما ينبغي للعربية، وملفاتك كما هي. false يتركها كما كُتبت.',
    ),
  rules: rules
    .optional()
    .describe('قواعد النص العربي: اسم القاعدة ثم false لتعطيلها في الصفحات وفي npm run check. الأصل كلها مفعّلة.'),
  'reading-speed': positiveInteger
    .default(defaultReadingSpeed)
    .describe('كم كلمة تُقرأ في الدقيقة، وبها تُحسب مدة قراءة المقال. الأصل 180.'),
  comments: z
    .strictObject({
      provider: oneOf(commentProviders)
        .default('none')
        .describe(
          'الخدمة: none بلا تعليقات جديدة، form نموذج يُرسل إلى endpoint، waline، isso، remark42، giscus، embed إطار من endpoint يفتحه القارئ.',
        ),
      endpoint: url
        .optional()
        .describe('رابط الخدمة التي تستقبل التعليقات؛ لازم إلا مع none وgiscus. مع embed يحل رابط المقال محل {url}.'),
      'site-id': reference.optional().describe('اسم الموقع في remark42. الأصل remark.'),
      giscus: z
        .strictObject({
          repository: reference.describe('المستودع، مثل owner/name.'),
          'repository-id': reference.describe('معرّف المستودع كما يعطيه giscus.app.'),
          category: text.describe('اسم قسم النقاشات.'),
          'category-id': reference.describe('معرّف القسم كما يعطيه giscus.app.'),
        })
        .optional()
        .describe('ما يلزم giscus من مستودع النقاشات.'),
      'close-after': positiveInteger
        .optional()
        .describe('بعد كم يومًا من تاريخ المقال يُغلق باب التعليق عليه. الأصل ألا يُغلق.'),
      moderated: boolean
        .optional()
        .describe('true حين يقرأ محرر كل تعليق قبل نشره، فيقال ذلك للقارئ. الأصل true إلا مع remark42.'),
      terms: listOf(text)
        .optional()
        .describe('شروط التعليق، شرطًا في كل سطر. وإن طالت فاكتبها في ملف comment-terms.md بدلًا من هنا.'),
    })
    .optional()
    .describe('التعليقات وشروطها.'),
  share: anyListOf(oneOf(shareTargets), comma)
    .optional()
    .describe('أزرار المشاركة وترتيبها. الأصل كلها، و[] بلا أزرار.'),
  embeds: anyListOf(oneOf(embedProviders), comma)
    .optional()
    .describe('المواقع التي يصير عنوان صفحة منها وحده في سطر إطارًا يفتحه القارئ. الأصل كلها، و[] لا شيء منها.'),
  navigation: menu.optional().describe('روابط القائمة الرئيسة. الأصل الأقسام بترتيبها.'),
  footer: z
    .strictObject({
      text: text.optional().describe('سطر الحقوق.'),
      links: menu.optional().describe('روابط أسفل الصفحة.'),
    })
    .optional()
    .describe('أسفل كل صفحة.'),
  'front-page': z
    .strictObject({
      lead: anyListOf(reference, comma).optional().describe('معرّفات مقالات تتصدر الصفحة الأولى، بترتيبها.'),
    })
    .optional()
    .describe('الصفحة الأولى.'),
  offline: boolean
    .default(true)
    .describe(
      'true يفتح القارئ ما حفظه من دون اتصال. false يبقي القائمة المحفوظة روابط، ويزيل من أجهزة القراء ما خُزّن فيها من قبل.',
    ),
  ...ageWarningShape,
  ...followShape,
  ...labelShape,
  ...hostingShape,
  ...shareCardShape,
  ...imagesShape,
  ...syndicationShape,
  ...appearanceShape,
});

export interface ParsedSite {
  site: Site;
  places: Places;
  problems: Problem[];
}

/**
 * Reads `site.yaml`; `content` is undefined if there is no such file. Settings with a problem get their defaults, so
 * that the rest of the content can be checked.
 */
export function parseSite(content: string | undefined): ParsedSite {
  if (content === undefined) {
    const problem: Problem = { file: siteFile, line: 1, message: messages.missingSite() };
    return { site: completeSite({}), places: {}, problems: [problem] };
  }
  const source = readYaml(content, siteFile, 1);
  const { valid: written, problems } = validate(siteSchema, source);
  const valid = withEmptyFields(source, written);
  const missing = missingCommentSetting(valid.comments);
  if (missing !== undefined) {
    const path = ['comments', 'provider'];
    problems.push(problemAt(source, source.placeOfValue(path), path, missing));
  }
  const unsuited = checkAppearance(source, valid);
  problems.push(...unsuited);
  if (unsuited.length > 0) delete valid.appearance;
  problems.push(...checkFollow(source, valid));
  const unserved = checkImages(source, valid);
  problems.push(...unserved);
  if (unserved.length > 0) delete valid.images?.service;
  const asTyped = completeSite(valid);
  const typeset = typesetterOf(asTyped);
  const site = typeset ? completeSite(mapShownTexts(siteSchema, valid, typeset)) : asTyped;
  return {
    site,
    places: findPlaces(source, [
      'feeds',
      'front-page',
      'publisher',
      'comments',
      'navigation',
      'footer',
      'follow',
      'appearance',
    ]),
    problems,
  };
}

/** Returns the typesetter for strings outside bodies, such as titles; undefined if the site shows them as written. */
export function typesetterOf({ typesetting, disabledRules }: Site): Typesetter | undefined {
  if (!typesetting) return undefined;
  const rules = typesettingRules(disabledRules);
  return (written) => typeset(written, rules);
}

/** A link of the settings, with the keys that lead to it: `footer.links.0.url`. */
export interface SettingsLink {
  key: string;
  url: string;
}

/** Lists the valid links of menus and policies in `site.yaml`, even those beside a member that is invalid. */
export function readSettingsLinks(content: string): SettingsLink[] {
  const links: SettingsLink[] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) visit(member, `${key}.${name}`);
    } else if (/^(?:navigation|footer\.links|follow\.links)\.\d+\.url$|^publisher\.policies\.\w+$/.test(key)) {
      const { success, data } = link.safeParse(value);
      if (success) links.push({ key, url: data });
    }
  };
  const settings = readYaml(content, siteFile, 1).value ?? {};
  for (const name of ['navigation', 'footer', 'follow', 'publisher']) visit(settings[name], name);
  return links;
}

const articlePlace = /\{url\}|%7Burl%7D/gi;

/** Whether the endpoint of embedded comments has a place for the URL of an article. */
export function namesArticle(endpoint: string): boolean {
  return endpoint.search(articlePlace) !== -1;
}

function missingCommentSetting(comments: SiteSettings['comments']): string | undefined {
  const { provider = 'none', endpoint, giscus } = comments ?? {};
  if (provider === 'none') return undefined;
  if (provider === 'giscus') return giscus === undefined ? messages.giscusRequired() : undefined;
  return endpoint === undefined ? messages.endpointRequired(provider) : undefined;
}

type SiteSettings = Partial<z.output<typeof siteSchema>>;

function completeSite(settings: SiteSettings): Site {
  const { title, tagline, description, url, comments, footer } = settings;
  return {
    title: title ?? '',
    ...(tagline !== undefined && { tagline }),
    description: description ?? '',
    url: url ?? 'https://site.invalid',
    indexed: true,
    timeZone: settings['time-zone'] ?? 'UTC',
    months: settings.months ?? 'gulf-egypt',
    digits: settings.digits ?? 'latn',
    hijri: settings.hijri ?? false,
    listen: settings.listen ?? true,
    permalink: settings.permalink ?? 'short',
    typesetting: settings.typesetting ?? true,
    disabledRules: ruleIds.filter((id) => settings.rules?.[id] === false),
    readingSpeed: settings['reading-speed'] ?? defaultReadingSpeed,
    comments: completeComments(comments),
    share: settings.share ?? [...shareTargets],
    embeds: settings.embeds ?? [...embedProviders],
    navigation: settings.navigation ?? [],
    footer: { ...(footer?.text !== undefined && { text: footer.text }), links: footer?.links ?? [] },
    frontPage: { lead: settings['front-page']?.lead ?? [] },
    ...completeFollow(settings),
    ...completeHosting(settings),
    ...completeAgeWarning(settings),
    offline: settings.offline ?? true,
    ...completeImages(settings),
    ...completeShareCards(settings),
    labels: completeLabels(settings),
    ...completeSyndication(settings),
    ...completeAppearance(settings),
  };
}

function completeComments(settings: SiteSettings['comments']): CommentSettings {
  const { provider = 'none', endpoint, giscus, terms, moderated } = settings ?? {};
  const closeAfter = settings?.['close-after'];
  const isBase = provider === 'waline' || provider === 'isso' || provider === 'remark42';
  return {
    provider,
    ...(endpoint !== undefined && { endpoint: isBase ? endpoint.replace(/\/+$/, '') : endpoint }),
    siteId: settings?.['site-id'] ?? 'remark',
    ...(giscus && {
      giscus: {
        repository: giscus.repository,
        repositoryId: giscus['repository-id'],
        category: giscus.category,
        categoryId: giscus['category-id'],
      },
    }),
    ...(closeAfter !== undefined && { closeAfter }),
    moderated: moderated ?? provider !== 'remark42',
    terms: terms ?? [...defaultCommentTerms],
  };
}

/** Returns a JSON Schema of `site.yaml`, with which a code editor completes keys and shows their descriptions. */
export function siteJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(siteSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      const { yamlType, shown: _shown, refused: _refused, ...rest } = jsonSchema as Record<string, unknown>;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[key];
      Object.assign(jsonSchema, rest, yamlType !== undefined && { type: yamlType });
    },
  });
}
