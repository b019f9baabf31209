import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, test } from 'vitest';
import { blameComponent, describeCompilation } from '../../../../src/site-build/astro/component-errors.ts';

const content = '/paper/content';

it.each<[message: string, told: string]>([
  [
    "Build failed with 1 error:\n\n[plugin astro:build] /paper/content/theme/components/Chart.astro:5:90\nCompilerError: Closing tag '</div>' has no matching opening tag.\n    at compile (file:///engine/compile.js:73:11)",
    "theme/components/Chart.astro:5: لا يُقرأ هذا الملف من ملفات المكوّنات، فلم يُبنَ الموقع. راجع هذا السطر.\n    Closing tag '</div>' has no matching opening tag.",
  ],
  [
    'Build failed with 1 error:\n\n\u001b[31m[PARSE_ERROR] \u001b[0mUnexpected token\n [ /paper/content/theme/components/Chart.astro:2:1 ]',
    'theme/components/Chart.astro:2: لا يُقرأ هذا الملف من ملفات المكوّنات، فلم يُبنَ الموقع. راجع هذا السطر.\n    Unexpected token',
  ],
  [
    "Build failed with 1 error:\n\n[plugin x] Error: The newsroom's theme/components/Chart.astro may not import ../../site.yaml.",
    'theme/components/Chart.astro:1: المكوّن يستورد «../../site.yaml»، ',
  ],
  [
    'Build failed with 1 error:\n\n[plugin vite:json] Failed to parse JSON file /paper/content/theme/components/a/data.json:3:2\nSyntaxError: Unexpected token',
    'theme/components/a/data.json:3: لا يُقرأ هذا الملف',
  ],
])('an error of the compilation is told with file and line: %j', (message, told) => {
  expect(describeCompilation({ message }, content)?.message).toContain(told);
});

test('an error in a file of the engine is not told as one of the newsroom', () => {
  const message =
    'Build failed with 1 error:\n\n[plugin astro:build] /engine/src/pages/index.astro:5:90\nCompilerError: x';
  expect(describeCompilation({ message }, content)).toBeUndefined();
});

test('what a component throws is told with the line that a map gives, and without a map with its first line', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'component-'));
  const compiled = path.join(root, 'page.mjs');
  // The first line of the compiled file comes from the third of the component.
  const map = { version: 3, sources: ['../content/theme/components/Chart.astro'], names: [], mappings: 'AAEA' };
  await writeFile(`${compiled}.map`, JSON.stringify(map));
  const thrown = (stack: string) => ({
    message: 'x is not defined',
    themeComponent: 'theme/components/Chart.astro',
    stack,
  });
  const reason = 'توقف هذا المكوّن في أثناء عرض مقال يستعمله. راجع ما يقرؤه من خصائص وملفات.\n    x is not defined';
  await expect(blameComponent(thrown(`Error\n    at Chart (${pathToFileURL(compiled)}:1:1)`))).rejects.toThrow(
    `theme/components/Chart.astro:3: ${reason}`,
  );
  await expect(blameComponent(thrown('Error'))).rejects.toThrow(`theme/components/Chart.astro:1: ${reason}`);
  await rm(root, { recursive: true });
});

test('the error of a page without components stays as it is', async () => {
  const error = new Error('no');
  await expect(blameComponent(error)).rejects.toBe(error);
});
