#!/usr/bin/env node
import { main } from '../dist/cli/main.cjs';

// A reader that has seen enough (`| head -1`) is no failure; a full disk is.
process.stderr.on('error', () => {});
process.stdout.on('error', ({ code, message }) => {
  if (code === 'EPIPE') return;
  process.exitCode = 70;
  process.stderr.write(`rutte-tally: the answer could not be written: ${message}\n`);
});
const code = await main(process.argv.slice(2), process);
process.exitCode ??= code;
