import type { Nodes, Root } from 'mdast';
import { typographyRules, withEdits } from '../lib/arabic/typography.ts';
import type { Edit } from '../lib/tracked-text.ts';
import { findFrontMatter } from '../schema/front-matter.ts';
import type { Problem } from '../schema/problem.ts';
import { type RuleId, ruleIds } from '../schema/rules.ts';
import type { HouseSpelling } from '../schema/style-list.ts';
import { readYaml, type YamlSource } from '../schema/yaml-source.ts';
import { type BodyInFile, isReordering, type ParsedBody, parseBodyInFile } from './body-source.ts';
import { schemaOf } from './content-schema.ts';
import { findExemptions, isExempt as isExemptLine } from './exemptions.ts';
import { findScalarProse, respell, type ScalarProse } from './front-matter-prose.ts';
import { createHouseStyle } from './house-style.ts';
import { indexLines, type Lines } from './lines.ts';
import { findLinks } from './links.ts';
import { type Observation, type Rulebook, reviewProse, toFileEdits } from './review-prose.ts';
import { ruleTexts } from './rules.ts';
import { skeletonOf } from './skeleton.ts';

/** Something in a text that a rule does not let pass. The build goes on all the same. */
export interface Finding extends Problem {
  rule: RuleId;
  /** `npm run check -- --fix` mends it. */
  isFixable: boolean;
  excerpt: Excerpt;
}

/** The words around a place, since a paragraph is one long line. */
export interface Excerpt {
  typed: string;
  /** Index of the place in `typed`. */
  at: number;
  /** The same words as they should be, where that is known. */
  meant?: string;
}

export interface ContentText {
  /** Content-relative, with `/`. */
  file: string;
  text: string;
}

export interface ReviewedFile {
  /** In the order of the file; a rule is told once for each line. */
  findings: Finding[];
  /** The text with all that is fixable mended; the same where nothing is. */
  fixed: string;
  /** The links of its body, each with what is to be said where it is broken. */
  links: { url: string; finding: Finding }[];
}

/** The longest headline that search engines and share cards show whole, in letters. */
const longestHeadline = 110;
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** The rules of a site, without those that it has switched off. */
export function openRulebook(off: readonly RuleId[], houseStyle: readonly HouseSpelling[]): Rulebook {
  return {
    typography: typographyRules.filter(({ id }) => !off.includes(id)),
    isOn: (rule) => !off.includes(rule),
    findHouseStyle: createHouseStyle(houseStyle),
  };
}

/** Holds the prose of a content file against the rules. Code, addresses, HTML and keys are no prose. */
export function reviewFile({ file, text }: ContentText, rulebook: Rulebook): ReviewedFile {
  const lines = indexLines(text);
  const exemptions = findExemptions(text);
  const isExempt = (rule: RuleId, offset: number) => isExemptLine(exemptions, lines.placeOf(offset).line, rule);
  const { yaml, body } = splitFile(file, text);
  const schema = schemaOf(file);
  const scalars = schema && yaml ? findScalarProse(yaml, schema, lines.startOf) : [];
  const parsed = body && parseBodyInFile(body);

  const chunks: Chunk[] = [
    ...scalars.map((prose): Chunk => {
      const { revision, observations } = reviewProse(prose, rulebook, isExempt);
      return { edits: revision.length > 0 ? rewrite(prose, revision, text) : [], observations };
    }),
    ...reviewBody(parsed, rulebook, isExempt, text),
  ];
  const accepted = body ? keepStructure(text, body, chunks) : chunks;
  const edits = inOrder(accepted.flatMap((chunk) => chunk.edits));
  const fixed = withEdits(text, edits);
  const others = [...reviewHeadline(scalars), ...(yaml ? reviewLeadImage(yaml, lines) : []), ...reviewImages(parsed)];
  const observations = [
    ...accepted.flatMap((chunk) => chunk.observations),
    ...others.filter(({ rule, at }) => rulebook.isOn(rule) && !isExempt(rule, at)),
  ];
  const reviewed: Reviewed = { file, text, lines, edits, fixedLines: indexLines(fixed) };
  const links = parsed && rulebook.isOn('broken-link') ? findLinks(parsed) : [];
  return {
    findings: oncePerLine(inTextOrder(observations).map((observation) => describe(observation, reviewed))),
    fixed,
    links: links
      .filter(({ at }) => !isExempt('broken-link', at))
      .map(({ url, at }) => ({ url, finding: describe({ rule: 'broken-link', at, isFixable: false }, reviewed) })),
  };
}

/** What is mended together or not at all. */
interface Chunk {
  edits: Edit[];
  observations: Observation[];
}

type IsExempt = (rule: RuleId, offset: number) => boolean;

function splitFile(file: string, text: string): { yaml?: YamlSource; body?: BodyInFile } {
  if (/\.ya?ml$/.test(file)) return { yaml: readYaml(text, file, 1) };
  const bounds = findFrontMatter(text);
  if (!bounds) return {};
  const { yamlStart, yamlEnd, bodyStart } = bounds;
  const firstLine = text.slice(0, yamlStart).split('\n').length;
  return {
    yaml: readYaml(text.slice(yamlStart, yamlEnd), file, firstLine),
    body: { text: text.slice(bodyStart), start: bodyStart, format: file.endsWith('.mdx') ? 'mdx' : 'md' },
  };
}

/** In place, or the whole value in marks of its own where YAML would read the edited one as something else. */
function rewrite(prose: ScalarProse, revision: readonly Edit[], text: string): Edit[] {
  const { start, end, isInFlow } = prose;
  const spelling = text.slice(start, end);
  const inPlace = toFileEdits(revision, prose);
  const edited = withEdits(
    spelling,
    inPlace.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  const whole = respell(spelling, withEdits(prose.text, revision), isInFlow);
  return edited === whole ? inPlace : [{ start, end, replacement: whole }];
}

function reviewBody(parsed: ParsedBody | undefined, rulebook: Rulebook, isExempt: IsExempt, text: string): Chunk[] {
  if (!parsed) return [];
  const marks = parsed.leadingMarks
    .map(
      (edit) =>
        ({ edit, rule: isReordering(text.slice(edit.start, edit.end)) ? 'bidi-override' : 'invisible' }) as const,
    )
    .filter(({ edit, rule }) => rulebook.isOn(rule) && !isExempt(rule, edit.start));
  return [
    ...marks.map(({ edit, rule }) => ({ edits: [edit], observations: [{ rule, at: edit.start, isFixable: true }] })),
    ...parsed.prose.map((prose) => {
      const { revision, observations } = reviewProse(prose, rulebook, isExempt);
      return { edits: toFileEdits(revision, prose), observations };
    }),
  ];
}

/** Without the chunks that would change how Markdown reads the body: `1 .` at the beginning of a line is no list. */
function keepStructure(text: string, body: BodyInFile, chunks: readonly Chunk[]): readonly Chunk[] {
  const skeleton = skeletonIn(text, body);
  const keeps = (kept: readonly Chunk[]) => skeletonIn(apply(text, kept), body) === skeleton;
  if (skeleton === undefined || chunks.every(({ edits }) => edits.length === 0) || keeps(chunks)) return chunks;
  const kept: Chunk[] = [];
  return chunks.map((chunk) => {
    if (chunk.edits.length > 0 && !keeps([...kept, chunk])) {
      return {
        edits: [],
        observations: chunk.observations.map((observation) => ({ ...observation, isFixable: false })),
      };
    }
    kept.push(chunk);
    return chunk;
  });
}

function skeletonIn(text: string, { format }: BodyInFile): string | undefined {
  const start = findFrontMatter(text)?.bodyStart ?? 0;
  const parsed = parseBodyInFile({ text: text.slice(start), start, format });
  return parsed && skeletonOf(parsed.tree);
}

function apply(text: string, chunks: readonly Chunk[]): string {
  return withEdits(text, inOrder(chunks.flatMap(({ edits }) => edits)));
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function reviewHeadline(scalars: readonly ScalarProse[]): Observation[] {
  const title = scalars.find(({ path }) => path.join('.') === 'title');
  if (!title || [...graphemes.segment(title.text)].length <= longestHeadline) return [];
  return [{ rule: 'headline-length', at: title.start, isFixable: false }];
}

function reviewLeadImage(yaml: YamlSource, lines: Lines): Observation[] {
  const image = yaml.value?.image;
  const alt = typeof image === 'object' && image !== null && 'alt' in image ? image.alt : undefined;
  if (image === undefined || alt !== undefined || yaml.problems.length > 0 || yaml.isEmpty(['image', 'alt'])) return [];
  const place = yaml.placeOfValue(typeof image === 'string' ? ['image'] : ['image', 'src']);
  return [{ rule: 'missing-alt', at: lines.startOf(place.line) + place.start, isFixable: false }];
}

function reviewImages(parsed: ParsedBody | undefined): Observation[] {
  return parsed ? imagesWithoutAlt(parsed.tree).map((node) => missingAlt(node, parsed)) : [];
}

function imagesWithoutAlt(node: Root | Nodes): Nodes[] {
  const isOne =
    ((node.type === 'image' || node.type === 'imageReference') && (node.alt ?? '').trim() === '') ||
    (node.type === 'html' && /<img\b(?![^>]*\balt=)/i.test(node.value)) ||
    ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
      node.name === 'img' &&
      !node.attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'alt'));
  const inside = 'children' in node ? node.children.flatMap(imagesWithoutAlt) : [];
  return isOne ? [node, ...inside] : inside;
}

function missingAlt(node: Nodes, { locate }: ParsedBody): Observation {
  return { rule: 'missing-alt', at: locate(node.position?.start.offset ?? 0), isFixable: false };
}

interface Reviewed {
  file: string;
  text: string;
  lines: Lines;
  edits: readonly Edit[];
  fixedLines: Lines;
}

function describe({ rule, at, isFixable, correction }: Observation, reviewed: Reviewed): Finding {
  const { file, lines, fixedLines } = reviewed;
  const { line, column } = lines.placeOf(at);
  const suggestion = isFixable ? fixedLines.textOf(line) : correction && corrected(correction, line, lines);
  return {
    file,
    line,
    column,
    source: lines.textOf(line),
    rule,
    isFixable,
    message: ruleTexts[rule].message,
    ...(suggestion !== undefined && { suggestion }),
    excerpt: excerptAround(at, isFixable ? reviewed.edits : correction ? [correction] : [], reviewed),
  };
}

function oncePerLine(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter(({ line, rule }) => {
    const isNew = !told.has(`${line} ${rule}`);
    told.add(`${line} ${rule}`);
    return isNew;
  });
}

const excerptReach = 24;

/** Whole words on both sides of a place, within its line. */
function excerptAround(at: number, edits: readonly Edit[], { text, lines }: Reviewed): Excerpt {
  const { line } = lines.placeOf(at);
  const lineStart = lines.startOf(line);
  const lineEnd = lineStart + lines.textOf(line).length;
  const before = text.slice(Math.max(lineStart, at - excerptReach), at);
  const after = text.slice(at, Math.min(lineEnd, at + excerptReach));
  const start = at - excerptReach <= lineStart ? lineStart : at - (before.length - before.search(/(?<=\s)\S|$/));
  const end = at + excerptReach >= lineEnd ? lineEnd : at + Math.max(after.search(/\s\S*$/), 1);
  const typed = text.slice(start, end);
  const within = edits.filter((edit) => edit.start >= start && edit.end <= end);
  const meant = withEdits(
    typed,
    within.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  return { typed, at: at - start, ...(within.length > 0 && { meant }) };
}

function inTextOrder(observations: readonly Observation[]): Observation[] {
  return observations.toSorted((a, b) => a.at - b.at || ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule));
}

function corrected({ start, end, replacement }: Edit, line: number, lines: Lines): string {
  const from = lines.startOf(line);
  return withEdits(lines.textOf(line), [{ start: start - from, end: end - from, replacement }]);
}
