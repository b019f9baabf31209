// Node strips types from TypeScript, but not below `node_modules`, where the engine lies if it is a package
// (https://nodejs.org/api/typescript.html#type-stripping-in-dependencies). Worker threads and child processes load this
// module too, because they inherit the `--import` that names it.
//
// What is stripped, and what Node compiles, is kept in `node_modules/.cache/warraq` of the newsroom, where tools keep what
// can be made again: a command spends most of its time on starting. Without `node_modules` nothing is kept.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

const engine = new URL('..', import.meta.url).href;
const modules = path.join(process.env.WARRAQ_NEWSROOM ?? process.cwd(), 'node_modules');
const kept = existsSync(modules) ? path.join(modules, '.cache', 'warraq') : undefined;
const stripped = kept && path.join(kept, `stripped-${process.version}`);

if (kept !== undefined) enableCompileCache(path.join(kept, 'compiled'));

registerHooks({
  load(url, context, nextLoad) {
    const [file] = url.split(/[?#]/);
    const isOurs = file.startsWith(engine) && !file.slice(engine.length).includes('node_modules/');
    if (!isOurs || !file.endsWith('.ts')) return nextLoad(url, context);
    return { format: 'module', source: strip(readFileSync(new URL(file), 'utf8')), shortCircuit: true };
  },
});

/** Strips the types of a source, or reads what was kept of the same source. */
function strip(source) {
  if (stripped === undefined) return stripAnew(source);
  const place = path.join(stripped, digest(source));
  const known = readKept(place);
  if (known !== undefined) return known;
  const result = stripAnew(source);
  keep(place, result);
  return result;
}

/** Reads a file that begins with the digest of the rest; undefined if it is missing, or damaged by a power cut. */
function readKept(place) {
  let content = '';
  try {
    content = readFileSync(place, 'utf8');
  } catch {
    return undefined;
  }
  const end = content.indexOf('\n');
  const rest = content.slice(end + 1);
  return content.slice(0, end) === digest(rest) ? rest : undefined;
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Node warns at its first call that the function is experimental; this engine runs with one version of Node. */
function stripAnew(source) {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Writes a file that no other process ever reads half of. On a disk that refuses it nothing is kept. */
function keep(place, content) {
  try {
    mkdirSync(path.dirname(place), { recursive: true });
    const temporary = `${place}.${randomUUID()}`;
    writeFileSync(temporary, `${digest(content)}\n${content}`);
    renameSync(temporary, place);
  } catch {
    // The command works without.
  }
}
