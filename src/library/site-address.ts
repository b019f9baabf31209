import { readUrl } from '../schema/values.ts';

/** The address that a site is built for in the place of `url` in `site.yaml`. */
interface SiteAddress {
  /** Like `Site.url`: no trailing slash. */
  url: string;
  /** The variable that names it. */
  variable: string;
}

/**
 * Reads the address that the environment variables name: `SITE_URL`, or what a host sets for previews. Undefined if they
 * name none, and without `url` if the value of `SITE_URL` is no address.
 */
export function readSiteAddress(variables: NodeJS.ProcessEnv): SiteAddress | { written: string } | undefined {
  const { SITE_URL: written } = variables;
  if (written) {
    const url = toSiteUrl(written);
    return url === undefined ? { written } : { url, variable: 'SITE_URL' };
  }
  const [variable, address] = previewOf(variables) ?? [];
  const url = address && toSiteUrl(address);
  return variable && url ? { url, variable } : undefined;
}

/** Branches that Cloudflare Pages publishes, unless a project names another one. No variable tells which it is. */
const productionBranches = ['main', 'master', 'production'];

/** Returns the variable with the address of a preview, and the address; undefined in a build for production. */
function previewOf(variables: NodeJS.ProcessEnv): [variable: string, address: string] | undefined {
  const { NETLIFY, CONTEXT, VERCEL_ENV, CF_PAGES, CF_PAGES_BRANCH } = variables;
  const first = (...names: string[]): [string, string] | undefined => {
    const name = names.find((one) => variables[one]);
    return name === undefined ? undefined : [name, variables[name] as string];
  };
  // https://docs.netlify.com/build/configure-builds/environment-variables/: CONTEXT is `production`, `deploy-preview`,
  // `branch-deploy`, the name of a branch, or `dev` on the developer's machine.
  if (NETLIFY && CONTEXT && CONTEXT !== 'production' && CONTEXT !== 'dev')
    return first('DEPLOY_PRIME_URL', 'DEPLOY_URL');
  // https://vercel.com/docs/environment-variables/system-environment-variables: the domains have no `https://`.
  if (VERCEL_ENV === 'preview') {
    const [name, domain] = first('VERCEL_BRANCH_URL', 'VERCEL_URL') ?? [];
    return name === undefined ? undefined : [name, `https://${domain}`];
  }
  // https://developers.cloudflare.com/pages/configuration/build-configuration/#environment-variables. Workers Builds set
  // WORKERS_CI_BRANCH, but no address: https://developers.cloudflare.com/changelog/2025-06-10-default-env-vars/
  if (CF_PAGES && CF_PAGES_BRANCH && !productionBranches.includes(CF_PAGES_BRANCH)) return first('CF_PAGES_URL');
  return undefined;
}

/** Returns an address as `Site.url` has it; undefined if it is none. */
function toSiteUrl(written: string): string | undefined {
  const address = readUrl(written.trim());
  if (address === undefined) return undefined;
  const { origin, pathname, search, hash, username, password } = new URL(address);
  if (search || hash || username || password) return undefined;
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}
