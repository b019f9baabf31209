/** SVG files that tests put before the check of drawings, and before a browser. */

/** What the check must say of a drawing. */
export interface RefusedDrawing {
  name: string;
  svg: string;
  reason: 'script' | 'outside' | 'foreign' | 'encoding';
  found: string;
  /** Whether Chromium runs it or asks for a file when the drawing is opened by its own URL, and then is clicked. */
  isLive?: boolean;
}

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const elsewhere = 'https://elsewhere.example/x';
const run = 'alert(1)';

/** Makes a drawing of 100×100 pixels, with further attributes for its root. */
function drawing(content: string, attributes = ''): string {
  const namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  return `<svg ${namespaces} width="100" height="100"${attributes && ` ${attributes}`}>${content}</svg>`;
}

const square = '<rect width="100" height="100"/>';
const xhtml = 'xmlns:h="http://www.w3.org/1999/xhtml"';

type Vector = [name: string, svg: string, found: string, isLive?: 'live'];

const scripts: Vector[] = [
  ['a script', drawing(`<script>${run}</script>`), '<script>', 'live'],
  ['a script in CDATA', drawing(`<script><![CDATA[${run}]]></script>`), '<script>', 'live'],
  ['a script from elsewhere', drawing(`<script href="${elsewhere}.js"/>`), '<script>', 'live'],
  [
    'a script under another prefix of SVG',
    drawing(`<v:script>${run}</v:script>`, 'xmlns:v="http://www.w3.org/2000/svg"'),
    '<v:script>',
    'live',
  ],
  ['a script of XHTML', drawing(`<h:script>${run}</h:script>`, xhtml), '<h:script>', 'live'],
  [
    'a script of XHTML without a prefix',
    drawing(`<g><script xmlns="http://www.w3.org/1999/xhtml">${run}</script></g>`),
    '<script>',
    'live',
  ],
  ['a script in metadata', drawing(`<metadata><h:script>${run}</h:script></metadata>`, xhtml), '<h:script>', 'live'],
  [
    'a script in a drawing that is a prefix itself',
    `<s:svg xmlns:s="http://www.w3.org/2000/svg" width="9" height="9"><s:script>${run}</s:script></s:svg>`,
    '<s:script>',
    'live',
  ],
  ['a script whose tag spans lines', drawing(`<script\n\t>${run}</script\n>`), '<script>', 'live'],
  [
    'a script after a misleading comment',
    drawing(`<!--><a b="--><script>${run}</script><!--"></a>-->`),
    '<script>',
    'live',
  ],
  [
    'a script after a misleading processing instruction',
    drawing(`<?xpacket > <!-- ?><script>${run}</script><?xpacket --> ?>`),
    '<script>',
    'live',
  ],
  [
    'a script after misleading CDATA',
    drawing(`<desc><![CDATA[<!--]]></desc><script>${run}</script><!-- -->`),
    '<script>',
    'live',
  ],
  [
    'HTML inside',
    drawing(`<foreignObject width="9" height="9"><h:img src="x:" onerror="${run}"/></foreignObject>`, xhtml),
    '<foreignObject>',
    'live',
  ],
  [
    'HTML inside, under another prefix',
    drawing(
      `<v:foreignObject width="9" height="9"><h:iframe src="${elsewhere}"/></v:foreignObject>`,
      `${xhtml} xmlns:v="http://www.w3.org/2000/svg"`,
    ),
    '<v:foreignObject>',
    'live',
  ],
  ['a frame', drawing(`<h:iframe src="javascript:${run}"/>`, xhtml), '<h:iframe>', 'live'],
  ['a handler of SVG Tiny', drawing(`<handler type="text/javascript">${run}</handler>`), '<handler>'],
  ['an event of the root', drawing(square, `onload="${run}"`), 'onload="alert(1)"', 'live'],
  [
    'an event of an element',
    drawing(`<rect width="100" height="100" onclick="${run}"/>`),
    'onclick="alert(1)"',
    'live',
  ],
  [
    'an event of an animation',
    drawing(`<animate attributeName="x" dur="1ms" onbegin="${run}"/>`),
    'onbegin="alert(1)"',
    'live',
  ],
  [
    'an event in line breaks and single quotes',
    drawing(square, `\n\tonload\n=\n'${run}'`),
    'onload="alert(1)"',
    'live',
  ],
  ['an event in capitals', drawing(square, `onLoad="${run}"`), 'onLoad="alert(1)"'],
  [
    'an event under a prefix',
    drawing(square, `xmlns:v="http://www.w3.org/2000/svg" v:onload="${run}"`),
    'v:onload="alert(1)"',
  ],
  ['an event whose code is references', drawing(square, 'onload="&#97;lert&#x28;1)"'), 'onload="alert(1)"', 'live'],
  ['a link that runs', drawing(`<a href="javascript:${run}">${square}</a>`), 'href="javascript:alert(1)"', 'live'],
  [
    'a link of XLink that runs',
    drawing(`<a xlink:href="javascript:${run}">${square}</a>`),
    'xlink:href="javascript:alert(1)"',
    'live',
  ],
  [
    'a link that runs, with a reference for a letter',
    drawing(`<a href="&#106;avascript:${run}">${square}</a>`),
    'href="javascript:alert(1)"',
    'live',
  ],
  [
    'a link that runs, with a line break',
    drawing(`<a href="java&#x0A;script:${run}">${square}</a>`),
    'href="java script:alert(1)"',
    'live',
  ],
  [
    'a link that runs, with a tab and capitals',
    drawing(`<a href=" JAVA&#9;Script:${run}">${square}</a>`),
    'href="JAVA Script:alert(1)"',
    'live',
  ],
  [
    'a link that runs, under another prefix',
    drawing(`<a l:href="javascript:${run}">${square}</a>`, 'xmlns:l="http://www.w3.org/1999/xlink"'),
    'l:href="javascript:alert(1)"',
    'live',
  ],
  ['a link that runs VBScript', drawing(`<a href="vbscript:${run}">${square}</a>`), 'href="vbscript:alert(1)"'],
  [
    'a link that is made to run',
    drawing(`<a>${square}<set attributeName="href" to="javascript:${run}"/></a>`),
    'attributeName="href"',
    'live',
  ],
  [
    'a link of XLink that is made to run',
    drawing(
      `<a>${square}<animate attributeName="xlink:href" values="javascript:${run}" begin="0s" fill="freeze"/></a>`,
    ),
    'attributeName="xlink:href"',
    'live',
  ],
  [
    'an animation with a link that runs',
    drawing(`<animate attributeName="fill" values="#fff;javascript:${run}"/>`),
    'values="#fff;javascript:alert(1)"',
  ],
  ['an animated event', drawing(`<set attributeName="onclick" to="${run}"/>`), 'attributeName="onclick"'],
];

const outside: Vector[] = [
  [
    'an image from elsewhere',
    drawing(`<image href="${elsewhere}.png" width="9" height="9"/>`),
    `href="${elsewhere}.png"`,
    'live',
  ],
  [
    'an image of XLink from elsewhere',
    drawing(`<image xlink:href="${elsewhere}.png" width="9" height="9"/>`),
    `xlink:href="${elsewhere}.png"`,
    'live',
  ],
  [
    'an image without a scheme',
    drawing('<image href="//elsewhere.example/x.png" width="9" height="9"/>'),
    'href="//elsewhere.example/x.png"',
    'live',
  ],
  ['an image beside the drawing', drawing('<image href="x.png" width="9" height="9"/>'), 'href="x.png"', 'live'],
  [
    'an embedded drawing',
    drawing(`<image href="data:image/svg+xml,&lt;svg/>" width="9" height="9"/>`),
    'href="data:image/svg+xml,<svg/>"',
  ],
  ['an embedded page', drawing(`<image href="data:text/html,x" width="9" height="9"/>`), 'href="data:text/html,x"'],
  [
    'an image of a filter',
    drawing(`<filter id="f"><feImage href="${elsewhere}.png"/></filter><rect width="9" height="9" filter="url(#f)"/>`),
    `href="${elsewhere}.png"`,
    'live',
  ],
  ['a use of another file', drawing(`<use href="${elsewhere}.svg#a"/>`), `href="${elsewhere}.svg#a"`],
  [
    'a use of an embedded drawing',
    drawing('<use href="data:image/svg+xml,&lt;svg/>#a"/>'),
    'href="data:image/svg+xml,<svg/>#a"',
  ],
  [
    'a use of an embedded picture',
    drawing('<use href="data:image/png;base64,AA=="/>'),
    'href="data:image/png;base64,AA=="',
  ],
  [
    'a gradient in another file',
    drawing(`<linearGradient id="g" xlink:href="${elsewhere}.svg#a"/>`),
    `xlink:href="${elsewhere}.svg#a"`,
  ],
  [
    'a filling in another file',
    drawing(`<rect width="9" height="9" fill="url(${elsewhere}.svg#a)"/>`),
    `fill="url(${elsewhere}.svg#a)"`,
    'live',
  ],
  [
    'a filter in another file',
    drawing(`<rect width="9" height="9" filter="url('${elsewhere}.svg#a')"/>`),
    `filter="url('${elsewhere}.svg#a')"`,
  ],
  [
    'a mask that is a set of images',
    drawing(`<rect width="9" height="9" mask="image-set('${elsewhere}.png' 1x)"/>`),
    `mask="image-set('${elsewhere}.png' 1x)"`,
    'live',
  ],
  [
    'a pointer from elsewhere',
    drawing(`<rect width="9" height="9" cursor="url(${elsewhere}.png), auto"/>`),
    `cursor="url(${elsewhere}.png), auto"`,
    'live',
  ],
  [
    'a style with a picture',
    drawing(`<rect width="9" height="9" style="mask: url( &quot;${elsewhere}.png&quot; )"/>`),
    `style="mask: url( "${elsewhere}.png" )"`,
    'live',
  ],
  [
    'a style with an escaped function',
    drawing(`<rect width="9" height="9" style="mask: u\\72 l(${elsewhere}.png)"/>`),
    `style="mask: u\\72 l(${elsewhere}.png)"`,
    'live',
  ],
  [
    'a style with a comment that is none',
    drawing(`<rect width="9" height="9" style="mask: /* \\*/ url(${elsewhere}.png)"/>`),
    `style="mask: /* \\*/ url(${elsewhere}.png)"`,
    'live',
  ],
  ['a style sheet that imports', drawing(`<style>@import "${elsewhere}.css";</style>`), '@import', 'live'],
  ['a style sheet that imports by url()', drawing(`<style>@import url(${elsewhere}.css);</style>`), '@import', 'live'],
  [
    'a style sheet that imports in CDATA and capitals',
    drawing(`<style><![CDATA[@IMPORT "${elsewhere}.css";]]></style>`),
    '@IMPORT',
    'live',
  ],
  [
    'a style sheet that imports with escapes',
    drawing(`<style>@\\69mport "${elsewhere}.css";</style>`),
    '@import',
    'live',
  ],
  [
    'a style sheet that imports after a comment of XML',
    drawing(`<style>@im<!-- -->port "${elsewhere}.css";</style>`),
    '@import',
    'live',
  ],
  [
    'a style sheet of XHTML that imports',
    drawing(`<h:style>@import "${elsewhere}.css";</h:style>`, xhtml),
    '<h:style>',
    'live',
  ],
  [
    'a style sheet with a picture',
    drawing(`<style>svg { background: url(${elsewhere}.png) }</style>`),
    `url(${elsewhere}.png)`,
    'live',
  ],
  [
    'a style sheet with a set of images',
    drawing(`<style>svg { background: image-set("${elsewhere}.png" 1x) }</style>`),
    'image-set()',
    'live',
  ],
  [
    'a style sheet with a font',
    drawing(
      `<style>@font-face { font-family: f; src: url("${elsewhere}.woff2") } text { font-family: f }</style><text y="20">x</text>`,
    ),
    `url("${elsewhere}.woff2")`,
    'live',
  ],
  ['a base for its references', drawing('<image href="#x"/>', `xml:base="${elsewhere}"`), `xml:base="${elsewhere}"`],
  [
    'a link without encryption',
    drawing(`<a href="http://elsewhere.example/">${square}</a>`),
    'href="http://elsewhere.example/"',
    'live',
  ],
  [
    'a link that reports clicks',
    drawing(`<a href="https://elsewhere.example/" ping="${elsewhere}">${square}</a>`),
    `ping="${elsewhere}"`,
    'live',
  ],
];

const foreign: Vector[] = [
  [
    'a style sheet that makes another document',
    `<?xml-stylesheet type="text/xsl" href="${elsewhere}.xsl"?>${drawing(square)}`,
    '<?xml-stylesheet>',
  ],
  [
    'a style sheet beside the drawing',
    `<?xml-stylesheet href="${elsewhere}.css"?>${drawing(square)}`,
    '<?xml-stylesheet>',
    'live',
  ],
  [
    'an entity',
    `<!DOCTYPE svg [<!ENTITY e "&#60;script>${run}&#60;/script>">]>${drawing('&e;')}`,
    '<!DOCTYPE>',
    'live',
  ],
  ['a DOCTYPE from elsewhere', `<!DOCTYPE svg SYSTEM "${elsewhere}.dtd">${drawing(square)}`, '<!DOCTYPE>'],
  [
    'the DOCTYPE of XHTML',
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">${drawing(square)}`,
    '<!DOCTYPE>',
  ],
  ['a picture of XHTML', drawing(`<h:img src="${elsewhere}.png"/>`, xhtml), '<h:img>', 'live'],
  ['a style sheet of XHTML', drawing(`<h:link rel="stylesheet" href="${elsewhere}.css"/>`, xhtml), '<h:link>', 'live'],
  [
    'a refresh of XHTML',
    drawing(`<h:meta http-equiv="refresh" content="0;url=${elsewhere}"/>`, xhtml),
    '<h:meta>',
    'live',
  ],
  ['a base of XHTML', drawing(`<h:base href="${elsewhere}"/>`, xhtml), '<h:base>'],
  ['a video of XHTML', drawing(`<h:video src="${elsewhere}.mp4"/>`, xhtml), '<h:video>', 'live'],
  ['a formula', drawing('<m:math/>', 'xmlns:m="http://www.w3.org/1998/Math/MathML"'), '<m:math>'],
  [
    'an inclusion',
    drawing(`<i:include href="${elsewhere}.svg"/>`, 'xmlns:i="http://www.w3.org/2001/XInclude"'),
    '<i:include>',
  ],
  ['an element that SVG does not have', drawing('<blink/>'), '<blink>'],
  ['an element in the letter case of HTML', drawing('<lineargradient/>'), '<lineargradient>'],
  ['an element inside a style sheet', drawing(`<style>@im<g>x</g>port "${elsewhere}.css";</style>`), '<g>', 'live'],
];

const encodings: Vector[] = [
  ['UTF-7', `<?xml version="1.0" encoding="UTF-7"?>${drawing('+ADw-script+AD4-')}`, 'UTF-7'],
  ['ISO-2022-JP', `<?xml version='1.0' encoding='ISO-2022-JP'?>${drawing(square)}`, 'ISO-2022-JP'],
  [
    'Arabic letters in Windows-1256',
    `<?xml version="1.0" encoding="windows-1256"?>${drawing('<text>نص</text>')}`,
    'windows-1256',
  ],
];

const refused = (reason: RefusedDrawing['reason'], vectors: readonly Vector[]): RefusedDrawing[] =>
  vectors.map(([name, svg, found, isLive]) => {
    // Elements of XHTML are refused as such, whatever they would load.
    const isForeign = reason === 'outside' && found.startsWith('<');
    return { name, svg, reason: isForeign ? 'foreign' : reason, found, ...(isLive && { isLive: true }) };
  });

export const refusedDrawings: RefusedDrawing[] = [
  ...refused('script', scripts),
  ...refused('outside', outside),
  ...refused('foreign', foreign),
  ...refused('encoding', encodings),
];

/** Drawings as drawing programs write them, which must be accepted. */
export const acceptedDrawings: [name: string, svg: string][] = [
  ['a plain drawing', drawing(square)],
  ['a drawing without a namespace', '<svg width="9" height="9"><path d="M0 0h9v9z"/></svg>'],
  [
    'the DOCTYPE and the comments of Illustrator',
    `<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: Adobe Illustrator 27.0 -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${drawing('<style type="text/css">\n\t.st0{fill:#FFFFFF;clip-path:url(#c);}\n</style><clipPath id="c"><rect width="9" height="9"/></clipPath><g id="طبقة_1"><path class="st0" d="M1,1"/></g>', 'version="1.1" x="0px" y="0px" style="enable-background:new 0 0 9 9;" xml:space="preserve"')}`,
  ],
  [
    'the data of Inkscape',
    drawing(
      '<sodipodi:namedview id="n" pagecolor="#ffffff" inkscape:zoom="1"/><metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata><g inkscape:label="x(1)" inkscape:groupmode="layer" style="display:inline;fill:url(#g)"/><linearGradient id="g" xlink:href="#h"/><linearGradient id="h"/>',
      'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" sodipodi:docname="خريطة.svg" inkscape:version="1.3"',
    ),
  ],
  [
    'the attributes of Sketch and Figma',
    drawing(
      '<title>خريطة</title><desc>Created with Sketch.</desc><g id="Page-1" sketch:type="MSPage" data-name="Group (2)" filter="url(#f)"/><filter id="f" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="b"/><feBlend in="SourceGraphic" in2="b"/></filter>',
      'xmlns:sketch="http://www.bohemiancoding.com/sketch/ns" fill="none"',
    ),
  ],
  ['an embedded photograph', drawing(`<image width="9" height="9" xlink:href="data:image/png;base64,&#10;${pixel}"/>`)],
  [
    'an embedded photograph as a pattern',
    drawing(
      `<pattern id="p" width="1" height="1"><use href="#i"/></pattern><image id="i" href="data:image/jpeg;base64,/9j/"/><rect fill="url(#p)" width="9" height="9"/>`,
    ),
  ],
  [
    'a picture in a style sheet',
    drawing(`<style>.a { fill: red; mask-image: url("data:image/png;base64,${pixel}") }</style>${square}`),
  ],
  [
    'a style sheet in CDATA with quotation marks',
    drawing(
      '<style><![CDATA[@media (prefers-color-scheme: dark) { :not(.b) > text::before { content: "\\201C" } } @keyframes k { to { transform: rotate(1turn) } }]]></style>',
    ),
  ],
  [
    'a movement',
    drawing(
      '<circle r="9"><animate attributeName="r" values="1;9;1" dur="2s" repeatCount="indefinite"/><animateTransform attributeName="transform" type="rotate" to="360" dur="2s"/><animateMotion dur="2s"><mpath xlink:href="#m"/></animateMotion></circle><path id="m" d="M0 0h9"/>',
    ),
  ],
  ['a link to a page', drawing(`<a href="https://elsewhere.example/" target="_blank">${square}</a>`)],
  [
    'words about scripts',
    drawing(
      '<desc>&lt;script&gt; onload="x" javascript:y url(z) @import</desc><text>javascript: نصّ، ثم url(https://elsewhere.example/)</text><!-- <script>alert(1)</script> -->',
    ),
  ],
  ['a script in CDATA of a text', drawing('<text><![CDATA[<script>alert(1)</script>]]></text>')],
  ['names that begin like an event', drawing('<g id="onload" class="onclick"><text font-family="Onest">x</text></g>')],
  [
    'an encoding that is like UTF-8 for its letters',
    `<?xml version="1.0" encoding="iso-8859-1" standalone="no"?>${drawing(square)}`,
  ],
  ['Arabic in UTF-8', `\ufeff<?xml version="1.0" encoding="UTF-8"?>${drawing('<text direction="rtl">«نصّ»</text>')}`],
];
