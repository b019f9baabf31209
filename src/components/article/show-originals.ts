import type { ShownOriginal } from '../../model/originals.ts';

const attributes = String.raw`(?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*/?`;
/** An image with the sources before it in a `picture`. */
const image = new RegExp(String.raw`((?:<source${attributes}>\s*)*)(<img${attributes}>)`, 'g');

/**
 * Replaces pictures whose sizes are not made by their originals.
 * @param html a body as it was rendered
 */
export function showOriginals(html: string, originals: readonly ShownOriginal[]): string {
  if (originals.length === 0) return html;
  const bySrc = new Map(originals.map(({ of, picture }) => [of.src, picture]));
  const shown = html.replace(image, (whole: string, _sources: string, tag: string) => {
    const picture = bySrc.get(/\ssrc="([^"]*)"/.exec(tag)?.[1] ?? '');
    if (picture === undefined) return whole;
    return (['src', 'width', 'height'] as const).reduce(
      (changed, name) => changed.replace(new RegExp(String.raw`(?<=\s${name}=")[^"]*`), String(picture[name])),
      tag,
    );
  });
  // A gallery links pictures to their files.
  return shown.replace(/(?<=\shref=")[^"]*/g, (href) => bySrc.get(href)?.src ?? href);
}
