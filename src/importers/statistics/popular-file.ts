import { writeYaml } from '../../schema/yaml/write-yaml.ts';

/** More than are shown, so that others move up when one is withdrawn. */
export const mostListed = 20;

export interface PopularList {
  from: string;
  to: string;
  source: string;
  articles: readonly { id: string; count: number }[];
}

/** Writes the text of `popular.yaml`; `comment` is its first line. */
export function composePopularFile({ from, to, source, articles }: PopularList, comment: string): string {
  const listed = articles.slice(0, mostListed).flatMap(({ id, count }) => [`  - id: ${id}`, `    count: ${count}`]);
  const lines = [`# ${comment}`, `from: ${from}`, `to: ${to}`, `source: ${writeYaml(source)}`, 'articles:', ...listed];
  return `${lines.join('\n')}\n`;
}
