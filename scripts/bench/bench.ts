import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from './content-directory.ts';
import { type Corpus, createCorpus } from './corpus.ts';
import { type Generator, openPeer, openWarraq, PeerUnavailable } from './generators.ts';
import { describeMachine } from './machine.ts';
import { type BenchOptions, nameSize, readOptions, UsageError, usage } from './options.ts';
import { makePhotos, readPhotos, withPhotos } from './photos.ts';
import {
  costTable,
  describeResult,
  formatForTerminal,
  nameResult,
  photoTable,
  placeSection,
  ratioTable,
} from './report.ts';
import type { SizeResult } from './results.ts';
import { runBench } from './run-bench.ts';
import type { ScenarioName } from './scenarios.ts';
import { warraqContent } from './warraq-content.ts';

const projectDirectory = fileURLToPath(new URL('../..', import.meta.url));
const options = readCommandLine();
const newsroomDirectory = process.env.WARRAQ_NEWSROOM || projectDirectory;
const directory = path.resolve(options.directory ?? path.join(newsroomDirectory, '.cache/bench'));
const texts = createCorpus(options.seed);

if (options.help) console.log(usage);
else if (options.corpus !== undefined) await writeCorpora(path.resolve(options.corpus));
else await measure();

function readCommandLine(): BenchOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message} الشرح كله يعرضه الأمر: npm run bench -- --help`);
    process.exit(1);
  }
}

/** Returns the corpus to measure: with photos if they are asked for. */
async function openCorpus(): Promise<Corpus> {
  const { photos, seed } = options;
  if (photos === undefined) return texts;
  return withPhotos(texts, photos === 'made' ? await makePhotos(seed) : readPhotos(path.resolve(photos)));
}

async function writeCorpora(parent: string): Promise<void> {
  const corpus = await openCorpus();
  for (const size of options.sizes) {
    const place = path.join(parent, nameSize(size));
    if (existsSync(place)) {
      console.error(`${place} is there already; remove it or name another directory.`);
      process.exit(2);
    }
    writeCorpus(corpus, size, warraqContent, place);
    console.log(place);
  }
}

async function measure(): Promise<void> {
  const warraq = openWarraq(projectDirectory);
  const peers = (await openPeers()).filter(({ format }) => options.photos === undefined || format.photoFile);
  const generators = [warraq, ...peers];
  const corpus = await openCorpus();
  for (const size of options.sizes) {
    const name = nameSize(size);
    console.log(`${size.toLocaleString('en')} articles`);
    const run = (measured: Corpus, scenarios: readonly ScenarioName[], peerScenarios: readonly ScenarioName[]) =>
      runBench(
        {
          corpus: measured,
          size,
          rounds: options.repeat,
          participants: generators.map((generator) => ({
            generator,
            scenarios: generator === warraq ? scenarios : peerScenarios,
          })),
          directory: path.join(directory, name),
        },
        (line) => console.log(`${name}  ${line}`),
      );
    const withoutPhotos = options.photos !== undefined && (await run(texts, ['cold'], ['cold']));
    const measurements = await run(corpus, options.scenarios, options.peerScenarios);
    report({
      articles: size,
      seed: options.seed,
      date: options.date ?? new Date().toISOString().slice(0, 10),
      machine: describeMachine(),
      generators: generators.map(({ name, title }) => ({ name, title })),
      measurements,
      ...(withoutPhotos && { withoutPhotos }),
    });
  }
}

async function openPeers(): Promise<Generator[]> {
  const opened: Generator[] = [];
  for (const name of options.peers) {
    try {
      opened.push(await openPeer(name, projectDirectory, directory));
    } catch (error) {
      if (!(error instanceof PeerUnavailable)) throw error;
      console.log(`Without ${name}: ${error.message}`);
    }
  }
  return opened;
}

function report(result: SizeResult): void {
  const ratios = ratioTable(result, 'warraq');
  console.log(`\n${formatForTerminal(costTable(result))}\n`);
  if (ratios) console.log(`Our builds over the full builds of the others:\n${formatForTerminal(ratios)}\n`);
  const photos = photoTable(result);
  if (photos) console.log(`What a photo adds to a cold build:\n${formatForTerminal(photos)}\n`);
  for (const failure of new Set(
    [...result.measurements, ...(result.withoutPhotos ?? [])].flatMap(({ failure }) => failure ?? []),
  )) {
    console.error(failure);
    process.exitCode = 1;
  }
  const results = path.join(directory, 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(
    path.join(results, `${nameResult(result).replace(' ', '-')}.json`),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  if (!options.writeDocs) return;
  const document = path.join(projectDirectory, 'docs/benchmarks.md');
  const section = describeResult(result, 'warraq');
  writeFileSync(document, placeSection(readFileSync(document, 'utf8'), nameResult(result), section));
}
