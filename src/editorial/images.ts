import type { Nodes, Root } from 'mdast';
import { fileTypeOf, splitUrl } from '../lib/file-types.ts';
import type { YamlSource } from '../schema/yaml/types.ts';
import type { ParsedBody } from './body-source.ts';
import type { Lines } from './lines.ts';
import type { Observation } from './review-prose.ts';

/** Reports a lead image without `alt`; an empty `alt:` means that the image needs none. */
export function reviewLeadImage(yaml: YamlSource, lines: Lines): Observation[] {
  const image = yaml.value?.image;
  const alt = typeof image === 'object' && image !== null && 'alt' in image ? image.alt : undefined;
  if (image === undefined || alt !== undefined || yaml.problems.length > 0 || yaml.isEmpty(['image', 'alt'])) return [];
  const place = yaml.placeOfValue(typeof image === 'string' ? ['image'] : ['image', 'src']);
  return [{ rule: 'missing-alt', at: lines.startOf(place.line) + place.start, isFixable: false }];
}

/** Whether an image is shown as a player, which needs no description. */
function isRecording(url: string): boolean {
  const kind = fileTypeOf(splitUrl(url).path)?.kind;
  return kind === 'audio' || kind === 'video';
}

/** Reports the images of a body without alternative text, in Markdown, HTML and JSX. */
export function reviewImages(parsed: ParsedBody): Observation[] {
  return imagesWithoutAlt(parsed.tree).map((node) => missingAlt(node, parsed));
}

function imagesWithoutAlt(node: Root | Nodes): Nodes[] {
  const isOne =
    (node.type === 'image' && !isRecording(node.url) && (node.alt ?? '').trim() === '') ||
    (node.type === 'imageReference' && (node.alt ?? '').trim() === '') ||
    (node.type === 'html' && /<img\b(?![^>]{0,5000}\balt=)/i.test(withoutComments(node.value))) ||
    ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
      node.name === 'img' &&
      !node.attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'alt'));
  const inside = 'children' in node ? node.children.flatMap(imagesWithoutAlt) : [];
  return isOne ? [node, ...inside] : inside;
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
}

function missingAlt(node: Nodes, { locate }: ParsedBody): Observation {
  return { rule: 'missing-alt', at: locate(node.position?.start.offset ?? 0), isFixable: false };
}
