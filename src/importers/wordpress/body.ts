import { convertHtml } from '../html/body.ts';
import type { BodyContext, BodyLoss, BodyPart, ConvertedBody } from '../newsroom/body.ts';
import { createBlockHandlers } from './element-handlers.ts';
import { expandShortcodes, type FindGallery } from './shortcodes.ts';

/** What a body refers to, beside images and links: what WordPress would put in when it shows the post. */
export interface PostParts {
  findGallery: FindGallery;
  /**
   * Returns the content of a reusable block (`<!-- wp:block {"ref":12} /-->`); undefined if it is not in the export.
   */
  sharedBlock(id: string): string | undefined;
  /** In their order. `content` is HTML. */
  footnotes: readonly { id: string; content: string }[];
}

/** Converts the HTML of a post to Markdown, whether it was written with the block editor or the classic one. */
export function convertBody(content: string, parts: PostParts, context: BodyContext): ConvertedBody {
  const losses: BodyLoss[] = [];
  const { html, unknown, known } = expandShortcodes(includeSharedBlocks(content, parts, losses), parts.findGallery);
  losses.push(...unknown.map((written): BodyLoss => ({ kind: 'shortcode', written })));
  const { footnotes } = parts;
  const body = convertHtml(html, context, {
    lineEnds: content.includes('<!-- wp:') ? 'paragraphs' : 'paragraphs-and-breaks',
    handlers: createBlockHandlers(new Map(footnotes.map(({ id }, index) => [id, String(index + 1)]))),
    footnotes,
  });
  const shortcodes = known.map((name): BodyPart => ({ kind: 'shortcodes', name }));
  return { ...body, losses: [...losses, ...body.losses], parts: [...shortcodes, ...(body.parts ?? [])] };
}

/** A shared block can include others, and by mistake itself. */
const maxBlockDepth = 5;
const blockComment = /<!--\s+wp:([\w/-]+)(?:\s+(\{.*?\}))?\s+(\/)?-->/gs;
/** Empty blocks that are removed without a loss. */
const ignoredBlocks = ['more', 'nextpage', 'spacer', 'separator', 'footnotes'];

/** Returns the ids of the shared blocks that bodies include, also within one another. */
export function includedBlocks(
  bodies: readonly string[],
  items: readonly { id: string; type: string; content: string }[],
): Set<string> {
  const blocks = new Map(items.filter(({ type }) => type === 'wp_block').map(({ id, content }) => [id, content]));
  const included = new Set<string>();
  const waiting = [...bodies];
  for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
    for (const [, name, settings = ''] of body.matchAll(blockComment)) {
      const id = name === 'block' ? (/"ref":\s*(\d+)/.exec(settings)?.[1] ?? '') : '';
      const content = blocks.get(id);
      if (content === undefined || included.has(id)) continue;
      included.add(id);
      waiting.push(content);
    }
  }
  return included;
}

/** Replaces references to shared blocks by their content. Blocks that WordPress fills on each request are losses. */
function includeSharedBlocks(content: string, parts: PostParts, losses: BodyLoss[], depth = 0): string {
  return content.replace(blockComment, (comment: string, name: string, settings = '{}', isEmpty?: string) => {
    if (isEmpty === undefined || ignoredBlocks.includes(name)) return comment;
    const id = /"ref":\s*(\d+)/.exec(settings)?.[1];
    const shared = name === 'block' && id !== undefined && depth < maxBlockDepth ? parts.sharedBlock(id) : undefined;
    if (shared !== undefined) return includeSharedBlocks(shared, parts, losses, depth + 1);
    losses.push({ kind: 'block', name });
    return '';
  });
}
