import { z } from 'zod';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { type Fault, link, oneOf, readUrl, reference, scalar, text, url } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { problemAt } from './yaml/problem-at.ts';
import type { YamlSource } from './yaml/types.ts';

const networks = [
  'whatsapp',
  'telegram',
  'x',
  'facebook',
  'instagram',
  'youtube',
  'tiktok',
  'threads',
  'bluesky',
  'mastodon',
  'linkedin',
] as const;

/** A service on which readers follow a newsroom; `strings/interface.ts` has its name. */
export type FollowNetwork = (typeof networks)[number];

/** Where readers follow the newsroom: on a network that the engine names, or at a link that the newsroom names. */
export type Channel = { network: FollowNetwork; url: string } | { title: string; url: string };

/** The form of a newsletter at any provider, which browsers send to `action`. */
export interface Newsletter {
  action: string;
  method: 'post' | 'get';
  /** What the newsletter is, in a sentence of the newsroom. */
  text?: string;
  emailField: string;
  /** Fields that readers do not see, by their names. */
  hidden: Record<string, string>;
  /** What readers agree to; the form is sent only when they have. */
  consent?: { text: string; field: string };
}

export interface Follow {
  follow: { channels: Channel[]; newsletter?: Newsletter };
}

/** The names of fields that providers use most. */
const defaultFields = { email: 'email', consent: 'consent' };

function isFieldName(name: string): boolean {
  return /^[^\s"'<>&=]{1,80}$/.test(name);
}

const fieldName = scalar((written): string | Fault => {
  const bare = bareValue(written);
  return isFieldName(bare) ? bare : { tell: (key) => messages.notAFieldName(bare, key) };
});

/** Browsers send the addresses of readers there, so nobody on the way may read them. */
const formAddress = scalar((written): string | Fault => {
  // The form of a provider is HTML, where `&` is written `&amp;`.
  const bare = bareValue(written).replaceAll('&amp;', '&');
  const address = readUrl(bare);
  const isSafe = address !== undefined && /^https:\/\/[^/@]+(?:\/|$)/i.test(address);
  return isSafe ? address : { tell: (key) => messages.notAFormAddress(bare, key) };
});

const newsletter = z.strictObject({
  action: formAddress.describe('الرابط الذي يُرسل إليه النموذج، كما في خاصية action من نموذج مزوّد النشرة.'),
  method: oneOf(['post', 'get']).optional().describe('طريقة الإرسال: post أو get. الأصل post.'),
  text: text.optional().describe('جملة تقول ما في النشرة ومتى تصل.'),
  'email-field': fieldName.optional().describe('اسم حقل البريد كما في نموذج المزوّد، مثل EMAIL. الأصل email.'),
  hidden: z
    .record(z.string(), reference)
    .optional()
    .describe('الحقول الخفية في نموذج المزوّد: اسم الحقل ثم قيمته، كل حقل في سطر.'),
  consent: text.optional().describe('ما يوافق عليه القارئ قبل الإرسال، بجانب مربع يؤشّر عليه.'),
  'consent-field': fieldName.optional().describe('اسم حقل الموافقة كما في نموذج المزوّد. الأصل consent.'),
});

/** The key of `site.yaml` about how readers follow the newsroom. */
export const followShape = {
  follow: z
    .strictObject({
      ...(Object.fromEntries(
        networks.map((network) => [network, url.optional().describe('رابط قناة الصحيفة أو صفحتها هناك.')]),
      ) as Record<FollowNetwork, z.ZodOptional<z.ZodType<string, string>>>),
      links: z
        .array(z.strictObject({ title: text.describe('ما يُكتب للقارئ'), url: link.describe('إلى أين يذهب') }))
        .optional()
        .describe('قنوات أخرى باسمها ورابطها.'),
      newsletter: newsletter.optional().describe('النشرة البريدية عند أي مزوّد: ما في نموذجه من رابط وحقول.'),
    })
    .optional()
    .describe('أين يتابع القراء الصحيفة: قنواتها ونشرتها البريدية.'),
};

const followSchema = z.strictObject(followShape);
type FollowSettings = Partial<z.output<typeof followSchema>>;

const hiddenPath = ['follow', 'newsletter', 'hidden'];

/** Returns the settings with the hidden fields that have no value: forms of providers have such, against robots. */
export function withEmptyFields<Settings extends FollowSettings>(source: YamlSource, settings: Settings): Settings {
  const { follow } = settings;
  const empty = source.emptyKeysIn(hiddenPath);
  if (follow?.newsletter === undefined || empty.length === 0) return settings;
  const hidden = { ...follow.newsletter.hidden, ...Object.fromEntries(empty.map((name) => [name, ''])) };
  return { ...settings, follow: { ...follow, newsletter: { ...follow.newsletter, hidden } } };
}

/** Reports fields of the newsletter's form that browsers would send wrongly or not at all. */
export function checkFollow(source: YamlSource, { follow }: FollowSettings): Problem[] {
  const form = follow?.newsletter;
  if (form === undefined) return [];
  const { consent, 'email-field': emailField = defaultFields.email, 'consent-field': consentField } = form;
  const shown = [emailField, ...(consent === undefined ? [] : [consentField ?? defaultFields.consent])];
  const ofNames = Object.keys(form.hidden ?? {}).flatMap((name) => {
    const path = [...hiddenPath, name];
    const at = (message: string) => [problemAt(source, source.placeOfKey(path), path, message)];
    if (!isFieldName(name)) return at(messages.notAFieldName(name, 'hidden'));
    return shown.includes(name) ? at(messages.fieldTwice(name)) : [];
  });
  if (consent !== undefined || consentField === undefined) return ofNames;
  const path = ['follow', 'newsletter', 'consent-field'];
  return [...ofNames, problemAt(source, source.placeOfKey(path), path, messages.consentFieldAlone())];
}

/** Returns the channels in the order of the engine, then those that the newsroom names, and the newsletter. */
export function completeFollow(settings: FollowSettings): Follow {
  const { follow = {} } = settings;
  const named = networks.flatMap((network) => {
    const address = follow[network];
    return address === undefined ? [] : [{ network, url: address }];
  });
  const form = completeNewsletter(follow.newsletter);
  return { follow: { channels: [...named, ...(follow.links ?? [])], ...(form && { newsletter: form }) } };
}

function completeNewsletter(form: Partial<z.output<typeof newsletter>> | undefined): Newsletter | undefined {
  if (form?.action === undefined) return undefined;
  const method = form.method ?? 'post';
  // A form that is sent by GET replaces the query of its address by its own fields.
  const [action = '', query = ''] = method === 'get' ? form.action.split(/\?(.*)/s) : [form.action];
  return {
    action,
    method,
    ...(form.text !== undefined && { text: form.text }),
    emailField: form['email-field'] ?? defaultFields.email,
    hidden: { ...Object.fromEntries(new URLSearchParams(query)), ...form.hidden },
    ...(form.consent !== undefined && {
      consent: { text: form.consent, field: form['consent-field'] ?? defaultFields.consent },
    }),
  };
}
