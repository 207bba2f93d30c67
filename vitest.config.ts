import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%',
    // No module has state of its own, so a worker loads each of them once, and not once for every file of tests.
    isolate: false,
    coverage: {
      include: ['src/**/*.ts'],
      // `bin/` starts the built files with these; the tests that do so have processes of their own, which are not counted.
      exclude: ['src/cli/start.ts', 'src/cli/output/process-host.ts'],
      reporter: ['text-summary', ['text', { skipFull: true }]],
      thresholds: {
        // All of it is reached; V8 loses a count now and then, as of what follows a loop that a test leaves in two ways.
        'src/{engine,roster,model,validate}/**': { statements: 99.9, branches: 99.8, functions: 99.8, lines: 99.9 },
        'src/text/**': { statements: 100, branches: 95, functions: 100, lines: 100 },
        'src/render/**': { statements: 99, branches: 92, functions: 98, lines: 99 },
        // What is reached where git is not installed.
        'src/cli/**': { statements: 95, branches: 89, functions: 97, lines: 96 },
      },
    },
  },
});
