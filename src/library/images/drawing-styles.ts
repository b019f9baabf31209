/** At-rules that load nothing; `@import` does. */
const allowedRules = new Set(
  'media supports container layer property keyframes -webkit-keyframes font-face page charset namespace'.split(' '),
);

/**
 * Functions of CSS values and selectors that load nothing, and `url`, whose target is checked separately. Among the
 * others are `image-set`, `image`, `cross-fade` and `src`, which take a URL as a string.
 */
const allowedFunctions = new Set(
  [
    'url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark icc-color device-cmyk',
    'var env attr calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log exp',
    'matrix matrix3d perspective rotate rotate3d rotatex rotatey rotatez scale scale3d scalex scaley scalez',
    'skew skewx skewy translate translate3d translatex translatey translatez',
    'blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia',
    'linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient',
    'circle ellipse inset polygon path rect xywh ray cubic-bezier linear steps counter counters',
    'format tech local not is where has lang dir nth-child nth-last-child nth-of-type nth-last-of-type and or',
  ].flatMap((line) => line.split(' ')),
);

const safeTarget = /^url\(\s*(["']?)(?:#[^"'()\s]*|data:image\/(?:png|jpe?g|webp|gif)[;,][^"'()\s]*)\1\s*\)/i;

/** Finds in CSS what loads something from outside the file, as it would be written; undefined if there is nothing. */
export function findOutsideLoad(css: string): string | undefined {
  const written = unescapeCss(css);
  for (const [rule, name = ''] of written.matchAll(/(?<![\w.-])@([\w-]*)/g)) {
    if (!allowedRules.has(name.toLowerCase())) return rule;
  }
  for (const [, name = ''] of written.matchAll(/([\w-]+)\(/g)) {
    if (!allowedFunctions.has(name.toLowerCase())) return `${name}()`;
  }
  return findOutsideUrl(css);
}

/** Finds `url(…)` with a target outside the file, in any attribute: some of them are read as CSS. */
export function findOutsideUrl(css: string): string | undefined {
  const written = unescapeCss(css);
  for (const { index } of written.matchAll(/url\(/gi)) {
    if (!safeTarget.test(written.slice(index))) return /^[^)]*\)?/.exec(written.slice(index))?.[0];
  }
  return undefined;
}

/** Decodes the escapes of CSS (https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point): `\75 rl` → `url`. */
export function unescapeCss(css: string): string {
  if (!css.includes('\\')) return css;
  return css.replace(/\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|(\r\n|[\s\S]))/gi, (_, code?: string, literal = '') => {
    if (code === undefined) return /\s/.test(literal) ? '' : literal;
    const point = Number.parseInt(code, 16);
    return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
  });
}
