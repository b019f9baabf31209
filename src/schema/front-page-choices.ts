import { foldForMatching } from '../lib/arabic/normalize.ts';
import type { FrontPageBlock, FrontPageLayout, ParsedFrontPage, PinnedStory } from './front-page.ts';
import { frontPageFile } from './front-page.ts';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import { atPlace } from './placed-problem.ts';
import { mostProblems, type Problem } from './problem.ts';
import { siteFile } from './site.ts';
import { placeIn } from './yaml/places.ts';
import type { Places } from './yaml/types.ts';

/** What holds of the editors' choices at the moment of the run: ids of published articles, none of them hidden. */
export interface FrontPageChoices {
  layout: FrontPageLayout;
  lead?: string;
  seconds: string[];
  pinned: PinnedStory[];
  /** Undefined if the page has its usual blocks. */
  blocks?: FrontPageBlock[];
  hide: string[];
  /** By section: the articles that come first in it. */
  sectionLeads: Record<string, string[]>;
}

interface SectionFile {
  id: string;
  file: string;
  /** Undefined if it is not valid. */
  name: string | undefined;
  lead: readonly string[];
  places: Places;
}

/** What the choices are judged by. */
export interface FrontPageContext {
  /** Epoch milliseconds: the moment of the run. */
  now: number;
  /** Undefined if there is no `front-page.yaml`. */
  parsed: ParsedFrontPage | undefined;
  /** `front-page.lead` in `site.yaml`, which holds if there is no `front-page.yaml`. */
  siteLead: readonly string[];
  sitePlaces: Places;
  sections: readonly SectionFile[];
  /** Maps the former ids of sections to those of today, which map to themselves. */
  sectionIds: ReadonlyMap<string, string>;
  /** The same of series. */
  seriesIds: ReadonlyMap<string, string>;
  /** By their ids, all articles, published or not. */
  articles: Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;
  /** The sections of published articles, by the ids of the articles. */
  published: ReadonlyMap<string, string>;
  /** What became of the articles that readers saw, and do not see any more, by their ids. */
  gone: ReadonlyMap<string, 'expired' | 'withdrawn'>;
}

/** Where an id is written. */
interface Mention {
  id: string;
  file: string;
  places: Places;
  path: string;
}

interface Findings {
  problems: Problem[];
  /** Arabic sentences about what falls away. */
  notices: string[];
}

/**
 * Settles which choices hold. An id that no article has is a problem. An article that is not published now falls away
 * with a notice, so that no build fails because time has passed.
 */
export function settleFrontPage(context: FrontPageContext): { choices: FrontPageChoices } & Findings {
  const { parsed, siteLead, sitePlaces } = context;
  const findings: Findings = { problems: [], notices: [] };
  const inSettings = siteLead.map((id, index): Mention => {
    return { id, file: siteFile, places: sitePlaces, path: `front-page.lead.${index}` };
  });
  if (parsed !== undefined) {
    findings.problems.push(...parsed.problems);
    for (const mention of inSettings) isKnown(mention, context, findings);
    if (inSettings.length > 0) findings.notices.push(messages.frontPageTwice());
    return { choices: settleFile(parsed, context, findings), ...findings };
  }
  const [lead, ...seconds] = keepOnce(inSettings, context, findings);
  const choices: FrontPageChoices = {
    layout: 'ordinary',
    ...(lead !== undefined && { lead }),
    seconds,
    pinned: [],
    hide: [],
    sectionLeads: settleSections(context, findings),
  };
  return { choices, ...findings };
}

function settleFile(
  { matter, places }: ParsedFrontPage,
  context: FrontPageContext,
  findings: Findings,
): FrontPageChoices {
  const mention = (path: string) => (id: string, index: number) => {
    return { id, file: frontPageFile, places, path: `${path}.${index}` };
  };
  const hidden = matter.hide.map(mention('hide')).filter((each) => isKnown(each, context, findings));
  const hide = new Set(hidden.map(({ id }) => id));
  const { published } = context;
  if (published.size > 0 && [...published.keys()].every((id) => hide.has(id)))
    findings.notices.push(messages.frontPageBlank());
  const shown = new Set<string>();
  const keep = (ids: readonly string[], path: string) =>
    keepOnce(ids.map(mention(path)), context, findings, hide, shown);

  const [lead, ...otherLeads] = keep(matter.lead, 'lead');
  const seconds = [...otherLeads, ...keep(matter.seconds, 'seconds')];
  const asked = new Set<string>();
  const blocks = matter.blocks?.flatMap((block, index): FrontPageBlock[] => {
    if (block === undefined) return [];
    const path = `blocks.${index}`;
    if (block.kind !== 'choice') {
      return settleBlock(block, places, path, context, findings).filter((settled) => {
        return isFirst(settled, asked, placeIn(places, path).line, findings);
      });
    }
    return [{ ...block, articles: keep(block.articles, `blocks.${index}.choice.articles`) }];
  });
  return {
    layout: matter.layout ?? 'ordinary',
    ...(lead !== undefined && { lead }),
    seconds,
    pinned: settlePinned(matter.pinned, places, context, findings, hide),
    ...(blocks !== undefined && { blocks }),
    hide: [...hide],
    sectionLeads: settleSections(context, findings),
  };
}

/** Keeps the stories whose time at the top is not over, each once. One that the day's choices name too needs no word. */
function settlePinned(
  pinned: readonly PinnedStory[],
  places: Places,
  context: FrontPageContext,
  findings: Findings,
  hide: ReadonlySet<string>,
): PinnedStory[] {
  const isOver = ({ until }: PinnedStory) => until !== undefined && Date.parse(until) <= context.now;
  const mentions = pinned.map(({ id }, index) => ({ id, file: frontPageFile, places, path: `pinned.${index}` }));
  const lasting = pinned.flatMap((story, index) => {
    const mention = mentions[index] as Mention;
    return isKnown(mention, context, findings) && !isOver(story) ? [{ story, mention }] : [];
  });
  const kept = keepOnce(
    lasting.map(({ mention }) => mention),
    context,
    findings,
    hide,
  );
  return kept.flatMap((id) => lasting.find(({ story }) => story.id === id)?.story ?? []);
}

/** Whether a block was not asked for before. A section is one block, whether it is shown as news or as opinion. */
function isFirst(block: FrontPageBlock, asked: Set<string>, line: number, { notices }: Findings): boolean {
  const name = 'id' in block ? `${block.kind}: ${block.id}` : block.kind;
  const subject = name.replace(/^opinion:/, 'section:');
  if (asked.has(subject)) notices.push(messages.blockRepeated(frontPageFile, line, name));
  const isNew = !asked.has(subject);
  asked.add(subject);
  return isNew;
}

/** Reports a section or a series that is not there; a former id becomes that of today. */
function settleBlock(
  block: Exclude<FrontPageBlock, { kind: 'choice' }>,
  places: Places,
  path: string,
  { sectionIds, seriesIds, sections }: FrontPageContext,
  { problems }: Findings,
): FrontPageBlock[] {
  if (!('id' in block)) return [block];
  const { kind, id } = block;
  const ids = kind === 'series' ? seriesIds : sectionIds;
  const current = ids.get(id);
  if (current !== undefined) return [{ kind, id: current }];
  const known = [...ids].flatMap(([former, today]) => (former === today ? [today] : []));
  const tell = kind === 'series' ? messages.unknownSeries : messages.unknownCategory;
  const named = kind === 'series' ? undefined : sectionNamed(id, sections);
  const meant = named ?? findNearest(id, known);
  problems.push(atPlace(frontPageFile, places, `${path}.${kind}`, tell(id, known), id, meant));
  return [];
}

/** Returns the id of the section with a name, which may be written in the place of the id. */
function sectionNamed(written: string, sections: readonly SectionFile[]): string | undefined {
  const key = foldForMatching(written);
  const [only, ...others] = sections.filter(({ name }) => name !== undefined && foldForMatching(name) === key);
  return others.length === 0 ? only?.id : undefined;
}

function settleSections(context: FrontPageContext, findings: Findings): Record<string, string[]> {
  const { sections, published } = context;
  const leads = sections.map(({ id: section, file, lead, places }): [string, string[]] => {
    const mentions = lead.map((id, index) => ({ id, file, places, path: `lead.${index}` }));
    const kept = keepOnce(mentions, context, findings).filter((id) => {
      const own = published.get(id);
      if (own === section || own === undefined) return true;
      const mention = mentions.find((each) => each.id === id) as Mention;
      findings.notices.push(messages.articleOfOtherSection(file, lineOf(mention), id, own));
      return false;
    });
    return [section, kept];
  });
  return Object.fromEntries(leads.filter(([, lead]) => lead.length > 0));
}

/** Returns the ids that hold, each once: a repeated one falls away with a notice. */
function keepOnce(
  mentions: readonly Mention[],
  context: FrontPageContext,
  findings: Findings,
  hide: ReadonlySet<string> = new Set(),
  shown: Set<string> = new Set(),
): string[] {
  return mentions.flatMap((mention) => {
    const { id, file } = mention;
    if (!holds(mention, context, findings, hide)) return [];
    if (shown.has(id)) {
      findings.notices.push(messages.articleRepeated(file, lineOf(mention), id));
      return [];
    }
    shown.add(id);
    return [id];
  });
}

const tellsWhy = {
  unpublished: messages.articleNotShown,
  expired: messages.articleExpired,
  withdrawn: messages.articleWithdrawn,
};

/** Whether an article can be on the page: it is there, published and not hidden. */
function holds(mention: Mention, context: FrontPageContext, findings: Findings, hide: ReadonlySet<string>): boolean {
  const { id, file } = mention;
  if (!isKnown(mention, context, findings)) return false;
  if (!context.published.has(id)) {
    findings.notices.push(tellsWhy[context.gone.get(id) ?? 'unpublished'](file, lineOf(mention), id));
    return false;
  }
  if (hide.has(id)) findings.notices.push(messages.articleHidden(file, lineOf(mention), id));
  return !hide.has(id);
}

function isKnown({ id, file, places, path }: Mention, context: FrontPageContext, { problems }: Findings): boolean {
  if (context.articles.has(id)) return true;
  if (problems.length >= mostProblems) return false;
  const inAddress = /\/([^/?#]+)\/?(?:[?#].*)?$/.exec(id)?.[1] ?? '';
  const nearest = context.articles.has(inAddress) ? inAddress : findNearest(id, [...context.articles.keys()]);
  const message = nearest === undefined ? messages.unknownArticle(id) : messages.nearestArticle(id, nearest);
  problems.push(atPlace(file, places, path, message, id, nearest));
  return false;
}

function lineOf({ id, places, path }: Mention): number {
  return placeIn(places, path, id).line;
}
