import { defineConfig } from 'vitest/config';

/** What is packed, installed from npm and run: the only tests that need the network. */
export default defineConfig({
  test: {
    include: ['test/package/*.check.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
});
