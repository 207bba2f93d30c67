import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%',
    // No module has state of its own, so a worker loads each of them once, and not once for every file of tests.
    isolate: false,
    coverage: {
      include: ['src/engine/**', 'src/roster/**'],
      reporter: ['text-summary', 'text'],
      thresholds: { statements: 100, branches: 100, functions: 100, lines: 100 },
    },
  },
});
