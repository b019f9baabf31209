import type { Element } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { BodyContext, BodyLoss, BodyPart } from '../newsroom/body.ts';

/** Passed to the handlers of one body. They add to `losses`, `parts` and `components`. */
export interface Conversion {
  context: BodyContext;
  losses: BodyLoss[];
  parts: BodyPart[];
  /** The MDX components in the body so far. A body with any of them must be an `.mdx` file. */
  components: MdxJsxFlowElement[];
  /** The fragment that leads to a place of the body here, by the one that led there on the old site. */
  anchors: ReadonlyMap<string, string>;
}

/** Converts an element, as a `Handle` of hast-util-to-mdast does. */
export type ElementHandler = (conversion: Conversion, state: State, node: Element) => ReturnType<Handle>;

/** By the name of the element. */
export type ElementHandlers = Readonly<Record<string, ElementHandler>>;
