import { tagKey, tagSlug } from '../lib/arabic/tag-slug.ts';
import type { ContentFiles } from './content-files.ts';
import { messages } from './messages.ts';
import { byFile } from './placed-problem.ts';
import type { Problem } from './problem.ts';
import { type NameTags, spellingsOf, tagsFile } from './tags.ts';
import { placeIn, pointTo } from './yaml/places.ts';
import type { Place } from './yaml/types.ts';

/** The page of a tag, and where the tag is written. */
interface TagPage {
  key: string;
  tag: string;
  file: string;
  place(): Place;
}

/** Refuses tags whose pages would have the same URL although they are not spellings of one tag. Each is told once. */
export function checkTags(content: ContentFiles, nameTags: NameTags): Problem[] {
  const pages = new Map<string, TagPage>();
  const seenTags = new Set<string>();
  const toldKeys = new Set<string>();
  const problems: Problem[] = [];
  for (const { tag, ...written } of writtenTags(content)) {
    if (seenTags.has(tag)) continue;
    seenTags.add(tag);
    const [name = tag] = nameTags([tag]);
    const slug = tagSlug(tag);
    const page = { ...written, tag, key: tagKey(name) };
    const owner = pages.get(slug);
    if (owner === undefined) pages.set(slug, page);
    else if (owner.key !== page.key && !toldKeys.has(page.key)) {
      toldKeys.add(page.key);
      const message = messages.tagsShareAddress(tag, `/t/${slug}/`, owner.tag, owner.file, owner.place().line);
      problems.push({ file: page.file, ...pointTo(page.place()), field: 'tags', message });
    }
  }
  return problems;
}

/** Lists the tags of `tags.yaml` and of all articles. */
function* writtenTags({ tags, tagPlaces, articles }: ContentFiles): Generator<Omit<TagPage, 'key'>> {
  for (const [index, { name, also }] of tags.entries()) {
    for (const [tag, path] of spellingsOf(index, name, also)) {
      yield { tag, file: tagsFile, place: () => placeIn(tagPlaces, path, tag) };
    }
  }
  for (const article of byFile(articles)) {
    for (const tag of article.matter.tags ?? []) {
      yield { tag, file: article.file, place: () => placeIn(article.places, 'tags', tag) };
    }
  }
}

/** Tells which entries of `tags.yaml` no article has, under any of their spellings: they have no page. */
export function unusedTags({ tags, articles }: ContentFiles, nameTags: NameTags): string[] {
  if (tags.length === 0) return [];
  const used = new Set(articles.flatMap(({ matter }) => nameTags(matter.tags ?? []).map(tagKey)));
  const unused = tags.filter(({ name }) => !used.has(tagKey(name))).map(({ name }) => name);
  return unused.length === 0 ? [] : [messages.unusedTags(unused)];
}
