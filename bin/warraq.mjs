#!/usr/bin/env node
// Plain JavaScript without dependencies, because it runs on the machine's own Node, which may be older than ours.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const oldestMajor = 24;

const node = findNode();
if (node === undefined) {
  console.error(
    `لم يثبَّت Node الذي يعمل به البرنامج، والذي على الجهاز ${process.version} أقدم منه. ثبّت على الجهاز Node ${oldestMajor} أو أحدث، أو اكتب في package.json السطر "allowScripts": { "node": true, "esbuild": true } ثم نفّذ: npm rebuild node`,
  );
  process.exit(1);
}
run(node);

/** Returns the Node of the package `node`; without it, this one if it is new enough. */
function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  try {
    const directory = path.dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const program = path.join(directory, 'bin', name);
    accessSync(program, constants.X_OK);
    return program;
  } catch {
    return Number.parseInt(process.versions.node, 10) >= oldestMajor ? process.execPath : undefined;
  }
}

/** Runs the command in the directory where the operator stands, and ends as it ends. */
function run(program) {
  const [stripTypes, commands] = ['strip-types.mjs', '../scripts/warraq.ts'].map(
    (file) => new URL(file, import.meta.url),
  );
  const parameters = ['--import', stripTypes.href, fileURLToPath(commands), ...process.argv.slice(2)];
  const child = spawn(program, parameters, {
    stdio: 'inherit',
    env: { ...process.env, WARRAQ_NEWSROOM: process.cwd() },
  });
  for (const signal of passedOn) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`لم يبدأ Node في ${program}: ${error.message}. أعد تثبيته بالأمر: npm rebuild node`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    for (const other of passedOn) process.removeAllListeners(other);
    process.kill(process.pid, signal);
  });
}
