import address from './search-worker.ts?worker&url';

/** The part of the Trusted Types API that is used here: https://www.w3.org/TR/trusted-types/ */
interface TrustedTypes {
  createPolicy(name: 'warraq', rules: { createScriptURL(): string }): { createScriptURL(input: string): string };
}

let trusted: string | undefined;

/**
 * Returns the URL of the worker's script. Under Trusted Types browsers accept it only from a policy. The policy of the
 * search ignores its argument, so that nobody can get another URL accepted. A policy can be created once. Its name is in
 * the site's content policy (`model/content-policy.ts`).
 */
export function workerScript(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trusted ??= trustedTypes?.createPolicy('warraq', { createScriptURL: () => address }).createScriptURL('') ?? address;
  return trusted;
}
