import { z } from 'zod';
import { mediaAddress, secureAddress } from '../lib/media-addresses.ts';
import { messages } from './messages.ts';
import { anyListOf, comma, type Fault, isFault, listOf, oneOf, readPositiveInteger, scalar } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';

const imageFormats = ['avif', 'webp'] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** How the photographs of a site are published. */
export interface ImageSettings {
  /** The formats besides JPEG and PNG, the one that browsers prefer first. */
  formats: ImageFormat[];
  /** In pixels, ascending, without duplicates. */
  widths: number[];
  /** Where the folder of images lies that content names by `/media/…`: an encrypted address that ends with `/`. */
  media?: string;
}

export const defaultImageSettings: Readonly<ImageSettings> = { formats: ['webp'], widths: [320, 800, 1200] };

const widthLimits = { least: 64, most: 4000 };

const width = scalar((written): number | Fault => {
  const number = readPositiveInteger(written);
  const isWidth = !isFault(number) && number >= widthLimits.least && number <= widthLimits.most;
  return isWidth ? number : { tell: () => messages.notAnImageWidth(bareValue(written), widthLimits) };
}).meta({ yamlType: 'integer' });

const mediaBase = scalar((written): string | Fault => {
  const bare = bareValue(written);
  const withSlash = bare.endsWith('/') ? bare : `${bare}/`;
  const address = /[?#]/.test(bare) ? undefined : mediaAddress(withSlash);
  if (address !== undefined) return address;
  const meant = secureAddress(withSlash);
  return { tell: () => messages.notAMediaBase(bare), ...(meant !== undefined && { meant }) };
});

const imagesSchema = z.strictObject({
  formats: anyListOf(oneOf(imageFormats), comma)
    .optional()
    .describe('صيغ الصور إلى جانب JPEG: webp، وavif. الأصل webp وحدها، و[] تكتفي بـJPEG.'),
  widths: listOf(width, comma).optional().describe('المقاسات التي تُنشر بها كل صورة، بالبكسل. الأصل 320 و800 و1200.'),
  media: mediaBase
    .optional()
    .describe('عنوان مجلد الصور المحفوظ خارج المستودع. وما سُمّي في المحتوى ‎/media/2026/x.jpg‎ فهو 2026/x.jpg تحته.'),
});

/** The key of `site.yaml` about photographs. */
export const imagesShape = {
  images: imagesSchema.optional().describe('صيغ الصور ومقاساتها. كل صيغة وكل مقاس ملف آخر لكل صورة.'),
};

/** Returns the settings with their defaults. */
export function completeImages(settings: { images?: z.output<typeof imagesSchema> | undefined }): {
  images: ImageSettings;
} {
  const { formats = defaultImageSettings.formats, widths = defaultImageSettings.widths, media } = settings.images ?? {};
  return {
    images: {
      formats: imageFormats.filter((format) => formats.includes(format)),
      widths: [...new Set(widths)].sort((a, b) => a - b),
      ...(media !== undefined && { media }),
    },
  };
}
