import { z } from 'zod';
import { oneOf, positiveInteger, shorthand } from './values.ts';

const hosts = ['none', 'cloudflare', 'netlify', 'vercel', 'github', 'gitlab', 'nginx', 'caddy'] as const;
export type HostName = (typeof hosts)[number];

/** The host of the site, for which redirects and headers are written. */
export interface Hosting {
  host: {
    name: HostName;
    /** The most files that the owner's plan at the host allows; default: those that the host's smallest plan allows. */
    files?: number;
  };
}

/** The keys of `site.yaml` about the host. */
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
      'أين يُنشر الموقع: cloudflare، netlify، vercel، github، gitlab، nginx، caddy. له تُكتب قواعد تحويل العناوين القديمة وما تحفظه المتصفحات وترويسات الأمان، ولا يُبنى ما يزيد على حدّه. الأصل none.',
    ),
};

const hostingSchema = z.strictObject(hostingShape);

/** Returns the settings with their defaults. */
export function completeHosting({ host }: Partial<z.output<typeof hostingSchema>>): Hosting {
  return { host: { name: host?.name ?? 'none', ...(host?.files !== undefined && { files: host.files }) } };
}
