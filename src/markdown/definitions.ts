import type { Definition, Root } from 'mdast';
import { eachNode } from './walk-tree.ts';

/** Returns the definitions of a body by their identifiers: of several with the same, the first counts. */
export function collectDefinitions(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  eachNode(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

/** Gives links by reference the place of their definition, whose line has the URL that messages are about. */
export function remarkLinkPlaces() {
  return (tree: Root): void => {
    let definitions: Map<string, Definition> | undefined;
    eachNode(tree, (node) => {
      if (node.type !== 'linkReference') return;
      definitions ??= collectDefinitions(tree);
      const position = definitions.get(node.identifier)?.position;
      if (position) node.position = position;
    });
  };
}
