import { expect, test } from 'vitest';
import { shellFor } from '../../../src/cli/output/shell.ts';
import { shown } from '../../../src/text/escape-controls.ts';

test("a remark with anybody's text that is not made visible does not compile", async () => {
  let said = '';
  const output = {
    write: (text: string) => {
      said += text;
    },
  };
  const host = { stdout: output, stderr: output, stdin: (async function* () {})(), env: {}, cwd: () => '/' };
  const shell = await shellFor('status', host, { format: 'table', color: 'auto' });
  const file: string = '\u001b[2J.yaml';
  // @ts-expect-error
  shell.remark(`${file}\n`);
  said = '';
  shell.remark(shown`${file}\n`);
  expect(said).toBe('\\u{1b}[2J.yaml\n');
});
