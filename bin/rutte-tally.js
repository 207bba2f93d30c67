#!/usr/bin/env node
'use strict';

const { hostOf, main } = require('../dist/cli/start.cjs');

main(process.argv.slice(2), hostOf(process)).then((code) => {
  process.exitCode ??= code;
});
