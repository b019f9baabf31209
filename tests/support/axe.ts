import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Runs axe on a page, or only below a selector. Returns each violation with its rule, its elements and an explanation.
 */
export async function violations(page: Page, selector?: string): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(async (part) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const rules = { 'label-content-name-mismatch': { enabled: true } };
    return checker.run(part ?? document, { resultTypes: ['violations'], rules });
  }, selector);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 200)} ${failureSummary}`),
  );
}
