import { describe, expect, test } from 'vitest';
import { formats } from '../../../src/cli/contract/formats.ts';
import { inEnvironment } from '../../../src/cli/output/workflow-log.ts';
import { commandsIn } from '../../support/runner.ts';

const ours = '::error::x\n##[error]x\n';
const inWorkflow = { env: { GITHUB_ACTIONS: 'true' } };

describe.each(formats.filter((format) => format !== 'github'))('as %s', (format) => {
  test('no text is a command in a workflow', () => {
    expect(commandsIn(ours)).toHaveLength(2);
    expect(commandsIn(inEnvironment(ours, format, inWorkflow))).toEqual([]);
  });

  test('a text stays as it is anywhere else', () => {
    expect(inEnvironment(ours, format, { env: {} })).toBe(ours);
  });
});

test('what is commands stays as it is', () => {
  expect(inEnvironment(ours, 'github', inWorkflow)).toBe(ours);
});
