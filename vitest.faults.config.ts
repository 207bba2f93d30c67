import { defineConfig } from 'vitest/config';

/** Long runs under faults, which the ordinary tests have in short. */
export default defineConfig({
  test: {
    include: ['test/faults/*.check.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 1_200_000,
  },
});
