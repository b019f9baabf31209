import { siteAddress } from '../schema/site-address.ts';

/**
 * The address that a site is built for in the place of `url` in `site.yaml`. Without `url`, a host builds a preview and
 * does not say where readers find it.
 */
export interface StagingAddress {
  /** Like `Site.url`: no trailing slash. */
  url?: string;
  /** The variable that names it. */
  variable: string;
}

/** What `SITE_URL` has instead of the address of a site, and the address that was probably meant. */
export interface BadAddress {
  written: string;
  meant?: string;
}

/** Reads the address that the environment variables name: `SITE_URL`, or what a host sets for previews. */
export function readStagingAddress(variables: NodeJS.ProcessEnv): StagingAddress | BadAddress | undefined {
  const { SITE_URL: written } = variables;
  if (written) {
    const read = siteAddress.safeParse(written.trim());
    if (read.success) return { url: read.data, variable: 'SITE_URL' };
    const [issue] = read.error.issues;
    const meant = issue?.code === 'custom' ? issue.params?.meant : undefined;
    return { written, ...(typeof meant === 'string' && { meant }) };
  }
  const preview = previewOf(variables);
  if (preview === undefined) return undefined;
  const { data: url } = siteAddress.safeParse(preview.address ?? '');
  return { variable: preview.variable, ...(url !== undefined && { url }) };
}

/** Branches that Cloudflare Pages publishes, unless a project names another one. No variable tells which it is. */
const productionBranches = ['main', 'master', 'production'];

/** Returns the variable that has the address of a preview, and the address; undefined in a build for production. */
function previewOf(variables: NodeJS.ProcessEnv): { variable: string; address?: string | undefined } | undefined {
  const { NETLIFY, CONTEXT, VERCEL_ENV, CF_PAGES, CF_PAGES_BRANCH } = variables;
  const first = (usual: string, other: string) => (variables[usual] || !variables[other] ? usual : other);
  // https://docs.netlify.com/build/configure-builds/environment-variables/: CONTEXT is `production`, `deploy-preview`,
  // `branch-deploy`, the name of a branch, or `dev` on the developer's machine.
  if (NETLIFY && CONTEXT && CONTEXT !== 'production' && CONTEXT !== 'dev') {
    const variable = first('DEPLOY_PRIME_URL', 'DEPLOY_URL');
    return { variable, address: variables[variable] };
  }
  // https://vercel.com/docs/environment-variables/system-environment-variables: the domains have no `https://`.
  if (VERCEL_ENV === 'preview') {
    const variable = first('VERCEL_BRANCH_URL', 'VERCEL_URL');
    return { variable, address: variables[variable] && `https://${variables[variable]}` };
  }
  // https://developers.cloudflare.com/pages/configuration/build-configuration/#environment-variables. Workers Builds set
  // WORKERS_CI_BRANCH, but no address: https://developers.cloudflare.com/changelog/2025-06-10-default-env-vars/
  if (CF_PAGES && CF_PAGES_BRANCH && !productionBranches.includes(CF_PAGES_BRANCH))
    return { variable: 'CF_PAGES_URL', address: variables.CF_PAGES_URL };
  return undefined;
}
