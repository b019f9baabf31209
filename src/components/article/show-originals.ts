import type { ShownOriginal } from '../../model/originals.ts';

const attributes = String.raw`(?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*/?`;
const pictureElement = new RegExp(
  String.raw`<picture>\s*(?:<source${attributes}>\s*)+(<img${attributes}>)\s*</picture>`,
  'g',
);

/**
 * Replaces pictures whose sizes are not made by their originals.
 * @param html a body as it was rendered
 */
export function showOriginals(html: string, originals: readonly ShownOriginal[]): string {
  if (originals.length === 0) return html;
  const bySrc = new Map(originals.map(({ of, picture }) => [of.src, picture]));
  return html.replace(pictureElement, (whole: string, image: string) => {
    const picture = bySrc.get(/\ssrc="([^"]*)"/.exec(image)?.[1] ?? '');
    if (picture === undefined) return whole;
    const { src, width, height } = picture;
    return Object.entries({ src, width, height }).reduce(
      (tag, [name, value]) => tag.replace(new RegExp(String.raw`(?<=\s${name}=")[^"]*`), String(value)),
      image,
    );
  });
}
