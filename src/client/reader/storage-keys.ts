/*
 * The keys of what a site keeps on the reader's device. They carry its base path, because several sites may share an
 * origin.
 */

export const savedListKey = (base: string): string => `warraq-saved${base}`;
export const placesKey = (base: string): string => `warraq-places${base}`;
/** The titles of saved articles that were withdrawn and of which the reader does not know yet. */
export const withdrawnKey = (base: string): string => `warraq-withdrawn${base}`;
/** When the copies were refreshed last. */
export const refreshKey = (base: string): string => `warraq-refreshed${base}`;

const keysWithBase = [savedListKey, placesKey, withdrawnKey, refreshKey];

/**
 * Whether a key is one of those that the engine uses for a site. Keys of another site below the same origin end with
 * another base path; preferences and unsent comments have none, and belong to every site there.
 */
export function isKeyOf(base: string, key: string): boolean {
  const [keyWithBase] = keysWithBase.filter((keyOf) => key.startsWith(keyOf('')));
  return keyWithBase ? key === keyWithBase(base) : key.startsWith('warraq-');
}
