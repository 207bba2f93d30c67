import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepOutput, withoutCommands, workflowCommand } from '../../../src/render/ci/workflow-commands.ts';
import { visible } from '../../../src/text/escape-controls.ts';
import { seeded } from '../../support/rosters.ts';
import { commandsIn, outputsIn } from '../../support/runner.ts';

/** Texts made of what the runner looks for. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('::', ':', '##[', '##[error]', ']', '::error::', '::add-mask::', '%', '%0A', '%25', '%3A', ','),
      fc.constantFrom('\n', '\r', '\r\n', '\u2028', '\u0085', ' ', '=', ';', 'file=x', 'x', '\u001b[2J', 'end', '-'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const shown = (text: string): string => visible(text).replaceAll('##[', '##\\u{5b}');

test('whatever its texts, an annotation is one command, and says what they say', () => {
  fc.assert(
    fc.property(texts, texts, texts, (title, file, message) => {
      const line = workflowCommand({
        level: 'notice',
        file: `x${file}`,
        line: 3,
        endLine: 3,
        title: `t${title}`,
        message,
      });
      expect(line).not.toMatch(/[\n\r]/);
      expect(commandsIn(line)).toEqual([
        {
          name: 'notice',
          properties: { file: `x${shown(file)}`, line: '3', endLine: '3', title: `t${shown(title)}`.trim() },
          data: shown(message),
        },
      ]);
    }),
    seeded,
  );
});

test.each([
  ['%0A::error::x', '%250A::error::x'],
  ['100 %', '100 %25'],
  ['two\nlines', 'two lines'],
  ['##[error]x', '##\\u{5b}error]x'],
])('the message %j is written as %j', (message, written) => {
  expect(workflowCommand({ level: 'error', title: 't', message })).toBe(`::error title=t::${written}`);
});

test('columns are left out of what is on several lines', () => {
  const place = { file: 'r.yaml', line: 2, column: 3, endColumn: 9 };
  const annotation = { level: 'warning', title: 'a, b: c', message: 'm' } as const;
  expect(workflowCommand({ ...annotation, ...place, endLine: 2 })).toBe(
    '::warning file=r.yaml,line=2,endLine=2,col=3,endColumn=9,title=a%2C b%3A c::m',
  );
  expect(workflowCommand({ ...annotation, ...place, endLine: 4 })).toBe(
    '::warning file=r.yaml,line=2,endLine=4,title=a%2C b%3A c::m',
  );
});

test('no other output has a command in it, whatever it says', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('\\u{5b}', '\\u005b', '&#91;', '\\x5b'), (text, bracket) => {
      expect(commandsIn(withoutCommands(text, bracket))).toEqual([]);
    }),
    seeded,
  );
});

test('what is no command stays as it is, and JSON says the same', () => {
  const harmless = 'a::b\n  x ::error::\n# [y]\n';
  expect(withoutCommands(harmless, '\\u{5b}')).toBe(harmless);
  expect(JSON.parse(withoutCommands(JSON.stringify('##[error]x'), '\\u005b'))).toBe('##[error]x');
});

test('an output comes back as it was', () => {
  const values = fc.oneof(texts, fc.constantFrom('', 'end', 'end\nend-', '-\nend--\nend'));
  fc.assert(
    fc.property(values, values, (a, b) => {
      expect(outputsIn(stepOutput('a', a) + stepOutput('b', b))).toEqual({ a, b });
    }),
    seeded,
  );
});
