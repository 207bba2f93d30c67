import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kindOf, valueKinds } from '../../../src/cli/completion/kinds.ts';
import { declarations, optionsOf } from '../../../src/cli/program/commands.ts';
import { presets } from '../../../src/model/rule.ts';
import { stances } from '../../../src/model/stance.ts';
import { emptyFolder, repository } from '../../support/bin.ts';
import { inTerminal } from '../../support/host.ts';
import { isInstalled } from '../../support/shells.ts';

/** What is offered for the last of the words, in a folder; a bar stands for the cursor when words follow it. */
async function offered(words: readonly string[], cwd = repository): Promise<readonly string[]> {
  const bar = words.findIndex((word) => word.endsWith('|'));
  const cursor = bar < 0 ? words.length - 1 : bar;
  const plain = words.map((word, index) => (index === bar ? word.slice(0, -1) : word));
  const { code, stdout, stderr } = await inTerminal(['__complete', 'fish', '--', String(cursor), ...plain], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [how = '', ...offers] = stdout.trimEnd().split('\n');
  expect(how).toMatch(/^(?:-|\d+) (?:open|closed)$/);
  return offers.map((offer) => offer.split('\t')[0] ?? '');
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

const lunch = 'title: Lunch\nrule: consensus\nmembers: { ana: support, bo: unclear }\n';
const dinner = `title: Dinner
as-of: 2024-03-01
rule: consensus
members:
  cy: { stance: support, date: 2024-02-21, source: menu }
  di: { joined: 2024-02-10, positions: [{ stance: unclear, date: 2024-04, source: menu }] }
milestones: [{ date: 2024-07-09, name: Dessert, deadline: true }]
sources: { menu: { title: The menu }, 'a menu; $(x)': { title: hostile } }
`;

describe.each(declarations.map((declaration) => [declaration.name, declaration] as const))(
  '%s',
  (name, declaration) => {
    test('is offered', async () => {
      expect(await offered([''])).toContain(name);
      expect(await offered(['help', ''])).toContain(name);
    });

    test('has all its options offered, each once', async () => {
      const options = optionsOf(declaration).map(({ long }) => long);
      expect(await offered([name, '-'])).toEqual([...options, '--help']);
      expect(await offered([name, '-', ...declaration.arguments.map(() => 'x')].toSpliced(1, 1, '-|'))).toHaveLength(
        options.length + 1,
      );
    });

    test('asks for nothing that completion does not know', () => {
      const asked = [
        ...declaration.arguments.map(([syntax]) => syntax),
        ...optionsOf(declaration).flatMap(({ required, flags, argChoices }) =>
          required && !argChoices ? [flags] : [],
        ),
      ];
      expect(asked.filter((syntax) => kindOf(syntax) === undefined)).toEqual([]);
    });

    test('has the values of its options offered, apart and behind an equals sign', async () => {
      for (const { long, argChoices } of optionsOf(declaration)) {
        if (argChoices === undefined) continue;
        expect(await offered([name, String(long), ''])).toEqual(argChoices);
        expect(await offered([name, `${long}=`])).toEqual(argChoices.map((choice) => `${long}=${choice}`));
      }
    });
  },
);

test('members of a list are offered one after the other, each once', async () => {
  const cwd = folderWith({ 'dinner.yaml': dinner });
  expect(await offered(['record', '--holdouts', '|', 'x', 'y', 'dinner.yaml'], cwd)).toEqual(['cy', 'di']);
  expect(await offered(['record', '--holdouts=cy,|', 'x', 'y', 'dinner.yaml'], cwd)).toEqual(['--holdouts=cy,di']);
});

test('every kind of value is asked for somewhere, or by the help', () => {
  const asked = declarations.flatMap((declaration) => [
    ...declaration.arguments.map(([syntax]) => kindOf(syntax)),
    ...optionsOf(declaration).map(({ flags }) => kindOf(flags)),
  ]);
  expect(valueKinds.filter((kind) => kind !== 'command' && !asked.includes(kind))).toEqual([]);
});

describe('the roster at hand', () => {
  test('is that of the folder', async () => {
    const cwd = folderWith({ 'rutte-tally.yaml': lunch });
    expect(await offered(['status', '--assume', ''], cwd)).toEqual(['ana=', 'bo=', 'all=']);
  });

  test.each(['status', 'timeline', 'member'])(
    'is the bundled example for %s where the folder has none',
    async (name) => {
      const words = { status: ['--assume', ''], timeline: ['--from', '2024-06'], member: [''] }[name] ?? [];
      const offer = { status: 'TR=', timeline: '2024-06-18', member: 'TR' }[name];
      expect(await offered([name, ...words], emptyFolder())).toContain(offer);
    },
  );

  test.each([[['check', '--assume', '']], [['diff', '--assume', '']], [['record', '']]])(
    'is none in such a folder where one must be chosen: %j',
    async (words) => {
      expect(await offered(words, emptyFolder())).toEqual([]);
    },
  );

  test('has groups, of which something can be assumed as well', async () => {
    const cwd = folderWith({ 'rutte-tally.yaml': `${lunch}groups: { cooks: [ana] }\n` });
    expect(await offered(['check', '--assume', ''], cwd)).toEqual(['ana=', 'bo=', 'cooks=', 'all=']);
  });

  test.each(['rutte-tally.yml', 'rutte-tally.json'])('may be called %s', async (name) => {
    const cwd = folderWith({ [name]: lunch });
    expect(await offered(['check', '--assume', ''], cwd)).toEqual(['ana=', 'bo=', 'all=']);
  });

  test.each([
    ['named before the cursor', ['status', 'dinner.yaml', '--assume', '']],
    ['named behind it', ['status', '--assume', '|', 'dinner.yaml']],
    ['named at a date', ['status', 'dinner.yaml@2024-03-01', '--assume', '']],
    ['named behind two dashes', ['status', '--assume', '|', '--', 'dinner.yaml']],
    ['named as a version out of git', ['status', 'HEAD~3:dinner.yaml', '--assume', '']],
    ['the second of two', ['diff', 'rutte-tally.yaml', 'dinner.yaml', '--assume', '']],
  ])('is the one %s', async (_, words) => {
    const cwd = folderWith({ 'rutte-tally.yaml': lunch, 'dinner.yaml': dinner });
    expect(await offered(words, cwd)).toEqual(['cy=', 'di=', 'all=']);
  });

  test.each([
    ['standard input', '-'],
    ['a folder', 'folder'],
    ['a file that is not there', 'missing.yaml'],
    ['a roster with a mistake', 'broken.yaml'],
    ['a date that is none', 'dinner.yaml@2024-99'],
    ['a file that is too large', 'large.yaml'],
  ])('is none for %s, and nothing is said of it', async (_, word) => {
    const broken = 'title: t\nrule: consensus\nmembers: { A: suport }\n';
    const large = `${lunch}# ${'x'.repeat(5 * 1024 * 1024)}\n`;
    const cwd = folderWith({
      'rutte-tally.yaml': lunch,
      'dinner.yaml': dinner,
      'broken.yaml': broken,
      'large.yaml': large,
    });
    mkdirSync(join(cwd, 'folder'));
    expect(await offered(['status', word, '--assume', ''], cwd)).toEqual([]);
  });

  test('is never waited for: a pipe is not opened', async ({ skip }) => {
    skip(!isInstalled('mkfifo'), 'mkfifo is not installed');
    const cwd = emptyFolder();
    execFileSync('mkfifo', [join(cwd, 'pipe.yaml')]);
    expect(await offered(['status', 'pipe.yaml', '--assume', ''], cwd)).toEqual([]);
  });

  test('of none, the days relative to today are offered', async () => {
    expect(await offered(['snapshot', '--as-of', ''], emptyFolder())).toEqual(['today', 'yesterday', '7d']);
  });

  test('gives the days on which something happened, after those relative to today', async () => {
    const cwd = folderWith({ 'dinner.yaml': dinner });
    const days = ['today', 'yesterday', '7d', '2024-02-10', '2024-02-21', '2024-04-30', '2024-07-09'];
    expect(await offered(['status', 'dinner.yaml', '--as-of', ''], cwd)).toEqual(days);
    expect(await offered(['status', 'dinner.yaml@'], cwd)).toEqual(days.map((day) => `dinner.yaml@${day}`));
    expect(await offered(['check', 'dinner.yaml', '--since', '@'], cwd)).toEqual(days.map((day) => `@${day}`));
    expect(await offered(['diff', 'dinner.yaml', '--since', ''], cwd)).toEqual([
      ...days,
      ...(await offered(['status', ''])),
    ]);
    writeFileSync(join(cwd, 'rutte-tally.yaml'), dinner);
    expect(await offered(['diff', '@'], cwd)).toEqual(days.map((day) => `@${day}`));
  });
});

describe('members of several rosters', () => {
  const files = { 'lunch.yaml': lunch, 'dinner.yaml': dinner.replace('cy:', 'ana:'), 'other.json': '{ "members": 1 }' };
  const all = ['ana', 'bo', 'di'];

  test('are those of the folder for a list', async () => {
    const cwd = folderWith(files);
    expect(await offered(['list', '--waiting-on', ''], cwd)).toEqual(['ana', 'di', 'bo']);
    expect(await offered(['list', '--waiting-on='], cwd)).toContain('--waiting-on=bo');
    writeFileSync(join(cwd, 'rutte-tally.yaml'), lunch.replace('bo', 'cleo'));
    expect((await offered(['list', '--waiting-on', ''], cwd)).toSorted()).toEqual(['ana', 'bo', 'cleo', 'di']);
  });

  test.each([
    ['a folder', ['member', '|', 'd']],
    ['several', ['member', '|', 'd/lunch.yaml', 'd/dinner.yaml']],
    ['a folder, for a list', ['list', 'd', '--waiting-on', '']],
  ])('are those named: %s', async (_, words) => {
    const cwd = folderWith({ 'rutte-tally.yaml': lunch.replace('bo', 'cleo') });
    mkdirSync(join(cwd, 'd'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, 'd', name), text);
    expect((await offered(words, cwd)).toSorted()).toEqual(all);
  });

  test('are those of the folder for member, if it has no roster of its own', async () => {
    const cwd = folderWith(files);
    expect((await offered(['member', ''], cwd)).toSorted()).toEqual(all);
    writeFileSync(join(cwd, 'rutte-tally.yaml'), lunch.replace('bo', 'cleo'));
    expect(await offered(['member', ''], cwd)).toEqual(['ana', 'cleo']);
  });

  test('are those of the bundled example for member in a folder without rosters, and none for a list', async () => {
    const cwd = folderWith({ 'package.json': '{}' });
    expect(await offered(['member', ''], cwd)).toContain('TR');
    expect(await offered(['list', '--waiting-on', ''], cwd)).toEqual([]);
  });

  test('have a name, and the number of rosters that have them', async () => {
    const named = lunch.replace('{ ana: support,', '{ ana: { name: Ana Rossi, stance: support },');
    const cwd = folderWith({ 'a.yaml': named, 'b.yaml': lunch });
    const { stdout } = await inTerminal(['__complete', 'fish', '--', '2', 'list', '--waiting-on', ''], { cwd });
    expect(stdout.split('\n').slice(1, 3)).toEqual(['ana\tAna Rossi, in 2 rosters', 'bo\tin 2 rosters']);
  });

  test('are no more than what is read quickly', async () => {
    const cwd = folderWith({ 'a.yaml': lunch, 'b.yaml': `${dinner}# ${'x'.repeat(1024 * 1024)}\n` });
    expect(await offered(['list', '--waiting-on', ''], cwd)).toEqual(['ana', 'bo']);
    expect(await offered(['list', 'b.yaml', '--waiting-on', ''], cwd)).toEqual(['cy', 'di']);
  });
});

test('states of decisions are offered one after the other, each once', async () => {
  expect(await offered(['list', '--outcome', ''])).toEqual(['open', 'blocked', 'reached', 'decided']);
  expect(await offered(['list', '--outcome=open,'])).toEqual(
    ['blocked', 'reached', 'decided'].map((state) => `--outcome=open,${state}`),
  );
});

test('dates of a roster are offered behind it wherever one is named', async () => {
  const cwd = folderWith({ 'dinner.yaml': dinner });
  expect(await offered(['member', 'cy', 'dinner.yaml@'], cwd)).toContain('dinner.yaml@2024-02-21');
  expect(await offered(['list', 'dinner.yaml@'], cwd)).toContain('dinner.yaml@2024-02-21');
});

test('stances stand behind a code', async () => {
  const answers = await offered(['check', '--assume=TR=']);
  expect(answers).toContain('--assume=TR=support');
  expect(answers).toHaveLength(9);
});

test('an option is offered once, unless it may be repeated', async () => {
  const again = await offered(['status', '--all', '--assume', 'TR=support', '--as-of=2024-06-18', '--']);
  expect(again).toContain('--assume');
  expect(again).toContain('--watch');
  expect(again).not.toContain('--all');
  expect(again).not.toContain('--as-of');
});

test.each([
  ['behind an unknown command', ['stauts', '']],
  ['for a title', ['init', '--title', '']],
  ['of a roster that a title names', ['init', '--title', 'nato-2024@']],
])('nothing is offered %s', async (_, words) => {
  expect(await offered(words)).toEqual([]);
});

test('options are offered where no word is asked for', async () => {
  expect(await offered(['status', 'nato-2024', ''])).toContain('--as-of');
  expect(await offered(['--'])).toEqual(['--version', '--help']);
});

test('words of closed lists, and what a roster has, are offered where a command asks for them', async () => {
  const cwd = folderWith({ 'dinner.yaml': dinner });
  expect(await offered(['member', '|', 'dinner.yaml'], cwd)).toEqual(['cy', 'di']);
  expect(await offered(['record', '|', 'support', 'dinner.yaml'], cwd)).toEqual(['cy', 'di']);
  expect(await offered(['record', 'cy', ''], cwd)).toEqual(stances);
  expect(await offered(['record', 'cy', 'support', '--basis='], cwd)).toEqual(['--basis=stated', '--basis=reported']);
  expect(await offered(['record', 'cy', 'unclear', '--leaning='], cwd)).toEqual([
    '--leaning=support',
    '--leaning=oppose',
  ]);
  expect(await offered(['record', 'cy', 'support', 'dinner.yaml', '--source', ''], cwd)).toContain('menu');
  expect(await offered(['rules', ''], cwd)).toEqual(presets);
});

test('bundled rosters and bodies are offered by name', async () => {
  expect(await offered(['status', ''])).toContain('nato-2024');
  expect(await offered(['init', '--body', ''])).toContain('eu-council');
});

test.each([
  ['goes on from the word', 'rutte-tally sta', ['status']],
  ['goes on from it when case is set aside', 'rutte-tally STA', ['status']],
  ['stands behind the last break of the word', 'rutte-tally check --assume=TR=supp', ['support']],
  ['is nothing when nothing goes on from it', 'rutte-tally xyz', []],
])('what bash gets %s', async (_, line, offers) => {
  const { code, stdout } = await inTerminal(['__complete', 'bash', '--', line, '', ' \t\n"\'@><=;|&(:']);
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\n').slice(1)).toEqual(offers);
});

test('what zsh gets has a meaning behind a colon, and other colons are no such', async () => {
  const cwd = folderWith({ 'r.yaml': lunch.replace('ana: support', "ana: { name: 'A: B' }") });
  const { stdout } = await inTerminal(['__complete', 'zsh', '--', '1', 'member', '', 'r.yaml'], { cwd });
  expect(stdout.trimEnd().split('\n').slice(1)).toEqual(['ana\tana:A\\: B, undeclared', 'bo\tbo:unclear']);
});

test('a shell that there is no completion for is wrong usage', async () => {
  expect(await inTerminal(['__complete', 'powershell', '--', '0', ''])).toEqual({ code: 2, stdout: '', stderr: '' });
});

test('the hidden command is in no help', async () => {
  const { stdout } = await inTerminal(['--help']);
  expect(stdout).toContain('completion');
  expect(stdout).not.toContain('__complete');
});
