/** What a drawing may consist of: SVG 1.1 and 2 without everything that runs code, frames content or loads files. */

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** The elements of the SVG namespace. Names are case-sensitive. */
export const drawingElements: ReadonlySet<string> = new Set(
  [
    'svg g defs symbol use switch a title desc metadata view style',
    'path rect circle ellipse line polyline polygon image',
    'text tspan textPath tref flowRoot flowRegion flowPara flowSpan flowDiv flowLine',
    'linearGradient radialGradient stop pattern mask clipPath marker hatch hatchpath solidColor solidcolor',
    'mesh meshGradient meshgradient meshRow meshrow meshPatch meshpatch',
    'filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting',
    'feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage',
    'feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence',
    'animate animateColor animateMotion animateTransform set mpath',
    'font font-face font-face-src font-face-name font-face-format glyph missing-glyph hkern vkern',
  ].flatMap((line) => line.split(' ')),
);

/**
 * The beginnings of the namespaces in which drawing programs keep their own data. Browsers give no element of these
 * namespaces a meaning, unlike those of XHTML and MathML.
 */
export const editorNamespaces: readonly string[] = [
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://www.w3.org/2000/01/rdf-schema#',
  'http://purl.org/dc/',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://xmlns.com/foaf/',
  'http://www.inkscape.org/namespaces/',
  'http://sodipodi.sourceforge.net/',
  'http://ns.adobe.com/',
  'adobe:ns:meta/',
  'http://iptc.org/',
  'http://ns.useplus.org/',
  'http://www.bohemiancoding.com/sketch/',
  'http://www.serif.com/',
  'http://www.corel.com/',
  'http://schemas.microsoft.com/visio/',
  'http://xml.openoffice.org/svg/',
  'http://www.figma.com/',
  'http://vectornator.io',
  'https://boxy-svg.com',
  'http://krita.org/',
];

/** Elements that browsers run code for, in whatever namespace they are written. */
export const scriptElements: ReadonlySet<string> = new Set(
  'script handler listener foreignobject iframe frame object embed applet'.split(' '),
);

export const animationElements: ReadonlySet<string> = new Set(
  'animate animateColor animateMotion animateTransform set'.split(' '),
);

/** The attributes that animations may change: numbers, lengths, colours and shapes, none that names a resource. */
export const animatedAttributes: ReadonlySet<string> = new Set(
  [
    'x y x1 x2 y1 y2 cx cy r rx ry dx dy fx fy fr width height d points viewBox pathLength',
    'transform gradientTransform patternTransform rotate offset startOffset textLength',
    'opacity visibility display color fill fill-opacity stroke stroke-opacity stroke-width stroke-dasharray',
    'stroke-dashoffset stroke-miterlimit stop-color stop-opacity flood-color flood-opacity lighting-color',
    'font-size font-weight letter-spacing word-spacing clip-path filter mask',
    'stdDeviation baseFrequency numOctaves seed scale radius surfaceScale azimuth elevation values k1 k2 k3 k4',
  ].flatMap((line) => line.split(' ')),
);

/** Presentation attributes whose value may be an image. */
export const imageAttributes: ReadonlySet<string> = new Set(
  'fill stroke filter mask clip-path cursor marker marker-start marker-mid marker-end'.split(' '),
);
