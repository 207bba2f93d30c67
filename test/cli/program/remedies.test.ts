import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from '../../support/bin.ts';
import { inPipe } from '../../support/host.ts';

function folder(): string {
  const cwd = emptyFolder();
  const members = 'members: { ana: support, bo: undeclared, chi: undeclared }';
  writeFileSync(join(cwd, 'rutte-tally.yaml'), `title: A style guide\nrule: consensus\n${members}\n`);
  return cwd;
}

describe('a command line that cannot be understood', () => {
  test.each([
    ['status --date 2024-05-13', '(Did you mean --as-of?)'],
    ['record bo support --on 2024-05-13', '(Did you mean --date?)'],
    ['record bo support --when 2024-05-13', '(Did you mean --date?)'],
    ['status --json', '(Did you mean --format json?)'],
    ['report -o page.html', '(Did you mean --output?)'],
    ['status -o page.html', '(rutte-tally help status lists the options)'],
    ['status -v', '(Did you mean rutte-tally --version?)'],
    ['--xyzzy', '(rutte-tally help lists the commands)'],
    ['status --asof 2024-05-13', '(Did you mean --as-of?)'],
    ['xyzzy', '(rutte-tally help lists the commands)'],
    ['stauts', '(Did you mean status?)'],
    ['member', '(for example: rutte-tally member turkiye nato-2024@2024-04-29)'],
    ['record support bo', 'write the member before its stance: "bo support"'],
    ['record bo chi support', 'several members are written with commas: "bo,chi support"'],
    ['record bo, support', 'write codes or names, as in TR,HU'],
    ['record bo,chy support', '"chy" is not a member of this roster; did you mean "chi"?'],
    ['status nato-2024@14.6.2024', '"14.6.2024" is not a date; write a day (2024-02-21)'],
  ])('%s says what to write', async (line, expected) => {
    const { code, stderr } = await inPipe(line.split(' '), { cwd: folder() });
    expect([code, stderr]).toEqual([2, expect.stringContaining(expected)]);
  });

  test('says so in a document, too', async () => {
    const { code, stdout } = await inPipe(['status', '--json', '--format', 'json'], { cwd: folder() });
    const message = "unknown option '--json' (Did you mean --format json?)";
    expect([code, JSON.parse(stdout)]).toEqual([2, { schema: 'rutte-tally/error/1', code: 'unknown-option', message }]);
  });
});

test('several members are recorded at once, and assumed at once', async () => {
  const cwd = folder();
  expect(await inPipe(['check', '--assume', 'bo=support,chi=abstain'], { cwd })).toMatchObject({ code: 0 });
  expect(await inPipe(['record', 'bo,chi', 'support'], { cwd })).toMatchObject({ code: 0 });
  expect(await inPipe(['check'], { cwd })).toMatchObject({ code: 0 });
});

test('a name with commas in it is one member', async () => {
  const cwd = emptyFolder();
  const member = 'KR: { name: "Korea, Republic of" }';
  writeFileSync(join(cwd, 'rutte-tally.yaml'), `title: A seat\nrule: consensus\nmembers: { ${member} }\n`);
  const words = ['record', 'Korea, Republic of', 'support'];
  expect(await inPipe(words, { cwd })).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('recorded KR: support'),
  });
  const assumed = ['check', '--assume', 'Korea, Republic of=oppose'];
  expect(await inPipe(assumed, { cwd })).toMatchObject({ code: 4 });
});
