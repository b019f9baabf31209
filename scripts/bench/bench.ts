import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from './content-directory.ts';
import { createCorpus } from './corpus.ts';
import { type Generator, openPeer, openWarraq, PeerUnavailable } from './generators.ts';
import { describeMachine } from './machine.ts';
import { type BenchOptions, nameSize, readOptions, UsageError, usage } from './options.ts';
import { costTable, describeResult, formatForTerminal, placeSection, ratioTable } from './report.ts';
import type { SizeResult } from './results.ts';
import { runBench } from './run-bench.ts';
import { warraqContent } from './warraq-content.ts';

const projectDirectory = fileURLToPath(new URL('../..', import.meta.url));
const options = readCommandLine();
const newsroomDirectory = process.env.WARRAQ_NEWSROOM || projectDirectory;
const directory = path.resolve(options.directory ?? path.join(newsroomDirectory, '.cache/bench'));
const corpus = createCorpus(options.seed);

if (options.help) console.log(usage);
else if (options.corpus !== undefined) writeCorpora(path.resolve(options.corpus));
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

function writeCorpora(parent: string): void {
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
  const peers = await openPeers();
  const generators = [warraq, ...peers];
  for (const size of options.sizes) {
    const name = nameSize(size);
    console.log(`${size.toLocaleString('en')} articles`);
    const measurements = await runBench(
      {
        corpus,
        size,
        rounds: options.repeat,
        participants: [
          { generator: warraq, scenarios: options.scenarios },
          ...peers.map((generator) => ({ generator, scenarios: options.peerScenarios })),
        ],
        directory: path.join(directory, name),
      },
      (line) => console.log(`${name}  ${line}`),
    );
    report({
      articles: size,
      seed: options.seed,
      date: options.date ?? new Date().toISOString().slice(0, 10),
      machine: describeMachine(),
      generators: generators.map(({ name, title }) => ({ name, title })),
      measurements,
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
  for (const failure of new Set(result.measurements.flatMap(({ failure }) => failure ?? []))) {
    console.error(failure);
    process.exitCode = 1;
  }
  const results = path.join(directory, 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, `${nameSize(result.articles)}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
  if (!options.writeDocs) return;
  const document = path.join(projectDirectory, 'docs/benchmarks.md');
  const section = describeResult(result, 'warraq');
  writeFileSync(document, placeSection(readFileSync(document, 'utf8'), result.articles, section));
}
