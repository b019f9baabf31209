/**
 * The words that `labels` in `site.yaml` replaces, by the paths of their keys. None here: when the pages of a site are
 * compiled, `site-build/astro/site-labels.ts` puts those of the site in the place of this module.
 */
export const siteLabels: Readonly<Record<string, string>> = {};
