import type { Root, Table } from 'mdast';
import type { Loss } from './loss.ts';

/** Finds lines of text right under a table, which become rows of it. */
export function findTableMarks({ children }: Root, source: string): Loss[] {
  return children
    .filter((node): node is Table => node.type === 'table')
    .flatMap(({ children: [head, ...rows] }): Loss[] => {
      if ((head?.children.length ?? 0) < 2) return [];
      const isText = rows.map(
        ({ position }) => !source.slice(position?.start.offset, position?.end.offset).includes('|'),
      );
      const first = isText.lastIndexOf(false) + 1;
      const at = rows[first]?.position?.start.offset;
      return at === undefined
        ? []
        : [{ kind: 'table-text', at, edits: [{ start: at, end: at, replacement: '\n' }], isCertain: false }];
    });
}
