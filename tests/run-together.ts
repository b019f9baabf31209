import { spawn } from 'node:child_process';

// Runs npm scripts at the same time, `node tests/run-together.ts types test:unit`: checks that keep one processor busy
// each. What a script prints is shown when it ends. Fails if one of them fails.

const names = process.argv.slice(2);
const codes = await Promise.all(names.map(run));
process.exitCode = codes.find((code) => code !== 0) ?? 0;

function run(name: string): Promise<number> {
  const script = spawn('npm', ['run', name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const printed: Buffer[] = [];
  for (const stream of [script.stdout, script.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk));
  return new Promise((resolve, reject) => {
    script.on('error', reject);
    script.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed));
      resolve(code ?? 1);
    });
  });
}
