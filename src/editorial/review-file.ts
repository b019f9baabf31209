import type { z } from 'zod';
import { typographyRules } from '../lib/arabic/typography-rules.ts';
import {
  applyEdits,
  type Edit,
  findEdits,
  originBefore,
  shiftEdits,
  type TrackedText,
  withEdits,
} from '../lib/tracked-text.ts';
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
import { type Chunk, inOrder, keepStructure } from './keep-structure.ts';
import { indexLines, type Lines } from './lines.ts';
import { findMarkup, type MarkupObservation } from './marks/find-marks.ts';
import { findScalarMarks } from './marks/scalar-marks.ts';
import { type Observation, type Rulebook, reviewProse, toFileEdits } from './review-prose.ts';
import { chooseTanween } from './tanween.ts';
import { type PrintableText, removeUnprintable, withoutCovered } from './unprintable.ts';

export interface ContentText {
  /** Relative to the content directory, with `/`. */
  file: string;
  text: string;
}

export interface ReviewedFile {
  /** In the order of the file; one for each rule and line. */
  findings: Finding[];
  /** The text with everything fixable corrected. */
  fixed: string;
  /** Makes the finding of a rule across files; undefined if the rule is switched off or the line is exempt from it. */
  findAt(rule: RuleId, place: { line: number; column?: number | undefined }): Finding | undefined;
}

/** The longest headline that search engines and share cards show in full, in graphemes. */
const longestHeadline = 110;
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** Returns the rules that a site has not switched off. */
export function openRulebook(off: readonly RuleId[], houseStyle: readonly HouseSpelling[]): Rulebook {
  return {
    typography: typographyRules.filter(({ id }) => !off.includes(id)),
    isOn: (rule) => !off.includes(rule),
    findHouseStyle: createHouseStyle(houseStyle),
  };
}

/**
 * Applies the rules to the prose of a content file; code, URLs, HTML and keys are not prose. Unprintable characters and
 * bidi embeddings are found everywhere, and the other rules are applied to the text without them, as the build reads it.
 * Markup that Markdown does not read is mended before the rules for prose run, so that they know what is a link.
 */
export function reviewFile({ file, text }: ContentText, rulebook: Rulebook): ReviewedFile {
  const printable = removeUnprintable(text);
  const typed = openFile({ file, text: printable.text }, rulebook);
  const { opened, mended, observations: ofMarkup } = mendMarkup(typed);
  const chunks = [
    ...reviewScalars(opened),
    ...(opened.body ? keepStructure(opened.text, opened.body, reviewBody(opened, opened.body)) : []),
  ];
  const ofRules = locateEdits(
    mended,
    chunks.flatMap((chunk) => chunk.edits),
    printable,
  );
  const lines = indexLines(text);
  const unprintable = findUnprintableMarks(printable, typed, lines);
  const edits = inOrder([...ofRules, ...withoutCovered(unprintable, ofRules)]);
  const reviewed: Reviewed = { file, text, lines, edits };
  const ofProse = [...chunks.flatMap((chunk) => chunk.observations), ...reviewHeadlineAndImages(opened)];
  const observations = [
    ...unprintable.map(({ start }): Observation => ({ rule: 'invisible', at: start, isFixable: true })),
    ...[
      ...chooseTanween(ofProse).map((observation) => locateInTyped(observation, mended, typed.text)),
      ...ofMarkup,
    ].map((observation) => locateObservation(observation, printable)),
  ];
  return {
    findings: oncePerLine(inTextOrder(observations), lines).map((observation) => toFinding(observation, reviewed)),
    fixed: withEdits(text, edits),
    findAt(rule, { line, column = 1 }) {
      if (!rulebook.isOn(rule) || typed.isExempt(rule, typed.lines.startOf(line))) return undefined;
      return toFinding({ rule, at: lines.startOf(line) + column - 1, isFixable: false }, reviewed);
    },
  };
}

/** Mending one mark can show another; more rounds than this only come from texts that are made for it. */
const mostRounds = 4;

interface MendedFile {
  opened: OpenedFile;
  mended: TrackedText;
  /** Their offsets are those of the text before it was mended. */
  observations: Observation[];
}

/** Mends the markup of a file where the correction is certain, and finds what else readers would see or not see. */
function mendMarkup(typed: OpenedFile): MendedFile {
  let opened = typed;
  let mended: TrackedText = { text: typed.text };
  const fixed: Observation[] = [];
  for (let round = 0; ; round += 1) {
    const found = reviewMarkup(opened);
    const certain = round < mostRounds ? withoutOverlaps(found.filter(({ isFixable }) => isFixable)) : [];
    const located = (observations: readonly MarkupObservation[]) =>
      observations.map(({ edits: _edits, ...observation }) => locateInTyped(observation, mended, typed.text));
    if (certain.length === 0) {
      const rest = located(found).map((observation) => ({ ...observation, isFixable: false }));
      return { opened, mended, observations: [...fixed, ...rest] };
    }
    fixed.push(...located(certain));
    mended = applyEdits(mended, inOrder(certain.flatMap(({ edits }) => edits)));
    opened = openFile({ file: typed.file, text: mended.text }, typed.rulebook);
  }
}

function reviewMarkup({ text, body, scalars, rulebook, isExempt }: OpenedFile): MarkupObservation[] {
  const found = [...scalars.flatMap(findScalarMarks), ...(body ? findMarkup(text, body) : [])];
  return found.filter(({ rule, at }) => rulebook.isOn(rule) && !isExempt(rule, at));
}

/** Leaves out the observations whose edits touch those of one before them. */
function withoutOverlaps(observations: readonly MarkupObservation[]): MarkupObservation[] {
  const startOf = ({ edits: [first] }: MarkupObservation) => first?.start ?? 0;
  let reached = -1;
  return observations
    .toSorted((a, b) => startOf(a) - startOf(b))
    .filter((observation) => {
      const isFree = startOf(observation) > reached;
      if (isFree) reached = observation.edits.at(-1)?.end ?? reached;
      return isFree;
    });
}

/** Returns the edits of a printable text that mend its markup and apply the rules, as edits of the original. */
function locateEdits(mended: TrackedText, ofRules: readonly Edit[], { text, locateEdit }: PrintableText): Edit[] {
  const edits = mended.origins ? findEdits(text, applyEdits(mended, inOrder(ofRules))) : ofRules;
  return edits.map(locateEdit);
}

/** Moves an observation from the mended text to the text as typed; a correction of what was mended is dropped. */
function locateInTyped(observation: Observation, mended: TrackedText, typed: string): Observation {
  if (!mended.origins) return observation;
  const { correction, until, ...rest } = observation;
  const located = {
    ...rest,
    at: originBefore(mended, observation.at),
    ...(until !== undefined && { until: originBefore(mended, until - 1) + 1 }),
  };
  if (!correction) return located;
  const start = originBefore(mended, correction.start);
  const end = correction.end === correction.start ? start : originBefore(mended, correction.end - 1) + 1;
  const isSame = typed.slice(start, end) === mended.text.slice(correction.start, correction.end);
  return isSame ? { ...located, correction: { ...correction, start, end } } : located;
}

/** Returns the edits of unprintable characters that the rule for invisible marks may make. */
function findUnprintableMarks({ edits }: PrintableText, { rulebook, lines, isExempt }: OpenedFile, original: Lines) {
  return edits.filter(({ start }) => {
    const startOfLine = lines.startOf(original.placeOf(start).line);
    return rulebook.isOn('invisible') && !isExempt('invisible', startOfLine);
  });
}

function locateObservation(observation: Observation, { locate, locateEdit }: PrintableText): Observation {
  const { at, until, correction } = observation;
  return {
    ...observation,
    at: locate(at),
    ...(until !== undefined && { until: locate(until - 1) + 1 }),
    ...(correction && { correction: locateEdit(correction) }),
  };
}

/** A content file with what the rules need. */
interface OpenedFile {
  file: string;
  text: string;
  lines: Lines;
  rulebook: Rulebook;
  isExempt(rule: RuleId, offset: number): boolean;
  schema: z.ZodType | undefined;
  /** Undefined if the file has no front matter. */
  yaml: YamlSource | undefined;
  scalars: ScalarProse[];
  /** Undefined if the file has no body, or one that cannot be parsed. */
  body: OpenedBody | undefined;
}

interface OpenedBody extends BodyInFile {
  parsed: ParsedBody;
}

function openFile({ file, text }: ContentText, rulebook: Rulebook): OpenedFile {
  const lines = indexLines(text);
  const { yaml, body } = splitFile(file, text);
  const bodyLine = body ? lines.placeOf(body.start).line : Number.POSITIVE_INFINITY;
  const exemptions = findExemptions(text, bodyLine);
  const schema = schemaOf(file);
  const parsed = body && parseBodyInFile(body);
  return {
    file,
    text,
    lines,
    rulebook,
    isExempt: (rule, offset) => isExemptLine(exemptions, lines.placeOf(offset).line, rule),
    schema,
    yaml,
    scalars: schema && yaml ? findScalarProse(yaml, schema, lines.startOf) : [],
    body: body && parsed && { ...body, parsed },
  };
}

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

function reviewScalars({ scalars, rulebook, isExempt, text }: OpenedFile): Chunk[] {
  return scalars.map((prose) => {
    const { revision, observations } = reviewProse(prose, rulebook, isExempt);
    return { edits: revision.length > 0 ? rewrite(prose, revision, text) : [], observations };
  });
}

/** Edits a value in place, or rewrites it in quotation marks if YAML would read the edited value differently. */
function rewrite(prose: ScalarProse, revision: readonly Edit[], text: string): Edit[] {
  const { start, end, isInFlow } = prose;
  const spelling = text.slice(start, end);
  const inPlace = toFileEdits(revision, prose);
  const edited = withEdits(spelling, shiftEdits(inPlace, -start));
  const whole = respell(spelling, withEdits(prose.text, revision), isInFlow);
  return edited === whole ? inPlace : [{ start, end, replacement: whole }];
}

function reviewBody({ text, rulebook, isExempt }: OpenedFile, { parsed }: OpenedBody): Chunk[] {
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

/** Returns the observations about the headline and the images; none of them is fixable. */
function reviewHeadlineAndImages({
  schema,
  yaml,
  scalars,
  lines,
  body,
  rulebook,
  isExempt,
}: OpenedFile): Observation[] {
  const observations = [
    ...reviewHeadline(scalars),
    ...(yaml && schema === articleSchema ? reviewLeadImage(yaml, lines) : []),
    ...(body ? reviewImages(body.parsed) : []),
  ];
  return observations.filter(({ rule, at }) => rulebook.isOn(rule) && !isExempt(rule, at));
}

function reviewHeadline(scalars: readonly ScalarProse[]): Observation[] {
  const title = scalars.find(({ path }) => path.join('.') === 'title');
  if (!title || [...graphemes.segment(title.text)].length <= longestHeadline) return [];
  return [{ rule: 'headline-length', at: title.start, isFixable: false }];
}
