import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/roster/diagnose/diagnose.ts';
import { mostDiagnostics } from '../../src/roster/diagnose/diagnosis.ts';
import { toProblems } from '../../src/roster/diagnose/zod-issues.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import {
  adviceDay,
  type Brief,
  brief,
  bundledText,
  expectSound,
  fixture,
  onlyProblem,
  rosterText,
  under,
  withMember,
} from '../support/texts.ts';

describe('a near miss is recognised', () => {
  const withRest = (rest: string) => rosterText({ rest: `${rest}\n` });
  const withRule = (rule: string, rest = '') => rosterText({ rule, rest });

  test.each([
    ['a stance', withMember('suport'), 'support'],
    ['a stance in capitals', withMember('OPPOSE'), 'oppose'],
    ['a stance without its hyphen', withMember('no objection'), 'no-objection'],
    ['a stance that is counted', withRule('{ count: [suport], at-least: 1 }'), 'support'],
    ['a stance in a base', withRule('{ at-least: 50%, of: [support, opose] }'), 'oppose'],
    ['a stance left out', withRule('{ count: { except: [opose] }, at-least: 1 }'), 'oppose'],
    ['a base', withRule('{ at-least: 50%, of: vote }'), 'votes'],
    ['a base in capitals', withRule('{ at-least: 50%, of: Members }'), 'members'],
    ['a rule', withRule('concensus'), 'consensus'],
    ['a rule inside another', withRule('{ all: [unanimty] }'), 'unanimity'],
    ['a rule with a term', withRule('silense'), 'silence'],
    ['a group', withRule('{ among: benelux, at-least: 1 }', 'groups: { Benelux: [NL] }\n'), 'Benelux'],
    [
      'a weight',
      'title: t\nrule: { by: popultion, at-least: 1 }\nmembers: { NL: { weights: { population: 1 } } }',
      'population',
    ],
    ['a member', withRest('groups: { g: [nl] }'), 'NL'],
    ['a holdout', withRest('claims: [{ date: 2024-01-01, holdouts: [NLD] }]'), 'NL'],
    ['a source', withMember('{ stance: support, source: paper1 }', 'sources: { paper-1: }\n'), 'paper-1'],
    ['a basis', withMember('{ stance: support, basis: state }'), 'stated'],
    ['a status', withRest('candidates: { Ana: { history: [{ status: appoited }] } }'), 'appointed'],
    ['a decision', withRest('decision: { date: 2024-01-01, outcome: adoptd }'), 'adopted'],
    ['an outcome', withRest('expect: [{ as-of: 2024-01-01, outcome: blockd }]'), 'blocked'],
    ['a key of a roster', withRest('asof: 2024-01-01'), 'as-of'],
    ['a key of a member', withMember('{ stance: support, weigths: {} }'), 'weights'],
    ['a key of a position', withMember('{ positions: [{ stanc: support }] }'), 'stance'],
    ['a key of a claim', withRest('claims: [{ date: 2024-01-01, holdouts: [], suporting: 1 }]'), 'supporting'],
    ['a key of a candidate', withRest('candidates: { Ana: { propsed: true } }'), 'proposed'],
    ['a key of a milestone', withRest('milestones: [{ date: 2024-01-01, name: n, deadlin: true }]'), 'deadline'],
    ['a key of a decision', withRest('decision: { date: 2024-01-01, outcome: adopted, sourc: x }'), 'source'],
    ['a key of an expectation', withRest('expect: [{ as-of: 2024-01-01, outcom: open }]'), 'outcome'],
    ['a key of a source', withRest('sources: { a: { publishr: B } }'), 'publisher'],
    ['a key of a criterion', withRule('{ at_least: 1, more-than: 1 }'), 'at-least'],
    ['a key beside all', withRule('{ all: [consensus], labels: x }'), 'label'],
    ['a key of an exception', withRule('{ consensus: { except: [NL], exept: [BE] } }'), 'except'],
  ])('in %s', (_, text, meant) => {
    const { diagnostics } = expectSound(text);
    expect(diagnostics.map(({ hint }) => hint)).toContain(`did you mean "${meant}"?`);
  });

  test('and what was not near gets what there is', () => {
    expect(onlyProblem(withMember('lovely')).hint).toBeUndefined();
    expect(onlyProblem(withMember('lovely')).message).toBe(
      '"lovely" is not a stance; expected one of "support", "no-objection", "abstain", "oppose", "recused", "conditional", "withheld", "unclear" or "undeclared"',
    );
    expect(onlyProblem(withRest('authors: x')).hint).toBe(
      'a roster has "title", "body", "names", "as-of", "rule", "closes", "groups", "members", "rounds", "demands", "claims", "candidates", "milestones", "decision", "expect", "sources", "note"',
    );
    expect(onlyProblem(withRest('sources: { a: { by: x } }')).hint).toBe(
      'a source has "title", "publisher", "date", "url", "note"',
    );
    expect(onlyProblem(withRule('{ all: [consensus], count: support }')).hint).toBe(
      '"all" has "all", "closes", "label"',
    );
    expect(onlyProblem(withRule('majority')).message).toContain('"simple-majority"');
    expect(onlyProblem(withRule('{ among: the rest, at-least: 1 }')).hint).toContain('groups:');
    expect(onlyProblem(withRule('{ among: NL, at-least: 1 }')).hint).toContain('list of members');
    expect(onlyProblem(withRule('{ by: shares, at-least: 1 }')).hint).toContain('weights: { shares: 1 }');
    expect(onlyProblem(withMember('{ stance: support, source: nowhere }')).hint).toContain('sources:');
  });

  test('a base that is none is told of "members" and "votes" too', () => {
    const { message } = onlyProblem(withRule('{ at-least: 50%, of: everybody }'));
    expect(message).toContain('"members"');
    expect(message).toContain('"votes"');
  });

  test('a rule that is none is told of silence too', () => {
    expect(onlyProblem(withRule('majority')).message).toContain('silence');
  });
});

describe('a hint can be followed', () => {
  test.each([
    ['0.55', 'write 55%'],
    ['0.05', 'write 5%'],
    ['0.555', 'write 55.5%'],
    ['0.50', 'write 50%'],
    ['9.5', 'write a whole number, or a share such as 55% or 2/3'],
  ])('members are not counted as %s: %s', (written, hint) => {
    const problem = onlyProblem(rosterText({ rule: `{ at-least: ${written} }` }));
    expect(problem).toMatchObject({ code: 'invalid-bound', hint });
    expect(problem.message).toContain(`"${written}"`);
  });

  test('all but half a member is no part of the members', () => {
    const { code, hint } = onlyProblem(rosterText({ rule: '{ at-least: all but 0.55 }' }));
    expect(code).toBe('invalid-bound');
    expect(hint).not.toContain('55%');
  });

  test.each([
    ['title', 'title:\nrule: consensus\nmembers: { NL: support }\n'],
    ['rule', rosterText({ rule: '' })],
    ['the date of a claim', rosterText({ rest: 'claims: [{ date: , supporting: 1 }]\n' })],
    ['the name of a milestone', rosterText({ rest: 'milestones: [{ date: 2024-01-01, name: }]\n' })],
    ['the end of a silence', rosterText({ rule: '{ silence: }' })],
  ])('nobody is told to delete %s, which must be there', (_, text) => {
    const { code, hint = '' } = onlyProblem(text);
    expect(code).toBe('missing-value');
    expect(hint).not.toContain('delete');
  });

  test('a weight that only others have is not offered to itself', () => {
    const text = rosterText({
      rule: '{ by: shares, among: [NL], at-least: 1 }',
      members: '{ NL: support, BE: { weights: { shares: 1 } } }',
    });
    const { code, message, hint } = onlyProblem(text);
    expect(code).toBe('missing-weight');
    expect(message).not.toContain('no member has');
    expect(hint).not.toContain('did you mean');
  });

  test.each([
    ['colon-in-text.yaml', /quotes/],
    ['at-sign.yaml', /quotes/],
    ['unclosed-quote.yaml', /quote/],
    ['unclosed-bracket.yaml', /\}|bracket|brace/],
    ['closing-brace-not-indented.yaml', /indent|space/],
    ['tab-indentation.yaml', /spaces/],
    ['uneven-indentation.yaml', /indent|column|spaces/],
    ['no-space-after-colon.yaml', /space/],
    ['no-space-after-only-colon.yaml', /space/],
  ])('the commonest slips of YAML in %s have one', (file, expected) => {
    expect(onlyProblem(fixture('err', file)).hint).toMatch(expected);
  });

  test.each([
    ['a missing date', rosterText({ rest: 'claims: [{ supporting: 1 }]\n' }), 'add date: …'],
    ['no stance', withMember('{ by: Ana }'), 'add one: stance: support'],
    ['an undeclared member', withMember('{ stance: undeclared, why: x }'), /"unclear".*delete all but the stance/],
    [
      'two ways to a source',
      withMember('{ stance: support, source: "https://x", sources: [] }'),
      /sources: \[\.\.\.\]/,
    ],
    ['a history and more', withMember('{ why: x, positions: [] }'), 'move it into an entry of "positions"'],
    ['two bounds', rosterText({ rule: '{ at-least: 1, more-than: 2 }' }), /all:.*any:/],
    ['an absolute bound with a base', rosterText({ rule: '{ at-least: 1, of: members }' }), /delete "of".*55%/],
    ['reasons for support', rosterText({ rule: '{ at-least: 1, with-why: true }' }), /support counts without a reason/],
    ['an end to silence', rosterText({ rule: 'silence' }), 'write the time: { silence: 2024-07-01T09:00:00Z }'],
    [
      'a group in a list',
      rosterText({ rule: '{ among: [g], at-least: 1 }', rest: 'groups: { g: [NL] }' }),
      /by itself/,
    ],
    ['a bad code', rosterText({ members: '{ NL: , "a/b": }' }), /letters, digits/],
    ['no address', rosterText({ rest: 'sources: { a: { url: example.org } }' }), /https:\/\//],
    ['no bound', rosterText({ rule: '{ count: support }' }), /at-least: 2\/3 or at-most: 0/],
    ['nothing claimed', rosterText({ rest: 'claims: [{ date: 2024-01-01 }]' }), /supporting: more than 20/],
  ])('after %s', (_, text, hint) => {
    expect(onlyProblem(text).hint).toEqual(typeof hint === 'string' ? hint : expect.stringMatching(hint));
  });
});

describe('the first of two is shown beside the second', () => {
  test.each([
    ['keys', rosterText({ rest: 'body: a\n"body": b\n' }), 'duplicate-key', '"body"', 'body'],
    ['members', rosterText({ members: '{ NL: support, BE: , NL: oppose }' }), 'duplicate-key', 'NL', 'NL'],
    ['items', rosterText({ rest: 'groups: { g: [NL, BE, "NL"] }' }), 'repeated-item', '"NL"', 'NL'],
    ['days', fixture('err', 'same-date.yaml'), 'same-date', '2024-02', '2024-02-29'],
    [
      'undated positions',
      fixture('err', 'two-undated-positions.yaml'),
      'same-date',
      '{ stance: oppose }',
      '{ stance: support }',
    ],
    ['proposed candidates', fixture('err', 'several-proposed.yaml'), 'several-proposed', 'true', 'true'],
  ] as const)('of two %s', (_, text, code, second, first) => {
    const problem = onlyProblem(text);
    expect([problem.code, under(text, problem.span)]).toEqual([code, second]);
    expect(problem.related?.message).toBe('first here');
    expect(under(text, problem.related?.span)).toBe(first);
    expect(problem.related?.span.start).toBeLessThan(problem.span?.start ?? 0);
  });

  test('of three, for both others', () => {
    const text = rosterText({ members: '{ NL: support, NL: oppose, NL: }', rest: 'groups: { g: [BE, BE, BE] }' });
    const { diagnostics } = expectSound(text);
    expect(diagnostics.slice(0, 2).map(({ related }) => related?.span.start)).toEqual(
      Array(2).fill(text.indexOf('NL')),
    );
    const items = diagnostics.filter(({ code }) => code === 'repeated-item');
    expect(new Set(items.map(({ related }) => related?.span.start))).toEqual(new Set([text.indexOf('[BE') + 1]));
  });

  test('of two candidates whose names are numbers, the first is that of the file', () => {
    const text = rosterText({ rest: 'candidates: { "2": { proposed: true }, "1": { proposed: true } }\n' });
    const { span, related } = onlyProblem(text);
    expect(related?.span.start).toBe(text.indexOf('true'));
    expect(span?.start).toBe(text.lastIndexOf('true'));
  });
});

describe('all problems are told at once', () => {
  test('in the order of the file', () => {
    const text = fixture('err', 'many-mistakes.yaml');
    const { diagnostics } = expectSound(text);
    expect(new Set(diagnostics.map(({ code }) => code)).size).toBeGreaterThanOrEqual(10);
    const starts = diagnostics.map(({ span }) => span?.start ?? -1);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('and at one place in the order in which a roster is written', () => {
    const messages = diagnose('{}').diagnostics.map(({ message }) => message);
    expect(messages).toEqual(['"title" is missing', '"rule" is missing', '"members" is missing']);
    const errors = diagnose('as-of: 2024-03-01\n').diagnostics.map(({ message }) => message);
    expect(errors).toEqual(messages);
  });

  test('and at one place the advice in the order of its codes', () => {
    const text = withMember('{ stance: oppose }', 'sources: { a: }\n');
    const codes = brief(text, { today: adviceDay });
    expect(codes).toEqual([
      ['reason-missing', 'oppose'],
      ['source-missing', 'oppose'],
    ]);
  });

  test('and at one place the errors before the advice', () => {
    const broken = withMember('{ stance: suport }', 'sources: { a: }\n');
    expect(brief(broken, { today: adviceDay }).map(([code]) => code)).toEqual(['unknown-stance', 'source-missing']);
  });

  test('the sound parts of a broken file are checked as well', () => {
    const text = [
      'rule: { all: [{ among: nowhere, at-least: 1 }, { count: suport, at-least: 1 }] }',
      'groups: { a: [XX], b: 5 }',
      'members: { NL: { joined: 2024-02-01, date: 2024-01-01, stance: yes }, BE: [support] }',
      'claims: { date: 2024-01-01 }',
      'candidates: { Ana: { member: YY, proposed: maybe }, Bo: { proposed: true }, Cy: { proposed: true } }',
      'sources: { a: { url: x } }',
    ].join('\n');
    expect(brief(text)).toEqual([
      ['missing-key', 'rule'],
      ['unknown-group', 'nowhere'],
      ['unknown-stance', 'suport'],
      ['unknown-member', 'XX'],
      ['not-a-list', '5'],
      ['before-joined', '2024-01-01'],
      ['unknown-stance', 'yes'],
      ['not-a-mapping', '[support]'],
      ['not-a-list', '{ date: 2024-01-01 }'],
      ['unknown-member', 'YY'],
      ['invalid-boolean', 'maybe'],
      ['several-proposed', 'true'],
      ['invalid-url', 'x'],
    ]);
  });

  test.each<[string, string, Brief]>([
    ['no code', rosterText({ members: '{ "a b": support }' }), [['invalid-code', '"a b"']]],
    ['no code at all', rosterText({ members: '{ "": support }' }), [['invalid-code', '""']]],
    [
      'a member that leaves before it joins, and speaks after that',
      withMember('{ joined: 2024-03-01, left: 2024-02-01, date: 2024-02-15, stance: support }'),
      [
        ['left-before-joined', '2024-02-01'],
        ['before-joined', '2024-02-15'],
      ],
    ],
    ['a list as a key', rosterText({ members: '{ [NL]: support }' }), [['complex-key', '[']]],
    ['a reserved key', rosterText({ members: '{ __proto__: support }' }), [['reserved-key', '__proto__']]],
    ['an alias for a stance', withMember('*a'), [['alias', '*a']]],
    ['an alias for the members', rosterText({ members: '*a' }), [['alias', '*a']]],
    ['an alias for the rule', rosterText({ rule: '*a' }), [['alias', '*a']]],
    ['an alias for everything', '*a', [['alias', '*a']]],
    ['no rule', rosterText({ rule: 'concensus', rest: 'groups: { a: [NL] }' }), [['unknown-rule', 'concensus']]],
    [
      'an undeclared entry of a history',
      withMember('{ positions: [{ stance: undeclared, by: Ana }] }'),
      [['undeclared-with-evidence', 'undeclared']],
    ],
    ['an empty stance with a date', withMember('{ date: 2024-01-01, stance: }'), [['missing-value', '']]],
    ['a date that is none', withMember('{ joined: 2024-01-01, date: x, stance: support }'), [['invalid-date', 'x']]],
  ])('one mistake is told once: %s', (_, text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  test('and one mistake made twice is told twice', () => {
    const text = rosterText({ rule: '{ all: [{ among: x, at-least: 1 }, { among: x, at-least: 2 }] }' });
    expect(brief(text)).toEqual([
      ['unknown-group', 'x'],
      ['unknown-group', 'x'],
    ]);
  });
});

describe('of many problems', () => {
  const many = (count: number) =>
    rosterText({ members: `\n${Array.from({ length: count }, (_, index) => `  M${index}: suport`).join('\n')}` });

  test.each([
    [1, 1, 0],
    [mostDiagnostics, mostDiagnostics, 0],
    [mostDiagnostics + 1, mostDiagnostics, 1],
    [5000, mostDiagnostics, 5000 - mostDiagnostics],
  ])('%d: %d are listed and %d counted', (count, listed, more) => {
    const text = many(count);
    const diagnosis = diagnose(text);
    expect(diagnosis.valid).toBe(false);
    expect(diagnosis.diagnostics).toHaveLength(listed);
    expect(diagnosis.more).toBe(more);
    const result = parseRoster(text);
    expect(result).toEqual({ ok: false, ...diagnosis });
    expect(diagnosis.diagnostics.map(({ span }) => span?.start)).toEqual(
      [...text.matchAll(/suport/g)].slice(0, listed).map(({ index }) => index),
    );
  });

  test('the first hundred are listed, of whatever kind', () => {
    const text = `${many(150)}\ntitle: again\nfoo: bar\n`;
    expect(diagnose(text)).toMatchObject({ more: 52 });
    expect(diagnose(`foo: bar\n${text}`).diagnostics[0]?.code).toBe('unknown-key');
  });

  test('errors count among the rest when advice fills the list', () => {
    const members = Array.from({ length: 150 }, (_, index) => `  M${index}: oppose`).join('\n');
    const text = rosterText({ members: `\n${members}`, rest: '\nfoo: bar\n' });
    const diagnosis = diagnose(text, { today: adviceDay });
    expect(diagnosis.diagnostics.every(({ severity }) => severity === 'advice')).toBe(true);
    expect(diagnosis).toMatchObject({ valid: false, more: 51 });
    expectSound(text);
  });
});

describe('under --strict', () => {
  test('advice counts as an error, in code and place the same', () => {
    const text = fixture('advice', 'reason-missing.yaml');
    const advised = diagnose(text, { today: adviceDay });
    const strict = diagnose(text, { today: adviceDay, strict: true });
    expect(advised.valid).toBe(true);
    expect(strict.valid).toBe(false);
    expect(strict.diagnostics).toEqual(advised.diagnostics.map((diagnostic) => ({ ...diagnostic, severity: 'error' })));
  });

  test('what has nothing to advise stays valid', () => {
    expect(diagnose(bundledText(), { today: adviceDay, strict: true }).valid).toBe(true);
  });
});

test('what the schema’s library should ever find beside our own codes is passed on with its place', () => {
  const issue = {
    code: 'too_small',
    minimum: 1,
    origin: 'string',
    input: '',
    path: ['members', 0],
    message: 'too small',
  };
  const custom = { code: 'custom', input: '', path: [Symbol('x')], message: 'so it is' };
  const type = { code: 'invalid_type', expected: 'date', path: [], message: 'no date' };
  expect(toProblems([type] as never, 'x')).toEqual([
    { code: 'not-text', severity: 'error', path: [], at: 'value', message: 'expected date, found text: "x"' },
  ]);
  expect(toProblems([type] as never, undefined)).toMatchObject([{ code: 'missing-key', path: [], at: 'key' }]);
  expect(toProblems([issue, custom] as never, {})).toEqual([
    { code: 'not-text', severity: 'error', path: ['members', 0], at: 'value', message: 'too small' },
    { code: 'not-text', severity: 'error', path: ['Symbol(x)'], at: 'value', message: 'so it is' },
  ]);
});
