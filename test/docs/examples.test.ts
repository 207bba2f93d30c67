import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnosticCodes } from '../../src/model/diagnostic.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { emptyFolder, repository, rutteTally } from '../support/bin.ts';
import { shownIn } from '../support/documents.ts';
import { furnish } from '../support/furnish.ts';
import { inPipe } from '../support/host.ts';
import { gitEnvironment } from '../support/repository.ts';

const pages = readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
const documents = ['README.md', ...pages.map((name) => `docs/${name}`)].filter((document) => {
  const { examples, programs } = shownIn(document);
  return examples.length + programs.length > 0;
});

/**
 * What a shell prints for a command of a document: `rutte-tally …`, and `; echo $?` for the exit code. What the README
 * shows is what the built program prints.
 */
async function printed(command: string, cwd: string, document: string): Promise<string> {
  const [, line = '', echo] = /^rutte-tally (.*?)(; echo \$\?)?$/.exec(command) ?? [];
  const start = document === 'README.md' ? rutteTally : inPipe;
  const { code, stdout, stderr } = await start(line.split(' '), { cwd, env: gitEnvironment });
  const output = `${stdout}${stderr}`.replaceAll('\r\n', '\n');
  return `${output}${echo === undefined ? '' : `${code}\n`}`;
}

describe.each(documents)('%s', (document) => {
  const { files, folders, examples, programs } = shownIn(document);

  test.each(examples)('$command prints what is shown', async ({ command, output }) => {
    const cwd = emptyFolder();
    await furnish(cwd, { files, folders });
    expect(await printed(command, cwd, document)).toBe(output);
  });

  test.each(programs.map((program) => [program]))('a program prints what its comments say', (program) => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: repository,
      encoding: 'utf8',
      env: {},
    });
    const said = [...program.matchAll(/\/\/ (.*)$/gm)].map(([, comment]) => comment);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toEqual(said);
  });
});

test('the roster that explains the format is a roster', () => {
  const text = shownIn('docs/format.md').files.get('format.yaml') ?? '';
  expect(parseRoster(text)).toMatchObject({ ok: true });
});

test('docs/diagnostics.md has a row for every diagnostic', () => {
  const [, section = ''] = readFileSync(join(repository, 'docs', 'diagnostics.md'), 'utf8').split('## Codes');
  expect([...section.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code)).toEqual(
    expect.arrayContaining([...diagnosticCodes]),
  );
});
