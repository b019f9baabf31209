import type { EngineFont, FontRole } from '../schema/appearance.ts';

/**
 * The names under which style sheets and share cards know the fonts of the engine. Headlines in Naskh have its drawn
 * bold, which text does without: it would cost the readers of every bold word another 14 KB.
 */
export const engineFamilies: Readonly<Record<FontRole, Record<EngineFont, string>>> = {
  headlines: { naskh: 'Warraq Naskh Bold', sans: 'Warraq Sans' },
  text: { naskh: 'Warraq Naskh', sans: 'Warraq Sans' },
};

/** The same for the newsroom's own fonts. */
export const ownFamilies: Readonly<Record<FontRole, string>> = {
  headlines: 'Newsroom Headlines',
  text: 'Newsroom Text',
};

/** The fonts of the engine where the newsroom chooses none. */
export const usualFonts: Readonly<Record<FontRole, EngineFont>> = { headlines: 'sans', text: 'naskh' };
