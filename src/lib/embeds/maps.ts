import type { Address, EmbeddedPage } from './address.ts';

interface Place {
  latitude: number;
  longitude: number;
  zoom: number;
}

const usualZoom = 15;
/** Digits after the point, of which the fifth is about a metre. */
const precision = 5;

export function openStreetMap({ host, path, query, hash }: Address, origin: string): EmbeddedPage | undefined {
  if (host !== 'openstreetmap.org' && host !== 'osm.org') return undefined;
  if (path === '/export/embed.html') return openStreetMapFrame(query, origin);
  const [, zoom, latitude, longitude] = /#(?:.*&)?map=(\d{1,2})\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash) ?? [];
  const marker = readPlace(query.get('mlat'), query.get('mlon'), zoom);
  const place = marker ?? readPlace(latitude, longitude, zoom);
  if (place === undefined) return undefined;
  const bounds = boundsOf(place).join(',');
  const pin = marker && `${format(marker.latitude)},${format(marker.longitude)}`;
  const options = new URLSearchParams({ bbox: bounds, layer: 'mapnik', ...(pin !== undefined && { marker: pin }) });
  const pinned = marker ? `?mlat=${format(marker.latitude)}&mlon=${format(marker.longitude)}` : '';
  return {
    frame: `${origin}/export/embed.html?${options}`,
    page: `${origin}/${pinned}#map=${place.zoom}/${format(place.latitude)}/${format(place.longitude)}`,
    shape: 'wide',
  };
}

function openStreetMapFrame(query: URLSearchParams, origin: string): EmbeddedPage | undefined {
  const bounds = query.get('bbox') ?? '';
  if (!/^-?[\d.]{1,20}(?:,-?[\d.]{1,20}){3}$/.test(bounds)) return undefined;
  const marker = /^-?[\d.]{1,20},-?[\d.]{1,20}$/.exec(query.get('marker') ?? '')?.[0];
  const options = new URLSearchParams({ bbox: bounds, layer: 'mapnik', ...(marker !== undefined && { marker }) });
  const frame = `${origin}/export/embed.html?${options}`;
  return { frame, page: frame, shape: 'wide' };
}

/** Returns the bounds of what a map of 640 by 360 pixels shows: west, south, east, north. */
function boundsOf({ latitude, longitude, zoom }: Place): string[] {
  const degreesPerPixel = 360 / (256 * 2 ** zoom);
  const across = 320 * degreesPerPixel;
  const up = 180 * degreesPerPixel * Math.cos((latitude * Math.PI) / 180);
  return [longitude - across, latitude - up, longitude + across, latitude + up].map(format);
}

export function googleMap({ host, path, query }: Address, origin: string): EmbeddedPage | undefined {
  const isMaps = /^maps\.google\.[a-z]{2,3}(?:\.[a-z]{2})?$/.test(host);
  if (!isMaps && !(/^google\.[a-z]{2,3}(?:\.[a-z]{2})?$/.test(host) && /^\/maps(?:\/|$)/.test(path))) return undefined;
  const own = query.get('mid') ?? '';
  if (/^\/maps\/d\//.test(path) && /^[\w.-]{10,80}$/.test(own)) {
    return { frame: `${origin}/maps/d/embed?mid=${own}`, page: `${origin}/maps/d/viewer?mid=${own}`, shape: 'wide' };
  }
  const drawn = query.get('pb') ?? '';
  if (path === '/maps/embed' && drawn !== '') {
    const frame = `${origin}/maps/embed?pb=${encodeURIComponent(drawn)}`;
    return { frame, page: frame, shape: 'wide' };
  }
  const sought = findSought(path, query);
  if (sought === undefined) return undefined;
  const options = new URLSearchParams({ q: sought.text, z: String(sought.zoom) });
  return {
    frame: `${origin}/maps?${options}&hl=ar&output=embed`,
    page: `${origin}/maps?${options}`,
    shape: 'wide',
  };
}

/** Finds what a map shows: the place with a pin, or else the middle of the map, or else the words sought. */
function findSought(path: string, query: URLSearchParams): { text: string; zoom: number } | undefined {
  if (/^\/maps\/dir(?:\/|$)/.test(path)) return undefined;
  const [, middleLatitude, middleLongitude, zoom] = /\/@(-?[\d.]+),(-?[\d.]+)(?:,(\d{1,2})[\d.]*z)?/.exec(path) ?? [];
  const [, latitude, longitude] = /!3d(-?[\d.]+)!4d(-?[\d.]+)/.exec(path) ?? [];
  const place = readPlace(latitude, longitude, zoom) ?? readPlace(middleLatitude, middleLongitude, zoom);
  if (place) return { text: `${format(place.latitude)},${format(place.longitude)}`, zoom: place.zoom };
  const written = query.get('q') ?? query.get('query') ?? query.get('ll') ?? wordsIn(path);
  const words = written.trim();
  return words === '' || words.length > 200 ? undefined : { text: words, zoom: zoomOf(query.get('z')) };
}

/** Returns the words in the path of a place or a search: `/maps/place/برج+القاهرة` → `برج القاهرة`. */
function wordsIn(path: string): string {
  const written = /^\/maps\/(?:place|search)\/([^/@]+)/.exec(path)?.[1] ?? '';
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    return '';
  }
}

function readPlace(
  latitude: string | null | undefined,
  longitude: string | null | undefined,
  zoom: string | null | undefined,
): Place | undefined {
  const [north, east] = [readDegrees(latitude, 85), readDegrees(longitude, 180)];
  if (north === undefined || east === undefined) return undefined;
  return { latitude: north, longitude: east, zoom: zoomOf(zoom) };
}

function readDegrees(written: string | null | undefined, most: number): number | undefined {
  if (written === null || written === undefined || !/^-?\d{1,3}(?:\.\d{1,20})?$/.test(written)) return undefined;
  const degrees = Number(written);
  return Math.abs(degrees) <= most ? degrees : undefined;
}

function zoomOf(written: string | null | undefined): number {
  const zoom = Number(/^\d{1,2}$/.exec(written ?? '')?.[0] ?? usualZoom);
  return Math.min(Math.max(zoom, 1), 19);
}

function format(degrees: number): string {
  return String(Number(degrees.toFixed(precision)));
}
