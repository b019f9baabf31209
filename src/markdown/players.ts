import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { decodePath } from '../lib/decode-path.ts';
import { fileTypeOf, splitUrl } from '../lib/file-types.ts';
import { encodeStrayPercents, isAbsoluteUrl } from '../lib/written-urls.ts';
import { fileDetails, resolveFile, resolvePicture } from './files.ts';
import { type Content, element, isBlank, isComponent, isElement, text } from './hast-nodes.ts';
import { toCaption } from './images.ts';
import { messages } from './messages.ts';
import { contextOf, type RenderContext, reportProblem } from './render-context.ts';
import type { PublishedFile } from './types.ts';
import { eachElement } from './walk-tree.ts';

/**
 * Turns images whose file is a recording into players, and resolves the recordings and posters of `audio` and `video`
 * in raw HTML. A player alone in its paragraph, or beside images alone, becomes a `figure` with a caption.
 */
export function rehypePlayers() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = contextOf(file);
    const captions: Captions = new Map();
    const players: Element[] = [];
    eachElement(tree, (node) => {
      if (node.tagName === 'img' && isDocument(node)) refuseDocument(node, context);
      if (node.tagName === 'img' && kindOf(node) !== undefined) captions.set(node, becomePlayer(node, context));
      if (node.tagName === 'audio' || node.tagName === 'video') players.push(node);
    });
    if (players.length === 0) return;
    await Promise.all(players.map((player) => resolvePlayer(player, context)));
    if (captions.size > 0) tree.children = tree.children.flatMap((node) => withFigures(node, tree, captions));
  };
}

/** By player that was an image: its caption, with a credit after `|`. */
type Captions = Map<Element, string>;

function kindOf({ properties: { src } }: Element): 'audio' | 'video' | undefined {
  const kind = typeof src === 'string' ? fileTypeOf(splitUrl(src).path)?.kind : undefined;
  return kind === 'document' ? undefined : kind;
}

function isDocument({ properties: { src } }: Element): boolean {
  return typeof src === 'string' && fileTypeOf(splitUrl(src).path)?.kind === 'document';
}

/** Reports a file that is shown as an image but can only be linked to. */
function refuseDocument(image: Element, context: RenderContext): void {
  const { src, alt } = image.properties;
  reportProblem(context, image, { message: messages.documentAsImage(decodePath(String(src)), String(alt ?? '')) });
  image.properties.src = undefined;
}

/** Turns an `img` into `audio` or `video`, and returns its caption: the title or the description. */
function becomePlayer(image: Element, { labels }: RenderContext): string {
  const kind = kindOf(image) === 'audio' ? 'audio' : 'video';
  const { src, alt, title, width, height } = image.properties;
  const caption = String(title || alt || '');
  image.tagName = kind;
  image.properties = {
    src: isAbsoluteUrl(String(src)) ? encodeStrayPercents(String(src)) : String(src),
    controls: true,
    preload: kind === 'audio' ? 'none' : 'metadata',
    ...(kind === 'video' && { playsInline: true, width, height }),
    ariaLabel: String(alt || caption.split('|')[0]?.trim() || labels.recording[kind]),
  };
  return caption;
}

/** Resolves what a player loads, and puts a link to the recording into it for browsers that cannot play it. */
async function resolvePlayer(player: Element, context: RenderContext): Promise<void> {
  const { poster } = player.properties;
  const named = [player, ...player.children.filter((child) => isElement(child, 'source') || isElement(child, 'track'))];
  const resolved = await Promise.all(named.map((node) => resolveRecording(node as Element, context)));
  if (typeof poster === 'string' && !isAbsoluteUrl(poster))
    player.properties.poster = await resolvePicture(player, poster, context);
  const recording = resolved.find((file) => file !== undefined && kindOf(element('img', { src: file.source }, [])));
  if (
    recording &&
    !player.children.some((child) => isElement(child, 'a') || (child.type === 'text' && !isBlank(child)))
  )
    player.children.push(linkTo(player, recording, context));
}

async function resolveRecording(node: Element, context: RenderContext): Promise<PublishedFile | undefined> {
  const { src } = node.properties;
  if (typeof src !== 'string' || src === '' || isAbsoluteUrl(src)) return undefined;
  const file = await resolveFile(node, src, context);
  if (file) node.properties.src = file.url;
  return file;
}

function linkTo({ tagName }: Element, file: PublishedFile, context: RenderContext): Element {
  const name = context.labels.recording[tagName === 'audio' ? 'audio' : 'video'];
  return element('a', { href: file.url }, [text(`${name} `), fileDetails(file, context)]);
}

/** Makes figures of the players in a node that stand alone in their paragraph or beside images. */
function withFigures(node: Content, parent: Root | Content, captions: Captions): Content[] {
  if (node.type === 'element' && captions.has(node) && (parent.type === 'root' || isComponent(parent)))
    return [toFigure(node, captions)];
  if (
    isElement(node, 'p') &&
    node.children.some((child) => captions.has(child as Element)) &&
    holdsOnlyMedia(node, captions)
  )
    return splitParagraph(node, captions);
  if ('children' in node)
    node.children = node.children.flatMap((child) => withFigures(child, node, captions)) as typeof node.children;
  return [node];
}

function holdsOnlyMedia({ children }: Element, captions: Captions): boolean {
  return children.every((child) => {
    const isImage = isElement(child, 'img') || isElement(child, 'picture') || isElement(child, 'br');
    return isBlank(child) || isImage || captions.has(child as Element);
  });
}

/** Takes the players out of a paragraph. The images before and after them stay in paragraphs of their own. */
function splitParagraph(paragraph: Element, captions: Captions): Content[] {
  const blocks: Content[] = [];
  let rest: Content[] = [];
  const endParagraph = () => {
    if (rest.some((child) => isElement(child, 'img') || isElement(child, 'picture')))
      blocks.push(element('p', {}, rest, paragraph.position));
    rest = [];
  };
  for (const child of paragraph.children) {
    if (!captions.has(child as Element)) {
      rest.push(child);
      continue;
    }
    endParagraph();
    blocks.push(toFigure(child as Element, captions));
  }
  endParagraph();
  return blocks;
}

function toFigure(player: Element, captions: Captions): Element {
  const caption = toCaption(captions.get(player) ?? '');
  return element('figure', { className: ['player'] }, [player, ...caption], player.position);
}
