import { expect, it } from 'vitest';
import { refuseProjectPath } from '../../../src/site-build/project-path.ts';

it.each(['/srv/warraq', '/srv/صحيفة الصباح (1)', "/srv/a+b [c] 'd'"])('an engine in %s is built', (directory) => {
  expect(() => refuseProjectPath(directory)).not.toThrow();
});

it.each([
  ['/srv/p100%/', '%'],
  ['/srv/p#2/', '#'],
])('an engine in %s is refused for its %s', (directory, sign) => {
  expect(() => refuseProjectPath(directory)).toThrow(
    `لا يعمل البرنامج في المجلد ${directory} لأن في مساره العلامة ${sign}. انقله إلى مجلد ليست في مساره، أو غيّر اسمه.`,
  );
});
