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
