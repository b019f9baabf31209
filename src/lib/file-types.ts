/** A type of file that a site publishes beside its articles, besides images. */
export interface FileType {
  kind: 'audio' | 'video' | 'document';
  mediaType: string;
  /** What readers call it. */
  name: string;
}

/**
 * All files that an article may link to, by extension. Browsers run code in none of them; GPX and KML are XML, and are
 * read before they are published (library/files/active-xml.ts).
 */
const types: Readonly<Record<string, FileType>> = {
  ...recordings('audio', {
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    aac: 'audio/aac',
    ogg: 'audio/ogg',
    oga: 'audio/ogg',
    opus: 'audio/ogg',
    wav: 'audio/wav',
    flac: 'audio/flac',
  }),
  ...recordings('video', {
    mp4: 'video/mp4',
    m4v: 'video/mp4',
    webm: 'video/webm',
    ogv: 'video/ogg',
    mov: 'video/quicktime',
  }),
  pdf: document('PDF', 'application/pdf'),
  epub: document('EPUB', 'application/epub+zip'),
  doc: document('Word', 'application/msword'),
  docx: document('Word', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  xls: document('Excel', 'application/vnd.ms-excel'),
  xlsx: document('Excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  ppt: document('PowerPoint', 'application/vnd.ms-powerpoint'),
  pptx: document('PowerPoint', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'),
  odt: document('ODT', 'application/vnd.oasis.opendocument.text'),
  ods: document('ODS', 'application/vnd.oasis.opendocument.spreadsheet'),
  odp: document('ODP', 'application/vnd.oasis.opendocument.presentation'),
  rtf: document('RTF', 'application/rtf'),
  txt: document('TXT', 'text/plain; charset=utf-8'),
  csv: document('CSV', 'text/csv; charset=utf-8'),
  tsv: document('TSV', 'text/tab-separated-values; charset=utf-8'),
  json: document('JSON', 'application/json'),
  geojson: document('GeoJSON', 'application/geo+json'),
  gpx: document('GPX', 'application/gpx+xml'),
  kml: document('KML', 'application/vnd.google-earth.kml+xml'),
  kmz: document('KMZ', 'application/vnd.google-earth.kmz'),
  ics: document('iCalendar', 'text/calendar; charset=utf-8'),
  vtt: document('VTT', 'text/vtt; charset=utf-8'),
  srt: document('SRT', 'application/x-subrip'),
  zip: document('ZIP', 'application/zip'),
  rar: document('RAR', 'application/vnd.rar'),
  '7z': document('7z', 'application/x-7z-compressed'),
};

/** Files that run code: in a browser from the site's own origin, or on the reader's computer. */
const programs = new Set(
  [
    'html htm xhtml xht shtml mht mhtml svg svgz xml xsl xslt swf js mjs cjs jsx css wasm',
    'php asp aspx jsp cgi hta exe msi bat vbs jar apk dmg docm xlsm pptm',
  ].flatMap((line) => line.split(' ')),
);

/** Photographs of phones in HEIC too, which are refused with what to do. */
const images = new Set('png jpg jpeg webp avif gif tif tiff heic heif'.split(' '));

/** The extensions of files that may be published, as an author would list them. */
export const publishedExtensions: readonly string[] = Object.keys(types);

/** Those of recordings of sound. */
export const recordingExtensions: readonly string[] = publishedExtensions.filter(
  (extension) => types[extension]?.kind === 'audio',
);

/** Returns the type of a file by its name or path; undefined if such files are not published. */
export function fileTypeOf(path: string): FileType | undefined {
  const extension = extensionOf(path);
  return Object.hasOwn(types, extension) ? types[extension] : undefined;
}

/** Whether a file, by its name or path, runs code where it is opened. */
export function isProgram(path: string): boolean {
  return programs.has(extensionOf(path));
}

/** Whether a file, by its name or path, is a picture of pixels. */
export function isPhotograph(path: string): boolean {
  return images.has(extensionOf(path));
}

/** Whether a URL is a path relative to the file that it is written in, and so may name a file beside it. */
export function isRelativePath(url: string): boolean {
  return url !== '' && !/^(?:[/\\?#]|[a-z][a-z\d+.-]*:)/i.test(url);
}

/** Whether a link names a file beside the article by its extension, so that there must be such a file. */
export function namesFile(url: string): boolean {
  const { path } = splitUrl(url);
  return isRelativePath(url) && (fileTypeOf(path) !== undefined || isProgram(path) || isPhotograph(path));
}

/** Splits a URL before its query and its fragment: `a.pdf#page=3` → `a.pdf` and `#page=3`. */
export function splitUrl(url: string): { path: string; rest: string } {
  const end = url.search(/[?#]/);
  return end === -1 ? { path: url, rest: '' } : { path: url.slice(0, end), rest: url.slice(end) };
}

/** Returns the extension of a file by its name or path, in lower case and without the dot; '' if there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
}

function document(name: string, mediaType: string): FileType {
  return { kind: 'document', mediaType, name };
}

function recordings(kind: 'audio' | 'video', mediaTypes: Record<string, string>): Record<string, FileType> {
  const entries = Object.entries(mediaTypes);
  return Object.fromEntries(
    entries.map(([extension, mediaType]) => [extension, { kind, mediaType, name: extension.toUpperCase() }]),
  );
}
