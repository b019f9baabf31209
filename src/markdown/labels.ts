import type { EmbedKind, EmbedProvider } from '../lib/embeds/providers.ts';
import { replaceLabels } from '../lib/replace-labels.ts';

/** The words that the plugins add to a body. */
export interface Labels {
  /** Follows the text of an external link, for screen readers only. */
  externalLink: string;
  /** Heading of the footnotes. */
  footnotes: string;
  /** Accessible name of a footnote's link back to the text; `occurrence` counts its references, from 1. */
  backToText: (footnote: number, occurrence: number) => string;
  /** Accessible name of the scrollable region around a table; `number` counts the body's tables, from 1. */
  table: (number: number) => string;
  /** Accessible names of the checkboxes in a task list. */
  taskDone: string;
  taskOpen: string;
  /** Follows the text of a link to a file. `type` is a Latin name such as `PDF`. */
  fileDetails: (type: string, size: string) => string;
  /** The text of a link to a recording, and the accessible name of a player without a description. */
  recording: Record<'audio' | 'video', string>;
  embeds: {
    names: Record<EmbedProvider, string>;
    /** The titles of pages that an author names by their address alone. */
    titles: Record<EmbedProvider, string>;
    /** What a press does. */
    actions: Record<EmbedKind, string>;
    notice: (provider: string) => string;
  };
}

export const defaultLabels: Labels = {
  externalLink: '، رابط خارجي',
  footnotes: 'الحواشي',
  backToText: (footnote, occurrence) =>
    occurrence === 1
      ? `العودة إلى موضع الحاشية ${footnote} من النص`
      : `العودة إلى الموضع ${occurrence} للحاشية ${footnote} من النص`,
  table: (number) => `الجدول ${number}`,
  taskDone: 'مُنجَز',
  taskOpen: 'لم يُنجَز بعد',
  fileDetails: (type, size) => `(${type}، ${size})`,
  recording: { audio: 'تسجيل صوتي', video: 'مقطع مرئي' },
  embeds: {
    names: {
      youtube: 'يوتيوب',
      vimeo: 'فيميو',
      x: 'إكس',
      instagram: 'إنستغرام',
      facebook: 'فيسبوك',
      tiktok: 'تيك توك',
      telegram: 'تلغرام',
      soundcloud: 'ساوندكلاود',
      spotify: 'سبوتيفاي',
      openstreetmap: 'أوبن ستريت ماب',
      'google-maps': 'خرائط غوغل',
    },
    titles: {
      youtube: 'مقطع على يوتيوب',
      vimeo: 'مقطع على فيميو',
      x: 'منشور على إكس',
      instagram: 'منشور على إنستغرام',
      facebook: 'منشور على فيسبوك',
      tiktok: 'مقطع على تيك توك',
      telegram: 'منشور على تلغرام',
      soundcloud: 'تسجيل على ساوندكلاود',
      spotify: 'تسجيل على سبوتيفاي',
      openstreetmap: 'خريطة على أوبن ستريت ماب',
      'google-maps': 'موضع على خرائط غوغل',
    },
    actions: { video: 'شغّل المقطع', post: 'اعرض المنشور', audio: 'استمع إليه', map: 'اعرض الخريطة' },
    notice: (provider) => `يُعرض من ${provider}، ولا يتصل متصفحك به قبل أن تضغط.`,
  },
};

const known = new WeakMap<object, Labels>();

/**
 * Returns the words of the bodies of a site that replaces some of them, by keys such as `body.footnotes`. They are the
 * same object for the same `labels`, because all bodies of a site share their processors.
 */
export function bodyLabels(labels: Readonly<Record<string, string>>): Labels {
  const made = known.get(labels) ?? replaceLabels({ body: defaultLabels }, labels).body;
  known.set(labels, made);
  return made;
}
