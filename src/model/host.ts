import type { Hosting, HostName } from '../schema/hosting.ts';

/** A file that configures the host; `path` is relative to the output folder. */
export interface HostFile {
  path: string;
  content: string;
}

/** The limits of a host. A limit that no newspaper reaches is left out. */
interface HostLimits {
  files?: number;
  fileBytes?: number;
  totalBytes?: number;
  /**
   * The maximum number of redirect rules. It is 0 if the host has no rules, or applies them only to paths without a
   * file, because there is a stub at the path of every redirect.
   */
  rules: number;
}

const mebibyte = 2 ** 20;

/**
 * From the documentation of the hosts (November 2026): Cloudflare, «Pages limits» and «Redirects»; GitLab, «GitLab
 * Pages settings»; GitHub, «GitHub Pages limits»; Vercel, «Limits». Netlify reads all rules for every request and
 * advises against more than a thousand. On hosts with 0 rules the stub pages redirect.
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

/**
 * Returns the limits of the site's host. `host.files` of `site.yaml` overrides the number of files, which depends on
 * the owner's plan.
 */
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

/** Finds each limit of the host that the output exceeds. */
export function findExcess({ files, bytes, largest }: OutputSize, limits: HostLimits): Excess[] {
  const { files: maxFiles = Number.POSITIVE_INFINITY, fileBytes, totalBytes } = limits;
  return [
    ...(files > maxFiles ? [{ kind: 'files' as const, count: files, limit: maxFiles }] : []),
    ...(fileBytes !== undefined && largest !== undefined && largest.bytes > fileBytes
      ? [{ kind: 'file-bytes' as const, ...largest, limit: fileBytes }]
      : []),
    ...(totalBytes !== undefined && bytes > totalBytes
      ? [{ kind: 'total-bytes' as const, bytes, limit: totalBytes }]
      : []),
  ];
}
