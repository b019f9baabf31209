import {
  type EntityRow,
  entityFileOf,
  type NameWord,
  rankName,
  readName,
  withoutIntroduction,
} from '../../../lib/arabic/search/entity-names.ts';
import type { NameTable } from '../../../lib/arabic/search/names.ts';
import type { FoundEntity } from '../types.ts';
import { memoize } from './memoize.ts';

const mostEntities = 4;

/** Finds the entities that a query names, the likeliest first; none if their file cannot be read. */
export type FindEntities = (text: string, isTyping?: boolean) => Promise<FoundEntity[]>;

/** An entity with its name and its other spellings as words. */
interface ReadEntity extends FoundEntity {
  spellings: NameWord[][];
}

/** Creates the search of the entities in `files`, whose addresses are in the order of `entityFileOf`. */
export function createEntitySearch(files: readonly string[], names: NameTable): FindEntities {
  const read = memoize(async (address): Promise<ReadEntity[]> => {
    const response = await fetch(address);
    if (!response.ok) throw response;
    const rows: EntityRow[] = await response.json();
    return rows.map(([kind, name, url, count, ...others]) => {
      const spellings = [name, ...others].map((spelling) => readName(spelling, names));
      return { kind, name, url, count, spellings };
    });
  });
  const find = async (query: readonly NameWord[], isTyping: boolean): Promise<FoundEntity[]> => {
    const file = files[entityFileOf(chooseWord(query), files.length)];
    return query.length === 0 || file === undefined ? [] : chooseNamed(await read(file), query, isTyping);
  };
  return async (text, isTyping = false) => {
    const query = readName(text, names);
    try {
      const found = await Promise.all([find(query, isTyping), find(withoutIntroduction(query) ?? [], isTyping)]);
      return [...new Map(found.flat().map((entity) => [entity.url, entity])).values()].slice(0, mostEntities);
    } catch {
      return [];
    }
  };
}

/** Chooses the word to look up: one that is surely no other word with proclitics, and of these the longest. */
function chooseWord(query: readonly NameWord[]): string {
  const whole = query.filter(({ stripped }) => stripped.length === 0);
  const [longest] = (whole.length > 0 ? whole : query).map(({ base }) => base).sort((a, b) => b.length - a.length);
  return longest ?? '';
}

function chooseNamed(entities: readonly ReadEntity[], query: readonly NameWord[], isTyping: boolean): FoundEntity[] {
  return entities
    .flatMap(({ spellings, ...entity }) => {
      const ranks = spellings.flatMap((words) => rankName(words, query, isTyping) ?? []);
      return ranks.length === 0 ? [] : [{ entity, rank: Math.min(...ranks) }];
    })
    .sort((a, b) => a.rank - b.rank || b.entity.count - a.entity.count)
    .slice(0, mostEntities)
    .map(({ entity }) => entity);
}
