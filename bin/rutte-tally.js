#!/usr/bin/env node
'use strict';

const { guardOutputs, main } = require('../dist/cli/start.cjs');

guardOutputs(process);
main(process.argv.slice(2), process).then((code) => {
  process.exitCode ??= code;
});
