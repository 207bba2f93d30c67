#!/usr/bin/env node
'use strict';

const { main } = require('../dist/cli/start.cjs');

// A reader that has seen enough (`| head -1`) is no failure; a full disk is.
process.stdout.on('error', ({ code, message }) => {
  if (code === 'EPIPE') return;
  process.exitCode = 70;
  process.stderr.write(`rutte-tally: the answer could not be written: ${message}\n`);
});
main(process.argv.slice(2), process).then((code) => {
  process.exitCode ??= code;
});
