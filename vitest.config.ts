import { defineConfig } from 'vitest/config';
import { InterleavedSequencer } from './tests/support/interleaved-sequencer.ts';

const seconds = 1000;

export default defineConfig({
  test: {
    sequence: { sequencer: InterleavedSequencer },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          // Test files share their imported modules, which saves a third of the CPU time. So each test must undo what
          // it changes in the process; only stubs made by `vi` are restored by Vitest.
          isolate: false,
          restoreMocks: true,
          unstubEnvs: true,
          unstubGlobals: true,
          sequence: { groupOrder: 1 },
          testTimeout: 60 * seconds,
        },
      },
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          globalSetup: 'tests/support/shared-sites.ts',
          sequence: { groupOrder: 2 },
          maxWorkers: 3,
          testTimeout: 180 * seconds,
          hookTimeout: 180 * seconds,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/support/shared-sites.ts',
          sequence: { groupOrder: 2 },
          maxWorkers: 3,
          expect: { poll: { timeout: 10 * seconds } },
          testTimeout: 60 * seconds,
          hookTimeout: 120 * seconds,
        },
      },
    ],
  },
});
