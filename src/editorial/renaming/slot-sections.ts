import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { readYaml } from '../../schema/yaml/read-yaml.ts';
import { renameInScalar } from './front-matter-words.ts';
import { applyChanges, pairOf, rangeOf, rootMap, type TextChange } from './yaml-lists.ts';

/**
 * Changes the id of a section in the text of `slots.yaml` and leaves every other character as it is. Returns the same
 * text if the id is not there, and undefined if it is, but cannot be changed without changing more.
 */
export function renameInSlots(text: string, rename: (word: string) => string | undefined): string | undefined {
  const map = rootMap(text);
  if (!map) return text;
  const values = map.items.flatMap(({ value: slot }) =>
    isMap(slot) ? [pairOf(slot, 'sections')?.value, pairOf(slot, 'except-sections')?.value] : [],
  );
  const scalars = values
    .flatMap((value): unknown[] => (isSeq(value) ? value.items : [value]))
    .filter((item): item is Scalar => isScalar(item));
  const changes = scalars.map((scalar): TextChange => {
    const { start, end } = rangeOf(scalar);
    return { start, end, replacement: renameInScalar(text.slice(start, end), scalar, rename) };
  });
  const changed = applyChanges(text, changes);
  const before = readYaml(text, '', 1).problems;
  return readYaml(changed, '', 1).problems.length > before.length ? undefined : changed;
}
