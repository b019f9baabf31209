import { z } from 'zod';
import { messages } from './messages.ts';
import { type Fault, link, oneOf, readUrl, reference, scalar, text, url } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';

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

const fieldName = scalar((written): string | Fault => {
  const bare = bareValue(written);
  return /^[^\s"'<>&=]{1,80}$/.test(bare) ? bare : { tell: (key) => messages.notAFieldName(bare, key) };
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

/** Returns the channels in the order of the engine, then those that the newsroom names, and the newsletter. */
export function completeFollow(settings: Partial<z.output<typeof followSchema>>): Follow {
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
    emailField: form['email-field'] ?? 'email',
    hidden: { ...Object.fromEntries(new URLSearchParams(query)), ...form.hidden },
    ...(form.consent !== undefined && { consent: { text: form.consent, field: form['consent-field'] ?? 'consent' } }),
  };
}
