/**
 * Finds declarations that name a physical side (left, right) instead of a logical one (start, end), because they break
 * when the text direction changes. Returns each such declaration of a style sheet.
 */
export function findPhysicalDeclarations(css: string): string[] {
  return declarations(css)
    .filter(({ property, value }) => isPhysicalProperty(property) || isPhysicalValue(property, value))
    .map(({ property, value }) => `${property}: ${value}`);
}

/** Finds `letter-spacing` other than zero, because it breaks the joins between Arabic letters. */
export function findLetterSpacing(css: string): string[] {
  return declarations(css)
    .filter(({ property, value }) => property === 'letter-spacing' && !/^(normal|0[a-z%]*|inherit|unset)$/.test(value))
    .map(({ property, value }) => `${property}: ${value}`);
}

/** Returns the joined content of all `<style>` elements of an HTML page or an Astro component. */
export function styleElements(html: string): string {
  return [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n');
}

/** Returns the joined declarations of all `style` attributes. */
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

/** Properties whose values may name a physical side. */
const sided =
  /^(text-align|text-align-last|float|clear|caption-side|justify-(content|items|self)|.*-origin|.*-position|background)$/;
/** Shorthand properties with four values: top, right, bottom and left. */
const fourSided = /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/;

function isPhysicalValue(property: string, value: string): boolean {
  if (sided.test(property)) return /(^|[\s,])(left|right)($|[\s,])/.test(value);
  if (!fourSided.test(property)) return false;
  const sides = value.split(/\s+(?![^(]*\))/);
  return sides.length === 4 && sides[1] !== sides[3];
}
