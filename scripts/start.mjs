// Plain JavaScript without dependencies, because it runs on the machine's own Node before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const directories = ['--content', '--output', '--cache'];
const help = `يثبّت البرنامج إن لم يكن مثبتًا، ثم يبني الموقع ويعرضه في المتصفح.

الاستعمال:
  npm start -- [FLAGS]

الخيارات:
  --content DIR   مجلد المحتوى. ويقوم مقام المتغيّر CONTENT_DIR.
  --output DIR    المجلد الذي يُكتب فيه الموقع. ويقوم مقام المتغيّر OUT_DIR.
  --cache DIR     مجلد ما يُحفظ بين مرة وأخرى ليُسرع العمل. ويقوم مقام المتغيّر CACHE_DIR.
  --port 4321     المنفذ الذي يُفتح منه الموقع في المتصفح.
  --help, -h      يعرض هذا الشرح.

أمثلة:
  npm start
      يبني ما في مجلد content ويعرضه.
  npm start -- --content ../news --port 4000
      يبني محتوى في مجلد آخر، ويعرضه على المنفذ 4000.`;

const typed = process.argv.slice(2);
if (typed.includes('--help') || typed.includes('-h')) console.log(help);
else {
  const { build, preview } = readFlags();
  if (!isInstalled()) run('ci');
  run('run', 'build', '--', ...build);
  run('run', 'preview', '--', ...preview);
}

/** Returns the flags for each of the two commands. Ends the process if a flag is unknown or has no value. */
function readFlags() {
  const build = [];
  const preview = [];
  const words = typed.flatMap((word) =>
    /^--[a-z]+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  );
  for (let at = 0; at < words.length; at += 2) {
    const [flag, value] = [words[at], words[at + 1]];
    if (flag !== '--port' && !directories.includes(flag)) {
      refuse(`لا يعرف الأمر الخيار ${flag}. خياراته يعرضها الأمر: npm start -- --help`);
    }
    if (value === undefined || value.startsWith('-')) refuse(`لا قيمة بعد الخيار ${flag}. اكتبها بعده.`);
    preview.push(flag, value);
    if (flag !== '--port') build.push(flag, value);
  }
  return { build, preview };
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

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
  const isWindows = process.platform === 'win32';
  // On Windows, npm is a script that only a shell runs, and the shell splits at spaces what has no quotation marks.
  const quoted = isWindows
    ? parameters.map((parameter) => (parameter.includes(' ') ? `"${parameter}"` : parameter))
    : parameters;
  const { status } = spawnSync('npm', quoted, { cwd: root, stdio: 'inherit', shell: isWindows });
  if (status !== 0) process.exit(status ?? 1);
}
