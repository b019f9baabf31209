import { parseArgs } from 'node:util';
import { type PeerName, peerNames } from './generators.ts';
import { type ScenarioName, scenarioNames } from './scenarios.ts';

export interface BenchOptions {
  /** Corpus sizes, in articles. */
  sizes: number[];
  scenarios: ScenarioName[];
  peers: PeerName[];
  peerScenarios: ScenarioName[];
  repeat: number;
  seed: number;
  /** The working directory. Default: `.cache/bench`. */
  directory?: string;
  /** The day that the report names, ISO 8601. Default: today. */
  date?: string;
  writeDocs: boolean;
  /** Measures cold builds with photos: `made` by the bench, or the JPEG files of a folder. */
  photos?: string;
  /** Where to write the corpora. If it is set, nothing is measured. */
  corpus?: string;
  help: boolean;
}

/** The command line cannot be understood. The message is a sentence that says why. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What happens before the build that is measured. */
const scenarioSentences: Readonly<Record<ScenarioName, string>> = {
  cold: 'لم يُبنَ شيء من قبل.',
  unchanged: 'لم يتغيّر شيء.',
  edit: 'عُدّل أحدث مقال.',
  'edit-old': 'عُدّل مقال قديم.',
  publish: 'نُشر مقال.',
  cover: 'بدأت تغطية مباشرة فيها مئتا تحديث.',
  live: 'حُفظ تحديث في التغطية التي بدأت قبله.',
  delete: 'حُذف مقال.',
  template: 'عُدّل قالب الصفحات كلها.',
};

const definitions = {
  sizes: { type: 'string', default: '1k' },
  scenarios: { type: 'string', default: 'all' },
  peers: { type: 'string', default: peerNames.join(',') },
  'peer-scenarios': { type: 'string', default: 'cold' },
  repeat: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
  directory: { type: 'string' },
  date: { type: 'string' },
  'write-docs': { type: 'boolean', default: false },
  photos: { type: 'string' },
  corpus: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export const usage = `يقيس زمن بناء الموقع، وزمن بنائه بمولّدات أخرى من المقالات نفسها.

الاستعمال:
  npm run bench -- [FLAGS]

الخيارات:
  --sizes 1k,10k           عدد المقالات، والحرف k يعني ألفًا. والمعتاد 1k.
  --scenarios all          ما يُقاس من الأحوال المذكورة أدناه، بينها فواصل. والمعتاد كلها.
  --peers hugo,eleventy    المولّدات التي نقارن بها، أو none. وما ليس منها في الجهاز يُترك. والمعتاد كلاهما.
  --peer-scenarios cold    ما يُقاس من الأحوال في المولّدات الأخرى، أو none. والمعتاد cold، فليس عندها بناء غيره.
  --repeat 3               عدد الجولات، وفي الجداول الوسيط والأقل. والمعتاد 1.
  --write-docs             يكتب النتائج في docs/benchmarks.md أيضًا.
  --date 2026-11-24        اليوم الذي يذكره التقرير. والمعتاد هذا اليوم.
  --directory DIR          مجلد العمل، ويحتاج 100k فيه إلى نحو 10 غيغابايت. والمعتاد .cache/bench.
  --seed 1                 عدد آخر يعطي مقالات أخرى. والمعتاد 1.
  --photos made            يقيس أول بناء ولكل مقال صورة، وبلا صور، فيُعرف ما تكلفه الصورة. واكتب مجلدًا فيه صور JPEG مكان made لتُقاس بها.
  --corpus DIR             يكتب المقالات وحدها، كل عدد في مجلد محتوى، ولا يقيس شيئًا.
  --help, -h               يعرض هذا الشرح.

الأحوال بترتيبها:
${scenarioNames.map((name) => `  ${name.padEnd(9)}  ${scenarioSentences[name]}`).join('\n')}

النتائج جدول يُطبع هنا، وملفات في مجلد العمل: results/1k.json.

مثال:
  npm run bench -- --sizes 1k --scenarios cold,edit --peers none`;

/** Reads the arguments of the command line. Throws a `UsageError` if they cannot be understood. */
export function readOptions(commandLine: readonly string[]): BenchOptions {
  const values = parse(commandLine);
  const { directory, date, corpus, photos } = values;
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new UsageError(`ليس «${date}» يومًا. اكتبه هكذا: --date 2026-11-24`);
  }
  return {
    sizes: readSizes(values.sizes),
    scenarios: readNames('--scenarios', values.scenarios, scenarioNames),
    peers: readNames('--peers', values.peers, peerNames),
    peerScenarios: readNames('--peer-scenarios', values['peer-scenarios'], scenarioNames),
    repeat: readPositive('--repeat', values.repeat),
    seed: readPositive('--seed', values.seed),
    ...(directory !== undefined && { directory }),
    ...(date !== undefined && { date }),
    ...(corpus !== undefined && { corpus }),
    ...(photos !== undefined && { photos }),
    writeDocs: values['write-docs'],
    help: values.help,
  };
}

function parse(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options: definitions }).values;
  } catch (error) {
    const [, written = ''] = /'([^']*)'/.exec((error as Error).message) ?? [];
    const known = Object.keys(definitions).map((name) => `--${name}`);
    throw new UsageError(`لا يُقرأ «${written}» هنا. الخيارات: ${known.join('، ')}.`);
  }
}

/** Returns the name of a size in files and reports: `1k` for 1000. */
export function nameSize(size: number): string {
  return size % 1000 === 0 ? `${size / 1000}k` : String(size);
}

function readSizes(written: string): number[] {
  const sizes = splitList(written).map(readSize);
  if (sizes.length === 0) throw new UsageError('لا عدد بعد --sizes. اكتبه هكذا: --sizes 1k,10k');
  return sizes;
}

function readSize(written: string): number {
  const [, number, thousands] = /^(\d+(?:\.\d+)?)(k?)$/.exec(written) ?? [];
  const size = Number(number) * (thousands ? 1000 : 1);
  if (!Number.isInteger(size) || size < 2) {
    throw new UsageError(`ليس «${written}» عدد مقالات. اكتب بعد --sizes مثل 500 أو 10k، وأقلها 2.`);
  }
  return size;
}

/** Returns the names in the order of `known`. */
function readNames<Name extends string>(option: string, written: string, known: readonly Name[]): Name[] {
  if (written === 'all') return [...known];
  if (written === 'none') return [];
  const names = splitList(written);
  const unknown = names.find((name) => !known.some((other) => other === name));
  if (unknown !== undefined) {
    throw new UsageError(`لا يُعرف «${unknown}» بعد ${option}. اكتب all أو none، أو من هذه: ${known.join('، ')}.`);
  }
  return known.filter((name) => names.includes(name));
}

function readPositive(option: string, written: string): number {
  const number = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  if (number === 0) throw new UsageError(`ليس «${written}» عددًا صحيحًا من 1. اكتبه هكذا: ${option} 3`);
  return number;
}

function splitList(written: string): string[] {
  return written
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
