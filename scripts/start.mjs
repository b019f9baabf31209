// Plain JavaScript without dependencies, because it runs on the machine's own Node before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);

if (!isInstalled()) run('ci');
run('run', 'build');
run('run', 'preview');

/** Whether node_modules has every required package of the lock file, in its version. */
function isInstalled() {
  try {
    const required = readPackages('package-lock.json');
    const installed = readPackages('node_modules/.package-lock.json');
    return Object.entries(required).every(
      ([place, { optional, version }]) => place === '' || optional || installed[place]?.version === version,
    );
  } catch {
    return false;
  }
}

function readPackages(file) {
  return JSON.parse(readFileSync(new URL(file, root), 'utf8')).packages;
}

function run(...parameters) {
  const { status } = spawnSync('npm', parameters, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
