import { typographyRules } from '../lib/arabic/typography-rules.ts';
import { type Edit, shiftEdits, withEdits } from '../lib/tracked-text.ts';
import { articleSchema } from '../schema/article.ts';
import { findFrontMatter } from '../schema/front-matter.ts';
import type { RuleId } from '../schema/rules.ts';
import type { HouseSpelling } from '../schema/style-list.ts';
import { readYaml } from '../schema/yaml/read-yaml.ts';
import type { YamlSource } from '../schema/yaml/types.ts';
import { type BodyInFile, isReordering, type ParsedBody, parseBodyInFile } from './body-source.ts';
import { schemaOf } from './content-schema.ts';
import { findExemptions, isExempt as isExemptLine } from './exemptions.ts';
import { type Finding, inTextOrder, oncePerLine, type Reviewed, toFinding } from './findings.ts';
import { findScalarProse, respell, type ScalarProse } from './front-matter-prose.ts';
import { createHouseStyle } from './house-style.ts';
import { reviewImages, reviewLeadImage } from './images.ts';
import { indexLines } from './lines.ts';
import { findLinks } from './links.ts';
import { type Observation, type Rulebook, reviewProse, toFileEdits } from './review-prose.ts';
import { skeletonOf } from './skeleton.ts';

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
  /**
   * The links of its body, each with what is to be said where it is broken; `isTold` is false where the rule is switched off
   * or the line exempt from it.
   */
  links: { url: string; finding: Finding; isTold: boolean }[];
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
  const { yaml, body } = splitFile(file, text);
  const bodyLine = body ? lines.placeOf(body.start).line : Number.POSITIVE_INFINITY;
  const exemptions = findExemptions(text, bodyLine);
  const isExempt = (rule: RuleId, offset: number) => isExemptLine(exemptions, lines.placeOf(offset).line, rule);
  const schema = schemaOf(file);
  const scalars = schema && yaml ? findScalarProse(yaml, schema, lines.startOf) : [];
  const parsed = body && parseBodyInFile(body);

  const inYaml = scalars.map((prose): Chunk => {
    const { revision, observations } = reviewProse(prose, rulebook, isExempt);
    return { edits: revision.length > 0 ? rewrite(prose, revision, text) : [], observations };
  });
  const inBody = parsed ? reviewBody(parsed, rulebook, isExempt, text) : [];
  const accepted = [...inYaml, ...(parsed && body ? keepStructure(text, body, parsed, inBody) : [])];
  const edits = inOrder(accepted.flatMap((chunk) => chunk.edits));
  const fixed = withEdits(text, edits);
  const others = [
    ...reviewHeadline(scalars),
    ...(yaml && schema === articleSchema ? reviewLeadImage(yaml, lines) : []),
    ...(parsed ? reviewImages(parsed) : []),
  ];
  const observations = [
    ...accepted.flatMap((chunk) => chunk.observations),
    ...others.filter(({ rule, at }) => rulebook.isOn(rule) && !isExempt(rule, at)),
  ];
  const reviewed: Reviewed = { file, text, lines, edits, fixedLines: indexLines(fixed) };
  return {
    findings: oncePerLine(inTextOrder(observations), lines).map((observation) => toFinding(observation, reviewed)),
    fixed,
    links: (parsed ? findLinks(parsed) : []).map(({ url, at }) => ({
      url,
      finding: toFinding({ rule: 'broken-link', at, isFixable: false }, reviewed),
      isTold: rulebook.isOn('broken-link') && !isExempt('broken-link', at),
    })),
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
  const edited = withEdits(spelling, shiftEdits(inPlace, -start));
  const whole = respell(spelling, withEdits(prose.text, revision), isInFlow);
  return edited === whole ? inPlace : [{ start, end, replacement: whole }];
}

function reviewBody(parsed: ParsedBody, rulebook: Rulebook, isExempt: IsExempt, text: string): Chunk[] {
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
function keepStructure(
  text: string,
  { start, format }: BodyInFile,
  { tree }: ParsedBody,
  chunks: readonly Chunk[],
): readonly Chunk[] {
  if (chunks.every(({ edits }) => edits.length === 0)) return chunks;
  const skeleton = skeletonOf(tree);
  const keeps = (kept: readonly Chunk[]) => {
    const edited = withEdits(text, inOrder(kept.flatMap(({ edits }) => edits)));
    const parsed = parseBodyInFile({ text: edited.slice(start), start, format });
    return parsed !== undefined && skeletonOf(parsed.tree) === skeleton;
  };
  return settle(chunks, [], keeps);
}

/** Halves what cannot be kept as a whole, until what does the harm is found. */
function settle(
  chunks: readonly Chunk[],
  kept: readonly Chunk[],
  keeps: (chunks: readonly Chunk[]) => boolean,
): readonly Chunk[] {
  if (keeps([...kept, ...chunks])) return chunks;
  if (chunks.length === 1) return chunks.map(withoutEdits);
  const middle = Math.ceil(chunks.length / 2);
  const first = settle(chunks.slice(0, middle), kept, keeps);
  return [...first, ...settle(chunks.slice(middle), [...kept, ...first], keeps)];
}

function withoutEdits({ observations }: Chunk): Chunk {
  return { edits: [], observations: observations.map((observation) => ({ ...observation, isFixable: false })) };
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function reviewHeadline(scalars: readonly ScalarProse[]): Observation[] {
  const title = scalars.find(({ path }) => path.join('.') === 'title');
  if (!title || [...graphemes.segment(title.text)].length <= longestHeadline) return [];
  return [{ rule: 'headline-length', at: title.start, isFixable: false }];
}
