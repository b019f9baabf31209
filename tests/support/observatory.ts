/**
 * The scoring of Mozilla's HTTP Observatory, as far as headers decide it: `src/grader/charts.js` and
 * `src/analyzer/tests/` of https://github.com/mdn/mdn-http-observatory (2026). The score begins at 100; bonuses count
 * only if it is at least 90 without them.
 */

/** Headers by their names in lower case, as a site with TLS sends them with its front page. */
type Headers = Readonly<Record<string, string>>;
type Directives = ReadonlyMap<string, readonly string[]>;

const baseline = 100;
const leastForBonuses = 90;
const sixMonths = 15_768_000;

/** By the name of each test of the Observatory, what it adds to the score. */
export const observatoryTests: Readonly<Record<string, (headers: Headers) => number>> = {
  'content-security-policy': scorePolicy,
  cookies: (headers) => (headers['set-cookie'] === undefined ? 0 : -20),
  'cross-origin-resource-sharing': (headers) =>
    headers['access-control-allow-credentials'] === 'true' && headers['access-control-allow-origin'] !== undefined
      ? -50
      : 0,
  // The host redirects to TLS, on the same name.
  redirection: () => 0,
  'referrer-policy': ({ 'referrer-policy': value }) => {
    if (value === undefined) return 0;
    return /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(value) ? 5 : -5;
  },
  'strict-transport-security': ({ 'strict-transport-security': value }) => {
    const seconds = /(?:^|;\s*)max-age=(\d+)/.exec(value ?? '')?.[1];
    if (seconds === undefined) return -20;
    return Number(seconds) >= sixMonths ? 0 : -10;
  },
  // Scripts of other origins without a hash would cost points; a policy with 'self' alone loads none.
  'subresource-integrity': (headers) =>
    readPolicy(headers['content-security-policy'])
      .get('script-src')
      ?.some((source) => /^https?:/.test(source))
      ? -5
      : 0,
  'x-content-type-options': ({ 'x-content-type-options': value }) => (value === 'nosniff' ? 0 : -5),
  'x-frame-options': (headers) => {
    if (readPolicy(headers['content-security-policy']).has('frame-ancestors')) return 5;
    return /^(?:deny|sameorigin)$/i.test(headers['x-frame-options'] ?? '') ? 0 : -20;
  },
  'cross-origin-resource-policy': ({ 'cross-origin-resource-policy': value }) => {
    if (value === undefined || value === 'cross-origin') return 0;
    return value === 'same-origin' || value === 'same-site' ? 10 : -5;
  },
};

const broad = new Set(['*', 'http:', 'https:', 'ftp:']);
const inline = new Set(["'unsafe-inline'", 'data:']);

function scorePolicy({ 'content-security-policy': policy }: Headers): number {
  const directives = readPolicy(policy);
  if (directives.size === 0) return -25;
  const sources = (name: string) => directives.get(name) ?? directives.get('default-src') ?? ['*'];
  const scripts = sources('script-src');
  const styles = sources('style-src');
  const passive = [...sources('img-src'), ...sources('media-src')];
  if (scripts.some((source) => broad.has(source) || inline.has(source))) return -20;
  if (sources('object-src').some((source) => broad.has(source))) return -20;
  const isWithoutTls = (source: string) => source.startsWith('http:') || source.startsWith('ftp:');
  const active = [...directives].filter(([name]) => name !== 'img-src' && name !== 'media-src');
  if (active.some(([, listed]) => listed.some(isWithoutTls))) return -20;
  if ([...scripts, ...styles].includes("'unsafe-eval'")) return -10;
  if (passive.some(isWithoutTls)) return -10;
  if (styles.some((source) => broad.has(source) || inline.has(source))) return 0;
  return directives.get('default-src')?.join() === "'none'" ? 10 : 5;
}

function readPolicy(policy = ''): Directives {
  const parts = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  return new Map(parts.flatMap(([name = '', ...sources]) => (name === '' ? [] : [[name.toLowerCase(), sources]])));
}

export function scoreHeaders(headers: Headers): number {
  const modifiers = Object.values(observatoryTests).map((score) => score(headers));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const withoutBonuses = Math.max(0, baseline + sum(modifiers.filter((modifier) => modifier < 0)));
  if (withoutBonuses < leastForBonuses) return withoutBonuses;
  return withoutBonuses + sum(modifiers.filter((modifier) => modifier > 0));
}

const grades: readonly [least: number, grade: string][] = [
  [100, 'A+'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [30, 'D'],
  [25, 'D-'],
  [0, 'F'],
];

export function gradeOf(score: number): string {
  return grades.find(([least]) => score >= least)?.[1] ?? 'F';
}
