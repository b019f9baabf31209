import { readFileSync } from 'node:fs';
import { parseDocument, stringify } from 'yaml';

/** What the founder of a paper is asked, by the names of the flags of `npm run init`. */
export interface Answers {
  title: string;
  description: string;
  url: string;
  host: string;
  'time-zone': string;
  months: string;
  section: string;
  'section-id': string;
  author: string;
  'author-id': string;
  gender: string;
}

const templates = new URL('templates/', import.meta.url);

/** Reads a file that `init` writes into a newsroom, as it is or with answers in it. */
export function readTemplate(name: string): string {
  return readFileSync(new URL(name, templates), 'utf8');
}

/** Returns YAML with these values in the places of the template's; its comments stay. */
export function fillYaml(template: string, values: Readonly<Record<string, string>>): string {
  const document = parseDocument(template);
  for (const [key, value] of Object.entries(values)) document.set(key, value);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Composes `site.yaml`. */
export function composeSettings(answers: Answers): string {
  const { title, description, url, months, host } = answers;
  return fillYaml(readTemplate('site.yaml'), {
    title,
    description,
    url: url.replace(/\/+$/, ''),
    'time-zone': answers['time-zone'],
    months,
    host,
  });
}

/** Composes the file of the first section. */
export function composeSection({ section }: Answers): string {
  return stringify({ name: section, order: 1 }, { lineWidth: 0 });
}

/** Composes the file of the first author. */
export function composeAuthor({ author, gender }: Answers): string {
  return stringify({ name: author, ...(gender !== '' && { gender }) }, { lineWidth: 0 });
}
