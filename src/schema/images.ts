import { z } from 'zod';
import { type ImageServiceName, imageServiceNames, servesAt, servesOn } from '../lib/image-services.ts';
import { mediaAddress, secureAddress } from '../lib/media-addresses.ts';
import type { HostName } from './hosting.ts';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { siteAddress } from './site-address.ts';
import {
  anyListOf,
  comma,
  type Fault,
  isFault,
  listOf,
  naturalNumber,
  oneOf,
  readPositiveInteger,
  scalar,
} from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { problemAt } from './yaml/problem-at.ts';
import type { YamlSource } from './yaml/types.ts';

const imageFormats = ['avif', 'webp'] as const;
type ImageFormat = (typeof imageFormats)[number];

/** How the photographs of a site are published. */
export interface ImageSettings {
  /** The formats besides JPEG and PNG, the one that browsers prefer first. */
  formats: ImageFormat[];
  /** In pixels, ascending, without duplicates. */
  widths: number[];
  /** How long a build makes sizes of photos; undefined if it makes all of them. */
  minutes?: number;
  /** What makes the sizes when they are asked for; undefined if builds make them. */
  service?: ChosenImageService;
  /** Where the folder of images lies that content names by `/media/…`: an encrypted address that ends with `/`. */
  media?: string;
}

interface ChosenImageService {
  name: ImageServiceName;
  /** Of imgproxy, without a slash at its end. */
  address?: string;
}

export const defaultImageSettings: Readonly<ImageSettings> = { formats: ['webp'], widths: [320, 800, 1400] };

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
  widths: listOf(width, comma).optional().describe('المقاسات التي تُنشر بها كل صورة، بالبكسل. الأصل 320 و800 و1400.'),
  service: oneOf(imageServiceNames)
    .optional()
    .describe(
      'من يصنع المقاسات حين تُطلب، فلا تُصنع في البناء: cloudflare، أو netlify، أو vercel، أو imgproxy، أو none-but-originals لمن لا يريد مقاسات.',
    ),
  imgproxy: siteAddress.optional().describe('عنوان خادم imgproxy عندكم، لمن اختاره في service.'),
  minutes: naturalNumber
    .optional()
    .describe(
      'كم دقيقةً يصنع البناء الواحد مقاسات الصور. ما لم يلحق به ينشره كما هو إلى أن تصنعها الأبنية التالية، ويبدأ بالأحدث. الأصل أن يصنعها كلها.',
    ),
  media: mediaBase
    .optional()
    .describe('عنوان مجلد الصور المحفوظ خارج المستودع. وما سُمّي في المحتوى ‎/media/2026/x.jpg‎ فهو 2026/x.jpg تحته.'),
});

/** The key of `site.yaml` about photographs. */
export const imagesShape = {
  images: imagesSchema
    .optional()
    .describe('صيغ الصور ومقاساتها ومن يصنعها. كل صيغة وكل مقاس ملف آخر لكل صورة، إلا مع service.'),
};

interface WrittenSettings {
  images?: z.output<typeof imagesSchema> | undefined;
  host?: { name: HostName } | undefined;
  url?: string | undefined;
}

/** Reports a service that does not work where the site is published, or whose address is missing or cannot be used. */
export function checkImages(source: YamlSource, { images = {}, host, url = '' }: WrittenSettings): Problem[] {
  const { service, imgproxy } = images;
  const at = (key: 'service' | 'imgproxy', message: string, meant?: string): Problem[] => {
    const path = ['images', key];
    return [problemAt(source, source.placeOfValue(path), path, message, meant)];
  };
  if (imgproxy !== undefined && service !== 'imgproxy') return at('imgproxy', messages.imgproxyUnused());
  if (service === undefined) return [];
  const secure = url.startsWith('https:') && imgproxy !== undefined ? secureAddress(imgproxy) : undefined;
  if (secure !== undefined) return at('imgproxy', messages.imgproxyNotSecure(imgproxy ?? ''), secure);
  if (service === 'imgproxy' && imgproxy === undefined) return at('service', messages.imgproxyWithoutAddress());
  if (host !== undefined && !servesOn(service, host.name))
    return at('service', messages.serviceOfOtherHost(service, host.name), serviceFor(host.name));
  const { hostname = '' } = URL.parse(url) ?? {};
  if (!servesAt(service, hostname)) return at('service', messages.serviceWithoutZone(hostname), 'none-but-originals');
  return [];
}

/** The service that a host has itself, if it has one. */
function serviceFor(host: HostName): ImageServiceName {
  return host === 'cloudflare' || host === 'netlify' || host === 'vercel' ? host : 'none-but-originals';
}

/** Returns the settings with their defaults. A service that lacks its address is left out. */
export function completeImages(settings: WrittenSettings): { images: ImageSettings } {
  const { service, imgproxy, ...written } = settings.images ?? {};
  const { formats = defaultImageSettings.formats, widths = defaultImageSettings.widths, minutes, media } = written;
  const address = service === 'imgproxy' ? imgproxy : undefined;
  const isComplete = service !== undefined && (service !== 'imgproxy' || address !== undefined);
  return {
    images: {
      formats: imageFormats.filter((format) => formats.includes(format)),
      widths: [...new Set(widths)].sort((a, b) => a - b),
      ...(isComplete && { service: { name: service, ...(address !== undefined && { address }) } }),
      ...(minutes !== undefined && { minutes }),
      ...(media !== undefined && { media }),
    },
  };
}
