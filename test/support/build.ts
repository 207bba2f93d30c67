import { execFileSync } from 'node:child_process';

/** The tests that start `bin/` run what was built from the sources as they are now. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
}
