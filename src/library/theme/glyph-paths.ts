/**
 * Joins the glyphs of a line of text, as Takumi draws it, to one path. A drawing holds each glyph once, as a path that
 * begins with its only absolute point, and says where it is used. Undefined if it holds anything else, such as the
 * picture of an emoji, or no glyph at all.
 */
export function joinGlyphs(drawing: string): { width: number; path: string } | undefined {
  const [, width = ''] = /^<svg [^>]*?width="([\d.]+)"/.exec(drawing) ?? [];
  const paths = new Map([...drawing.matchAll(/<path id="(\w+)" d="([^"]+)"\/>/g)].map(([, id, path]) => [id, path]));
  const uses = [...drawing.matchAll(/<use href="#(\w+)" x="([-\d.]+)" y="([-\d.]+)"(?: fill="[^"]*")?\/>/g)];
  const elements = [...drawing.matchAll(/<(?!\/|svg|g[ >]|defs)\w+/g)];
  if (uses.length === 0 || width === '' || elements.length !== uses.length + paths.size) return undefined;
  const glyphs = uses.map(([, id, x, y]) => moveGlyph(paths.get(id) ?? '', Number(x), Number(y)));
  return glyphs.includes(undefined) ? undefined : { width: Math.ceil(Number(width)), path: glyphs.join('') };
}

/** Moves a path whose only absolute command is its first. */
function moveGlyph(path: string, x: number, y: number): string | undefined {
  const [begin = '', startX, startY] = /^M(-?[\d.]+)[ ,]?(-?[\d.]+)/.exec(path) ?? [];
  const rest = path.slice(begin.length);
  if (begin === '' || /[A-Y]/.test(rest)) return undefined;
  return `M${Math.round(x + Number(startX))} ${Math.round(y + Number(startY))}${rest}`;
}
