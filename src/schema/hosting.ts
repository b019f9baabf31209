import { z } from 'zod';
import { oneOf, positiveInteger, shorthand } from './values.ts';

export const hosts = ['none', 'cloudflare', 'netlify', 'vercel', 'github', 'gitlab', 'nginx', 'caddy'] as const;
export type HostName = (typeof hosts)[number];

/** Where the built site goes, and what is made for that place. */
export interface Hosting {
  host: {
    name: HostName;
    /** The number of files that the owner's plan takes, where it is not the host's smallest. */
    files?: number;
  };
}

/** The keys of `site.yaml` that are about the place where the site is published. */
export const hostingShape = {
  host: shorthand(
    'name',
    z.strictObject({
      name: oneOf(hosts).describe('اسم المضيف.'),
      files: positiveInteger.optional().describe('أقصى عدد من الملفات تقبله خطتك عنده، مثل 100000.'),
    }),
  )
    .optional()
    .describe(
      'أين يُنشر الموقع: cloudflare، netlify، vercel، github، gitlab، nginx، caddy. له تُكتب قواعد تحويل العناوين القديمة وما تحفظه المتصفحات، ولا يُبنى ما يزيد على حدّه. الأصل none.',
    ),
};

const hostingSchema = z.strictObject(hostingShape);

/** The settings with their defaults. */
export function completeHosting({ host }: Partial<z.output<typeof hostingSchema>>): Hosting {
  return { host: { name: host?.name ?? 'none', ...(host?.files !== undefined && { files: host.files }) } };
}
