import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { environmentOutsideTests, projectDirectory } from '../support/build-site.ts';
import { smallestSite } from '../support/newsroom.ts';
import { writeContent } from '../support/write-content.ts';

let root: string;
const mounted: string[] = [];

beforeEach(async () => {
  root = mkdtempSync(path.join(inject('temporaryRoot'), 'faults-'));
  await writeContent(path.join(root, 'content'), smallestSite);
});

afterAll(() => {
  for (const directory of mounted) spawnSync('umount', [directory]);
});

/** Runs a command on the site with these directories; gives its exit code and the last line that it printed. */
function run(command: string, directories: { output?: string; cache?: string } = {}, limit = 'true') {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `${limit}; exec "$0" scripts/${command}.ts`, process.execPath],
    {
      cwd: projectDirectory,
      encoding: 'utf8',
      env: {
        ...environmentOutsideTests(),
        NO_COLOR: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
        CONTENT_DIR: path.join(root, 'content'),
        OUT_DIR: directories.output ?? path.join(root, 'site'),
        CACHE_DIR: directories.cache ?? path.join(root, 'cache'),
      },
    },
  );
  const lines = `${stdout}${stderr}`.trim().split('\n');
  expect(lines.join('\n'), 'no stack trace').not.toMatch(/^\s+at /m);
  return { status, last: lines.at(-1) };
}

function mount(options: string): string | undefined {
  const directory = path.join(root, 'mounted');
  mkdirSync(directory);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory]).status !== 0) return undefined;
  mounted.push(directory);
  return directory;
}

describe('a fault of the system ends a command with one sentence:', () => {
  it('a file where the cache should be', () => {
    const cache = path.join(root, 'file');
    writeFileSync(cache, '');
    expect(run('check', { cache })).toEqual({
      status: 1,
      last: `في ${cache} ملف، والمطلوب هنا مجلد. انقل الملف، أو اختر مسارًا غيره.`,
    });
    expect(run('check', { cache: path.join(cache, 'below') })).toEqual({
      status: 1,
      last: `لا يُفتح ${cache}/below لأن في مساره ملفًا لا مجلدًا. انقل هذا الملف، أو اختر مسارًا غيره.`,
    });
  });

  it('a file where the output should be', () => {
    const output = path.join(root, 'file');
    writeFileSync(output, '');
    expect(run('build', { output })).toEqual({
      status: 1,
      last: `لا يُفتح ${output} لأن في مساره ملفًا لا مجلدًا. انقل هذا الملف، أو اختر مسارًا غيره.`,
    });
  });

  it('an output with files of others', () => {
    const output = path.join(root, 'others');
    mkdirSync(output);
    writeFileSync(path.join(output, 'thesis.docx'), 'precious');
    const { status, last } = run('build', { output });
    expect(status).toBe(1);
    expect(last).toContain('لأن فيه ما ليس من الموقع: thesis.docx. والبناء يحذف');
  });

  it('nothing to preview', () => {
    const output = path.join(root, 'nothing');
    expect(run('preview', { output })).toEqual({
      status: 1,
      last: `لا موقع في المجلد ${output} ليُعرض. ابنِه أولًا بالأمر: npm run build`,
    });
  });

  it('too few open files', () => {
    expect(run('build', {}, 'ulimit -n 24')).toEqual({
      status: 1,
      last: 'بلغت الملفات المفتوحة أقصى ما يسمح به النظام. ارفع الحد بالأمر ulimit -n 4096، ثم أعد الأمر.',
    });
  });

  it('a full disk', ({ skip }) => {
    const disk = mount('size=256k') ?? skip('file systems cannot be mounted here');
    const { status, last } = run('build', { output: path.join(disk, 'site') });
    expect(status).toBe(1);
    expect(last).toMatch(/^امتلأ القرص فلم يُكتب \S+\/mounted\/site\/\S+\. أفرغ منه شيئًا، ثم أعد الأمر\.$/);
  });

  it('a disk that is read-only', ({ skip }) => {
    const disk = mount('ro') ?? skip('file systems cannot be mounted here');
    expect(run('build', { output: path.join(disk, 'site') })).toEqual({
      status: 1,
      last: `تعذّر إنشاء المجلد ${disk}/site. تحقق من أن مكانه موجود وأن للبرنامج أن يكتب فيه، أو اختر مكانًا غيره.`,
    });
  });
});
