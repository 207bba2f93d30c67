import { describe, expect, test } from 'vitest';
import { type Judge, readAssumptions } from '../../../src/roster/diagnose/assumptions.ts';
import { mostDiagnostics } from '../../../src/roster/diagnose/diagnosis.ts';
import { under } from '../../support/texts.ts';

const known = ['NL', 'TR', 'HU', '1'];
const judge: Judge = (written) =>
  new Map(
    written.flatMap(({ who }, index) => {
      const objection = { code: 'unknown-member', message: `"${who}" is unknown`, hint: () => 'name another' } as const;
      return known.includes(who) ? [] : [[index, objection] as const];
    }),
  );

const read = (text: string) => readAssumptions(text, judge);

/** What is wrong with a text of assumptions: the codes, and the text under their spans. */
function told(text: string): (readonly [string, string])[] {
  const result = read(text);
  return result.ok ? [] : result.diagnostics.map(({ code, span }) => [code, under(text, span)]);
}

describe('assumptions', () => {
  test.each([
    ['TR: support\nHU: no-objection\n', { TR: 'support', HU: 'no-objection' }],
    ['# a comment\n"TR" : " support "\n1: oppose', { TR: 'support', '1': 'oppose' }],
    ['{ "TR": "support" }', { TR: 'support' }],
    ['\r\nTR: undeclared\r\n', { TR: 'undeclared' }],
    ['{}', {}],
  ])('are a mapping of codes to stances: %j', (text, expected) => {
    const result = read(text);
    expect(result.ok && Object.fromEntries(result.assumptions.map(({ who, stance }) => [who, stance]))).toEqual(
      expected,
    );
  });

  test.each([
    ['', [['empty-document', '']]],
    ['# nothing yet\n', [['empty-document', '']]],
    ['TR=support', [['not-a-mapping', 'TR=support']]],
    ['- TR: support', [['not-a-mapping', '- TR: support']]],
    [
      'TR: suport\nXX: support\nHU: {}\nNL:\n',
      [
        ['unknown-stance', 'suport'],
        ['unknown-member', 'XX'],
        ['not-text', '{}'],
        ['missing-value', ''],
      ],
    ],
    [
      'TR: support\nHU: oppose\nTR: oppose\nYY: nay',
      [
        ['duplicate-key', 'TR'],
        ['unknown-member', 'YY'],
        ['unknown-stance', 'nay'],
      ],
    ],
    ['TR: [support', [['yaml-syntax', '[']]],
    ['TR: *a', [['alias', '*a']]],
  ])('are told all that is wrong with them, and where: %j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('say what to do', () => {
    const result = read('XX: support\nTR: suport\nHU: [oppose]');
    expect(result.ok ? [] : result.diagnostics.map(({ hint }) => hint)).toEqual([
      'name another',
      'did you mean "support"?',
      'write the stance alone: HU: support',
    ]);
  });

  test.each([
    [4_000, 8_000 - mostDiagnostics],
    // Too many to look for all of them.
    [20_000, 0],
  ])('may be wrong %i times', (times, more) => {
    const text = Array.from({ length: times }, (_, index) => `M${index}: nay\n`).join('');
    const result = read(text);
    expect(result.ok ? undefined : [result.diagnostics.length, result.more]).toEqual([mostDiagnostics, more]);
  });
});
