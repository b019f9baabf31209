// Node strips types from TypeScript, but not below `node_modules`, where the engine lies if it is a package
// (https://nodejs.org/api/typescript.html#type-stripping-in-dependencies). Worker threads and child processes load this
// module too, because they inherit the `--import` that names it.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';

const engine = new URL('..', import.meta.url).href;

// Its first call warns that the function is experimental; this engine runs with one version of Node.
const { emitWarning } = process;
process.emitWarning = () => undefined;
stripTypeScriptTypes('');
process.emitWarning = emitWarning;

registerHooks({
  load(url, context, nextLoad) {
    const [file] = url.split(/[?#]/);
    const isOurs = file.startsWith(engine) && !file.slice(engine.length).includes('node_modules/');
    if (!isOurs || !file.endsWith('.ts')) return nextLoad(url, context);
    const source = stripTypeScriptTypes(readFileSync(new URL(file), 'utf8'));
    return { format: 'module', source, shortCircuit: true };
  },
});
