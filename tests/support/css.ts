/**
 * Declarations that name a side of the screen rather than of the text: such a page breaks when its direction turns.
 * Takes the text of a style sheet, gives back each offending declaration.
 */
export function findPhysicalDeclarations(css: string): string[] {
  return declarations(css)
    .filter(({ property, value }) => isPhysicalProperty(property) || isPhysicalValue(property, value))
    .map(({ property, value }) => `${property}: ${value}`);
}

/** `letter-spacing` other than none: it tears the joins of Arabic letters. */
export function findLetterSpacing(css: string): string[] {
  return declarations(css)
    .filter(({ property, value }) => property === 'letter-spacing' && !/^(normal|0[a-z%]*|inherit|unset)$/.test(value))
    .map(({ property, value }) => `${property}: ${value}`);
}

/** The text of all `<style>` elements of an HTML page or an Astro component. */
export function styleElements(html: string): string {
  return [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n');
}

/** The text of all `style` attributes, as declarations. */
export function styleAttributes(html: string): string {
  return [...html.matchAll(/<[^<>]*\sstyle="([^"]*)"/g)].map(([, css]) => `x{${css}}`).join('\n');
}

interface Declaration {
  property: string;
  value: string;
}

function declarations(css: string): Declaration[] {
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/url\([^)]*\)/g, 'url()')
    .replace(/"[^"]*"|'[^']*'/g, '""');
  return [...plain.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^{};]+)(?=[;}])/gi)].map(
    ([, property = '', value = '']) => ({
      property: property.toLowerCase(),
      value: value
        .replace(/!important$/, '')
        .trim()
        .toLowerCase(),
    }),
  );
}

function isPhysicalProperty(property: string): boolean {
  return property.startsWith('--') ? false : /(^|-)(left|right)(-|$)/.test(property);
}

/** Properties whose values may name a side. */
const sided =
  /^(text-align|text-align-last|float|clear|caption-side|justify-(content|items|self)|.*-origin|.*-position|background)$/;
/** Shorthands for top, right, bottom, left. */
const fourSided = /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/;

function isPhysicalValue(property: string, value: string): boolean {
  if (sided.test(property)) return /(^|[\s,])(left|right)($|[\s,])/.test(value);
  if (!fourSided.test(property)) return false;
  const sides = value.split(/\s+(?![^(]*\))/);
  return sides.length === 4 && sides[1] !== sides[3];
}
