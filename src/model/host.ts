import type { Hosting, HostName } from '../schema/hosting.ts';

/** A file that the output holds for its host; `path` is relative to the output. */
export interface HostFile {
  path: string;
  content: string;
}

/** What a host takes; without a number there is no limit that a newspaper meets. */
export interface HostLimits {
  files?: number;
  fileBytes?: number;
  totalBytes?: number;
  /** Of redirect rules. */
  rules: number;
}

const mebibyte = 2 ** 20;

/**
 * As the hosts document them (November 2026): Cloudflare, «Pages limits» and «Redirects»; GitLab, «GitLab Pages settings»;
 * GitHub, «GitHub Pages limits»; Vercel, «Limits». Netlify takes more rules but reads them all for every request, and advises
 * against more than a thousand. Rules are 0 where files come before rules or there are none: there the stubs do the work.
 */
const limits: Readonly<Record<HostName, HostLimits>> = {
  none: { rules: 0 },
  cloudflare: { files: 20_000, fileBytes: 25 * mebibyte, rules: 2000 },
  netlify: { rules: 1000 },
  vercel: { rules: 1024 },
  github: { totalBytes: 1_000_000_000, rules: 0 },
  gitlab: { files: 200_000, rules: 0 },
  nginx: { rules: Number.POSITIVE_INFINITY },
  caddy: { rules: Number.POSITIVE_INFINITY },
};

/** The limits of the site's host, with the number of files that the owner's plan takes. */
export function hostLimits({ host }: Hosting): HostLimits {
  return { ...limits[host.name], ...(host.files !== undefined && { files: host.files }) };
}

export interface OutputSize {
  files: number;
  bytes: number;
  largest?: { path: string; bytes: number };
}

export type Excess =
  | { kind: 'files'; count: number; limit: number }
  | { kind: 'file-bytes'; path: string; bytes: number; limit: number }
  | { kind: 'total-bytes'; bytes: number; limit: number };

/** Each limit of the host that the output exceeds. */
export function findExcess({ files, bytes, largest }: OutputSize, limits: HostLimits): Excess[] {
  const { files: most = Number.POSITIVE_INFINITY, fileBytes, totalBytes } = limits;
  return [
    ...(files > most ? [{ kind: 'files' as const, count: files, limit: most }] : []),
    ...(fileBytes !== undefined && largest !== undefined && largest.bytes > fileBytes
      ? [{ kind: 'file-bytes' as const, ...largest, limit: fileBytes }]
      : []),
    ...(totalBytes !== undefined && bytes > totalBytes
      ? [{ kind: 'total-bytes' as const, bytes, limit: totalBytes }]
      : []),
  ];
}
