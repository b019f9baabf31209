/**
 * Finds the cycles of a graph: its strongly connected components (Tarjan's algorithm), each sorted. Single nodes count
 * only if they point to themselves. `graph` maps every node to its targets.
 */
export function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];

  const visit = (node: string): number => {
    const number = order.size;
    order.set(node, number);
    stack.push(node);
    let low = number;
    for (const target of graph.get(node) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (stack.includes(target)) low = Math.min(low, lowest.get(target) ?? number, order.get(target) ?? number);
    }
    lowest.set(node, low);
    if (low === number) {
      const component = stack.splice(stack.indexOf(node)).sort();
      if (component.length > 1 || graph.get(node)?.includes(node)) circles.push(component);
    }
    return low;
  };

  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return circles;
}
