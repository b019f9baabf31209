import { type MediaLock, parseMediaLock } from '../../schema/media-lock.ts';
import type { Problem } from '../../schema/problem.ts';
import { parseSearchAliases } from '../../schema/search-aliases.ts';
import { parseSite, type Site, typesetterOf } from '../../schema/site.ts';
import { type HouseSpelling, parseStyleList } from '../../schema/style-list.ts';
import { parseTags, type TagEntry } from '../../schema/tags.ts';
import type { Places } from '../../schema/yaml/types.ts';
import { type Showing, shownSite } from '../shown-site.ts';
import type { ListedContent } from './content-files.ts';
import { readParsed } from './read-parsed.ts';

/** What the single files of settings say, with their places and problems. */
export interface Settings {
  site: Site;
  /** The places of the settings in `site.yaml`. */
  places: Places;
  houseStyle: HouseSpelling[];
  searchAliases: string[][];
  tags: TagEntry[];
  /** The places of the entries in `tags.yaml`. */
  tagPlaces: Places;
  /** What is known of images of other sites; undefined if the newsroom has no lock. */
  mediaLock?: MediaLock;
  problems: Problem[];
}

export async function readSettings(
  { site, style, searchAliases, tags, mediaLock }: ListedContent,
  showing: Showing,
): Promise<Settings> {
  const parsedSite = site ? await readParsed(site, parseSite) : parseSite(undefined);
  const parsedStyle = style ? await readParsed(style, parseStyleList) : parseStyleList('');
  const parsedAliases = searchAliases ? await readParsed(searchAliases, parseSearchAliases) : parseSearchAliases('');
  const parseTagsOf = (text: string) => parseTags(text, typesetterOf(parsedSite.site));
  const parsedTags = tags ? await readParsed(tags, parseTagsOf) : parseTags('');
  const parsedLock = mediaLock && (await readParsed(mediaLock, parseMediaLock));
  return {
    site: shownSite(parsedSite.site, showing),
    places: parsedSite.places,
    houseStyle: parsedStyle.houseStyle,
    searchAliases: parsedAliases.searchAliases,
    tags: parsedTags.tags,
    tagPlaces: parsedTags.places,
    ...(parsedLock && { mediaLock: parsedLock.lock }),
    problems: [
      ...parsedSite.problems,
      ...parsedStyle.problems,
      ...parsedAliases.problems,
      ...parsedTags.problems,
      ...(parsedLock?.problems ?? []),
    ],
  };
}
