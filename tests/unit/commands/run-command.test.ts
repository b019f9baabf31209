import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CommandFailure, describeFailure } from '../../../src/commands/run-command.ts';
import { ProcessLost } from '../../../src/library/child-processes.ts';
import { ContentError } from '../../../src/library/content/content-error.ts';
import { projectDirectory } from '../../support/build-site.ts';

const failWith = (fields: object) => Object.assign(new Error('English words'), fields);

describe('a failure', () => {
  it.each<[error: unknown, sentence: string]>([
    [new CommandFailure('لا بد للمقال من عنوان.'), 'لا بد للمقال من عنوان.'],
    [new ContentError('في المحتوى خطأ واحد.'), 'في المحتوى خطأ واحد.'],
    [
      failWith({ code: 'ENOSPC', path: '/site/a.html' }),
      'امتلأ القرص فلم يُكتب /site/a.html. أفرغ منه شيئًا، ثم أعد الأمر.',
    ],
    [
      new Error('outer', { cause: failWith({ code: 'EROFS', path: '/site' }) }),
      'لا يُكتب /site لأن مكانه للقراءة وحدها. اختر مكانًا غيره.',
    ],
    [
      new ProcessLost('died'),
      'انقطع العمل مرتين في عملية منفصلة، ولعل الذاكرة لا تكفيه. أغلق برامج أخرى، ثم أعد الأمر.',
    ],
    [
      new TypeError('x is not a function'),
      'توقف الأمر لخلل في البرنامج: x is not a function. لتفاصيله أعد الأمر وقبله WARRAQ_DEBUG=1.',
    ],
    ['a thrown string', 'توقف الأمر لخلل في البرنامج: a thrown string. لتفاصيله أعد الأمر وقبله WARRAQ_DEBUG=1.'],
  ])('%o is described', (error, sentence) => {
    expect(describeFailure(error, false)).toBe(sentence);
  });

  it('has a trace only if it is asked for', () => {
    expect(describeFailure(new TypeError('x'), true)).toContain('run-command.test.ts');
    expect(describeFailure(new CommandFailure('لا'), true)).toBe('لا');
  });
});

describe('a command', () => {
  it.each<[work: string, exitCode: number, printed: string]>([
    ['async () => console.error("done")', 0, 'done\n'],
    ['async () => { throw new CommandFailure("لا"); }', 1, 'لا\n'],
    [
      '() => new Promise(() => undefined)',
      1,
      'توقف الأمر قبل أن يتم عمله، ولا يُعرف لماذا. أعده، فإن تكرر ذلك فأعده وقبله WARRAQ_DEBUG=1 لترى ما جرى.\n',
    ],
    ['async () => { process.exitCode = 3; }', 3, ''],
  ])('that runs %s exits with %i', async (work, exitCode, printed) => {
    const module = pathToFileURL(path.join(projectDirectory, 'src/commands/run-command.ts')).href;
    const script = `import { CommandFailure, runCommand } from '${module}'; runCommand(${work});`;
    expect(await runScript(script)).toEqual({ exitCode, printed });
  });
});

/** Runs a module in a process of its own. */
function runScript(script: string): Promise<{ exitCode: number | null; printed: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: projectDirectory });
  const chunks: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, printed: Buffer.concat(chunks).toString('utf8') }));
  });
}
