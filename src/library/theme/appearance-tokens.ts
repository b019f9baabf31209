import { defaultPalettes, type Palette } from '../../lib/palette.ts';
import type { Appearance, Density, EngineFont, FontRole } from '../../schema/appearance.ts';
import { engineFamilies, ownFamilies, usualFonts } from '../font-families.ts';

/** A file of a newsroom's font, published under a name with a hash of its content. */
export interface FontFace {
  role: FontRole;
  fileName: string;
  weight: [number, number];
}

/** The tokens of src/styles/tokens.css for the two families, and what follows them where a font is missing. */
const familyTokens: Record<FontRole, string> = { headlines: '--sans', text: '--naskh' };
const fallbacks: Record<EngineFont, string> = {
  naskh: `'Local Naskh', 'Local Naskh Sans', serif`,
  sans: `'Local Sans', 'Local Sans Noto', 'Local Sans Naskh', sans-serif`,
};
const roles: readonly FontRole[] = ['headlines', 'text'];

/**
 * The steps of space and the leading of each density. The three smallest steps, which keep the parts of a button or of
 * a line apart, stay as they are.
 */
const densityTokens: Record<Exclude<Density, 'normal'>, Record<string, string>> = {
  compact: {
    '--space-4': '0.875rem',
    '--space-5': '1.125rem',
    '--space-6': '1.625rem',
    '--space-7': '2.5rem',
    '--space-8': '3.5rem',
    '--leading-body': '1.7',
    '--leading-meta': '1.5',
    '--leading-head': '1.3',
  },
  airy: {
    '--space-4': '1.125rem',
    '--space-5': '1.875rem',
    '--space-6': '3rem',
    '--space-7': '4.75rem',
    '--space-8': '6.5rem',
    '--leading-body': '1.95',
    '--leading-meta': '1.7',
    '--leading-head': '1.45',
  },
};

/** Writes the declarations of the tokens that an appearance changes: colours apart, which paper does not take. */
export function writeTokens({ palettes, fonts, density }: Appearance): { colors: string; others: string } {
  const family = roles.flatMap((role): [string, string][] => {
    const font = fonts[role];
    if (font === undefined || font === usualFonts[role]) return [];
    const first = typeof font === 'string' ? engineFamilies[role][font] : ownFamilies[role];
    return [[familyTokens[role], `'${first}', ${fallbacks[typeof font === 'string' ? font : usualFonts[role]]}`]];
  });
  return {
    colors: declare(palettes ? changedColors(palettes) : []),
    others: declare([...family, ...Object.entries(density === undefined ? {} : densityTokens[density])]),
  };
}

/** Writes the style sheet of an appearance. What is printed keeps its black and white. */
export function writeAppearance(appearance: Appearance, faces: readonly FontFace[]): string {
  const { colors, others } = writeTokens(appearance);
  const blocks = [
    ...(others === '' ? [] : [`  :root {\n${others}  }\n`]),
    ...(colors === '' ? [] : [`  @media not print {\n  :root {\n${colors}  }\n  }\n`]),
  ];
  const layer = blocks.length === 0 ? '' : `@layer owner.appearance {\n${blocks.join('')}}\n`;
  return faces.map(writeFace).join('') + layer;
}

/** The families of the engine that pages still show text in. */
export function usedEngineFamilies({ fonts }: Appearance): string[] {
  return roles.flatMap((role) => {
    const font = fonts[role] ?? usualFonts[role];
    return typeof font === 'string' ? engineFamilies[role][font] : [];
  });
}

function changedColors({ light, dark }: { light: Palette; dark: Palette }): [string, string][] {
  const names = Object.keys(defaultPalettes.light) as (keyof Palette)[];
  return names
    .filter((name) => light[name] !== defaultPalettes.light[name] || dark[name] !== defaultPalettes.dark[name])
    .map((name) => [`--${name}`, `light-dark(${light[name]}, ${dark[name]})`]);
}

function declare(declarations: readonly [string, string][]): string {
  return declarations.map(([name, value]) => `    ${name}: ${value};\n`).join('');
}

function writeFace({ role, fileName, weight: [least, most] }: FontFace): string {
  const weight = least === most ? String(least) : `${least} ${most}`;
  return [
    '@font-face {',
    `  font-family: '${ownFamilies[role]}';`,
    `  font-weight: ${weight};`,
    '  font-display: swap;',
    `  src: url('${fileName}') format('woff2');`,
    '}\n',
  ].join('\n');
}
