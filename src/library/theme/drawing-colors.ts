import { Parser } from 'htmlparser2';
import { readHexColor } from '../../lib/color.ts';

type Attributes = Readonly<Record<string, string>>;

const paints = ['fill', 'stroke', 'color', 'stop-color', 'flood-color', 'lighting-color'];
const paintDeclaration = /(?<![\w-])(fill|stroke|color|stop-color|flood-color|lighting-color)\s*:\s*([^;{}!]+)/gi;
/** What paints nothing, or with the colour of something else. */
const isNoColor = /^(?:none|transparent|currentcolor|inherit|context-\w+|url\()/;
/** What drawing programs write for black, besides `#000`. */
const blacks = new Set(['black', 'rgb(0,0,0)', 'rgb(0, 0, 0)']);
const black = '#000000';

/** What is filled with black unless something else is written. */
const filledShapes = new Set('path rect circle ellipse polyline polygon text textPath tspan flowRoot'.split(' '));
/** Their colours are not seen: only their area or their brightness counts. */
const unseen = new Set(['clipPath', 'mask']);
/** What makes colours of its own. */
const colorful = /^(?:image|fe(?:Image|ColorMatrix|ComponentTransfer|Flood|DropShadow|Turbulence|\w+Lighting))$/;

/** What an open element has: whether a fill and a colour are written for it, and whether it is seen. */
interface Scope {
  fill: boolean;
  color: boolean;
  isSeen: boolean;
}

/**
 * Whether a drawing has one colour. Shapes of which no fill is written count as black. Where it is not clear which
 * colours a drawing has, it has many.
 */
export function isOfOneColor(xml: string): boolean {
  const colors = new Set<string>();
  const sheet = styleSheetOf(xml);
  for (const [, , value = ''] of sheet.matchAll(paintDeclaration)) addColor(colors, value);
  const painted = paintedBy(sheet);
  const open: Scope[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(enter(name.replace(/^.*:/, ''), attributes, open.at(-1)));
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return colors.size <= 1;

  function enter(name: string, attributes: Attributes, outer?: Scope): Scope {
    const own = paintsOf(attributes);
    const isPainted = (paint: string) => own.has(paint) || selectorsOf(name, attributes).some(painted(paint));
    const scope = {
      fill: isPainted('fill') || (outer?.fill ?? false),
      color: isPainted('color') || (outer?.color ?? false),
      isSeen: (outer?.isSeen ?? true) && !unseen.has(name),
    };
    if (!scope.isSeen) return scope;
    for (const value of own.values()) addColor(colors, value);
    const takesColor = [...own.values()].some((value) => /^currentcolor$/i.test(value.trim()));
    if (filledShapes.has(name) && !scope.fill) colors.add(black);
    if (name === 'stop' && !isPainted('stop-color')) colors.add(black);
    if (takesColor && !scope.color) colors.add(black);
    const changesColor = paints.includes(attributes.attributeName ?? '');
    if (colorful.test(name) || changesColor) for (const part of ['light', 'dark']) colors.add(`${name} ${part}`);
    return scope;
  }
}

function addColor(colors: Set<string>, written: string): void {
  const color = written.trim().toLowerCase();
  if (color === '' || isNoColor.test(color)) return;
  colors.add(blacks.has(color) ? black : (readHexColor(color) ?? color));
}

/** Returns the paints that are written at an element itself. `inherit` says nothing of its own. */
function paintsOf(attributes: Attributes): Map<string, string> {
  const written = [
    ...paints.map((paint): [string, string] => [paint, attributes[paint] ?? '']),
    ...[...(attributes.style ?? '').matchAll(paintDeclaration)].map(([, paint = '', value = '']): [string, string] => [
      paint.toLowerCase(),
      value,
    ]),
  ];
  return new Map(written.filter(([, value]) => !/^\s*(?:inherit\s*)?$/i.test(value)));
}

function styleSheetOf(xml: string): string {
  let sheet = '';
  let isStyle = false;
  const parser = new Parser(
    {
      onopentag(name) {
        isStyle = /^(?:.*:)?style$/.test(name);
      },
      ontext(text) {
        if (isStyle) sheet += text;
      },
      onclosetag() {
        isStyle = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return sheet;
}

/** The simple selectors that may paint an element. */
function selectorsOf(name: string, attributes: Attributes): string[] {
  const classes = (attributes.class ?? '').split(/\s+/).map((one) => `.${one}`);
  return ['*', name, `#${attributes.id ?? ''}`, ...classes];
}

/**
 * Returns for each paint whether a simple selector surely has it. At-rules may not apply, so that a sheet with any
 * surely paints nothing.
 */
function paintedBy(sheet: string): (paint: string) => (selector: string) => boolean {
  const painted = new Set<string>();
  const css = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '');
  for (const rule of css.includes('@') ? [] : css.split('}')) {
    const [selectors = '', declarations = ''] = rule.split('{');
    for (const [, paint = ''] of declarations.matchAll(paintDeclaration))
      for (const selector of selectors.split(',')) painted.add(`${paint.toLowerCase()} ${selector.trim()}`);
  }
  return (paint) => (selector) => painted.has(`${paint} ${selector}`);
}
