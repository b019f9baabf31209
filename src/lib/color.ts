/** A colour of sRGB, written `#rrggbb` in lower case. */
export type HexColor = string;

/** A colour in OKLCH, in which equal distances look equal: lightness from 0 to 1, chroma from 0, hue in radians. */
interface Oklch {
  lightness: number;
  chroma: number;
  hue: number;
}

type Triple = readonly [number, number, number];

/** Reads `#abc` and `#aabbcc`; undefined for everything else. */
export function readHexColor(written: string): HexColor | undefined {
  const digits = /^#((?:[\da-f]{3}){1,2})$/i.exec(written)?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
}

/** Returns the contrast ratio of two colours by WCAG 2.2, from 1 to 21. */
export function contrastOf(one: HexColor, other: HexColor): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Mixes two colours in OKLab: `share` 0 is the first, 1 the second. */
export function mixColors(first: HexColor, second: HexColor, share: number): HexColor {
  const [from, to] = [toOklab(first), toOklab(second)];
  return fromOklab(from.map((part, index) => part + ((to[index] ?? part) - part) * share) as unknown as Triple);
}

export function toOklch(color: HexColor): Oklch {
  const [lightness, a, b] = toOklab(color);
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

const steps = 16;

/** Returns the colour of sRGB with this lightness and hue, and with the chroma or the nearest that a screen can show. */
export function fromOklch({ lightness, chroma, hue }: Oklch): HexColor {
  const withChroma = (part: number): Triple => [lightness, part * Math.cos(hue), part * Math.sin(hue)];
  if (isShowable(withChroma(chroma))) return fromOklab(withChroma(chroma));
  let [least, most] = [0, chroma];
  for (let step = 0; step < steps; step++) {
    const middle = (least + most) / 2;
    if (isShowable(withChroma(middle))) least = middle;
    else most = middle;
  }
  return fromOklab(withChroma(least));
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(color: HexColor): number {
  const [red, green, blue] = linearOf(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linearOf(color: HexColor): Triple {
  const parts = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255);
  return parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Triple;
}

/** https://www.w3.org/TR/css-color-4/#color-conversion-code */
function toOklab(color: HexColor): Triple {
  const [red, green, blue] = linearOf(color);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function toLinear([lightness, a, b]: Triple): Triple {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** What rounding may add to a part that is 0 or 1. */
const tolerance = 1e-4;

function isShowable(color: Triple): boolean {
  return toLinear(color).every((part) => part >= -tolerance && part <= 1 + tolerance);
}

function fromOklab(color: Triple): HexColor {
  const bytes = toLinear(color).map((part) => {
    const encoded = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, encoded)) * 255);
  });
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
