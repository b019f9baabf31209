import { describe, expect, it } from 'vitest';
import { digestText } from '../../src/lib/digest.ts';
import { findLetterSpacing, findPhysicalDeclarations, styleAttributes, styleElements } from '../support/css.ts';
import { sampleSite } from '../support/shared-sites.ts';

describe('the styles of the built site', () => {
  const site = sampleSite();
  const ours = site.files().filter((file) => !file.startsWith('pagefind/'));
  const styles = ours.flatMap((file) => {
    if (file.endsWith('.css')) return [{ file, css: site.read(file) }];
    if (!file.endsWith('.html')) return [];
    const html = site.read(file);
    return [{ file, css: `${styleElements(html)}\n${styleAttributes(html)}` }];
  });

  it('exist', () => {
    expect(styles.map(({ css }) => css).join('')).toContain('margin-inline');
  });

  it('are in style sheets with a digest of the content in their names, because browsers cache a sheet by its name', () => {
    const sheets = ours.filter((file) => file.endsWith('.css') && file.startsWith('_astro/'));
    expect(sheets.length).toBeGreaterThan(3);
    for (const file of sheets) expect(file).toContain(`.${digestText(site.read(file)).slice(0, 8)}.css`);
  });

  it('have no declaration that names left or right', () => {
    expect(
      styles.flatMap(({ file, css }) => findPhysicalDeclarations(css).map((found) => `${file}: ${found}`)),
    ).toEqual([]);
  });

  it('have no letter spacing', () => {
    expect(styles.flatMap(({ file, css }) => findLetterSpacing(css).map((found) => `${file}: ${found}`))).toEqual([]);
  });
});
