import type { Place, YamlPath, YamlSource } from './yaml-source.ts';

/** Where values stand, by path: `id`, `author`, `author.1`, `image.src`. Plain data, so that an index can keep it. */
export type Places = Record<string, Place>;

/** The places of some keys and of everything inside them. */
export function findPlaces(source: YamlSource, keys: readonly string[]): Places {
  const places: Places = {};
  const visit = (value: unknown, path: YamlPath): void => {
    if (value === undefined) return;
    places[path.join('.')] = source.placeOfValue(path);
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) visit(member, [...path, key]);
    }
  };
  for (const key of keys) visit(source.value?.[key], [key]);
  return places;
}

/** The place of `path`, or of the nearest thing around it that is known; the first line where nothing is. */
export function placeIn(places: Places, path: string): Place {
  for (let around = path; around !== ''; around = around.slice(0, Math.max(0, around.lastIndexOf('.')))) {
    const place = places[around];
    if (place !== undefined) return place;
  }
  return { line: 1, text: '', start: 0 };
}
