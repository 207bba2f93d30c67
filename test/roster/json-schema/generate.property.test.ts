import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic, DiagnosticCode } from '../../../src/model/diagnostic.ts';
import { candidateStatuses, decisionOutcomes, demandStatuses } from '../../../src/model/roster.ts';
import { comparisons, presets } from '../../../src/model/rule.ts';
import { leanings, outcomes, stances, writtenBases } from '../../../src/model/stance.ts';
import { diagnose } from '../../../src/roster/diagnose/diagnose.ts';
import { complaintsOf } from '../../support/editor.ts';
import { seeded } from '../../support/rosters.ts';

/** What is wrong between entries: a schema looks at one after the other. */
const betweenEntries: readonly DiagnosticCode[] = [
  'unknown-member',
  'unknown-group',
  'unknown-source',
  'missing-group',
  'missing-weight',
  'same-date',
  'denied-before-report',
  'before-joined',
  'after-left',
  'left-before-joined',
  'overlapping-terms',
  'never-in-time',
  'several-proposed',
  'follows-itself',
];

/** The id of a demand alone is enough if `demands` has its text. */
const isBetweenEntries = ({ code, message }: Diagnostic): boolean =>
  betweenEntries.includes(code) || (code === 'missing-key' && message.includes('"demands"'));

type Value = fc.Arbitrary<unknown>;

const oneOf = (...values: readonly unknown[]): Value => fc.constantFrom(...values);
/** Mostly what is right, and at times what belongs somewhere else. */
const mostly = (right: Value): Value =>
  fc.oneof(
    { weight: 60, arbitrary: right },
    { weight: 1, arbitrary: oneOf('', null, 'x', 7, 1.5, true, [], {}, ['support'], { except: ['x'] }) },
  );
/** A mapping with some of these keys, and at times one that nobody knows. */
function some(keys: Readonly<Record<string, Value>>, always: readonly string[] = []): Value {
  const entry = (key: string, value: Value) => {
    const weight = always.includes(key) ? 12 : 1;
    return fc.oneof({ weight, arbitrary: mostly(value) }, { weight: 2, arbitrary: fc.constant(undefined) });
  };
  const known = Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, entry(key, value)]));
  const odd = fc.oneof({ weight: 40, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant('?') });
  return fc.record({ ...known, odd });
}
const listOf = (entry: Value, minLength = 0): Value => fc.array(entry, { minLength, maxLength: 3 });

const text = oneOf('some text', 'other text', 12, 'yes', ' padded ');
const truth = oneOf(true, false, 'true');
const date = oneOf('2024-02-21', '2024-02', '2024-02-29T09:00:00Z', ' 2024-03-01 ');
const codes = listOf(oneOf('NL', 'BE', 'TR'));
const someCodes = fc.uniqueArray(fc.constantFrom('NL', 'BE', 'TR'), { minLength: 1 });
const stance = oneOf(...stances);
const sourced = { source: oneOf('a', 'https://example.org'), sources: listOf(oneOf('a', 'https://example.org/b')) };
const evidence = { date, circa: truth, by: text, ...sourced, quote: text, note: text };
const denied = fc.oneof(date, some({ date, by: text, ...sourced }, ['date']));
const want = fc.oneof(text, some({ id: oneOf('visit'), text }));
const position = {
  ...evidence,
  stance,
  leaning: oneOf(...leanings),
  follows: fc.oneof(oneOf('BE', 'TR'), fc.uniqueArray(fc.constantFrom('BE', 'TR'))),
  basis: oneOf(...writtenBases),
  why: text,
  wants: listOf(want),
  denied,
};
const termList = fc.oneof(
  fc.constant([{ left: '2020-01-01' }, { joined: '2023-01-01' }]),
  listOf(some({ joined: date, left: date }), 1),
);
const someWeights = oneOf(
  { population: 5 },
  { population: { '2024-01-01': 5, '2024-02-01T09:00:00Z': '6.5' } },
  { population: { '2024-01': 5 } },
  { population: {} },
);
const member = fc.oneof(
  oneOf(...stances, null, ''),
  some(position, ['stance']),
  some({ ...position, name: text, joined: date, left: date, terms: termList, positions: fc.constant([]) }),
  some({ positions: listOf(some(position, ['stance'])), weights: someWeights, name: text }),
);

const stanceSet = fc
  .oneof(stance, fc.uniqueArray(fc.constantFrom(...stances), { minLength: 1, maxLength: 3 }))
  .chain((set) => oneOf(set, typeof set === 'string' ? ['support', set] : { except: set }));
const bound = oneOf(0, 1, '2', 2.5, '2.5', '55%', '1/2', 'all', 'all but 1', 'all but 1.5', '200%');
const count = fc
  .tuple(
    some({ count: stanceSet, of: fc.oneof(stanceSet, oneOf('members', 'votes')), by: oneOf('members', 'population') }),
    some({ among: fc.oneof(someCodes, oneOf('Benelux'), fc.record({ except: someCodes })), 'with-why': truth }),
    some({ 'not-before': date, closes: date, label: text }),
    fc.oneof(
      { weight: 9, arbitrary: fc.subarray([...comparisons], { minLength: 1, maxLength: 1 }) },
      fc.subarray([...comparisons]),
    ),
    bound,
  )
  .map(([what, whom, when, compared, value]) =>
    Object.assign({}, what, whom, when, Object.fromEntries(compared.map((comparison) => [comparison, value]))),
  );
const rule = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: count },
    oneOf(...presets),
    some({ silence: date }, ['silence']),
    some({ consensus: fc.record({ except: someCodes }) }, ['consensus']),
    some({ all: listOf(tie('any'), 1), closes: date, label: text }, ['all']),
    some({ any: listOf(tie('any'), 1), closes: date, label: text }, ['any']),
  ),
})).any;

const named = fc.oneof(someCodes, oneOf('Benelux'), codes);
const quantity = oneOf(0, 21, 'more than 20', 'about 10', 'all', 'fewer than 0', 'lots');
const event = some({ date, circa: truth, status: oneOf(...candidateStatuses), ...sourced, note: text }, ['status']);
const answer = some({ ...evidence, status: oneOf(...demandStatuses) }, ['date', 'status']);
const sections = some({
  body: text,
  'as-of': date,
  closes: date,
  note: text,
  groups: fc.constant({ Benelux: ['NL', 'BE'] }),
  rounds: listOf(some({ date: oneOf('2024-02-21', '2024-02-22T09:00:00Z', '2024-02'), name: text }, ['date'])),
  claims: listOf(
    fc.oneof(
      some({ ...evidence, supporting: quantity, 'holding-out': quantity, holdouts: codes }, ['date', 'holdouts']),
      some({ ...evidence, supporting: quantity, 'holding-out': quantity, among: named }, ['date', 'supporting']),
      some({ ...evidence, of: named, stance, why: text, wants: listOf(want), denied }, ['date', 'of', 'stance']),
      some({ ...evidence, supporting: quantity, among: named, holdouts: codes, of: named, stance, why: text }, [
        'date',
      ]),
    ),
  ),
  demands: fc.constantFrom<unknown>({ visit: 'a visit' }, null, '').chain((demands) =>
    fc.oneof(
      fc.constant(demands),
      fc.record({
        visit: some({ text, history: listOf(answer, 0), note: text }, ['text']),
        jets: fc.oneof(oneOf('jets', null, '', []), some({ history: fc.array(answer, { maxLength: 1 }) })),
      }),
    ),
  ),
  candidates: fc.dictionary(
    oneOf('Ana', 'Bo').map(String),
    some({ member: oneOf('NL'), proposed: truth, history: listOf(event) }),
  ),
  milestones: listOf(
    some({ date, circa: truth, name: text, deadline: truth, ...sourced, note: text }, ['date', 'name']),
  ),
  decision: some({ date, outcome: oneOf(...decisionOutcomes), by: text, ...sourced, note: text }, ['date', 'outcome']),
  expect: listOf(
    some({ 'as-of': date, outcome: oneOf(...outcomes), holdouts: codes, support: oneOf(1, '2'), members: oneOf(2) }, [
      'as-of',
    ]),
  ),
  sources: fc.constant({ a: { title: 'A', date: 2024, url: 'https://example.org' }, b: null }),
});

/** Rosters of which about half are right, and most others wrong in one place. */
const roster = fc
  .tuple(
    sections,
    fc.oneof(oneOf('consensus'), rule),
    fc.oneof(
      fc.constant({}),
      fc.dictionary(fc.constantFrom('NL', 'BE', 'TR', '1', 'The Dutch'), member, { maxKeys: 2 }),
    ),
  )
  .map(([rest, decides, members]) => ({
    title: 'A new chair',
    rule: decides,
    ...(rest as object),
    members: { NL: 'support', BE: 'support', TR: null, ...members },
  }));

/** As JSON, but with nothing where JSON has null: in YAML that word is text to the program. */
const asYaml = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(/:null\b/g, ': ')
    .replaceAll(/\bnull\b/g, '""');

test('an editor accepts what the program accepts, and refuses what it refuses within one entry', () => {
  const seen = { sound: 0, refused: 0, unseen: 0 };
  fc.assert(
    fc.property(roster, (value) => {
      const written = asYaml(value);
      const { valid, diagnostics } = diagnose(written);
      const complaints = complaintsOf(written);
      const codesFound = diagnostics.map(({ code }) => code);
      if (valid) {
        seen.sound += 1;
        expect({ written, complaints }).toEqual({ written, complaints: [] });
      } else if (diagnostics.every(isBetweenEntries)) {
        seen.unseen += 1;
      } else {
        seen.refused += 1;
        expect({ written, codesFound, complaints }).not.toEqual({ written, codesFound, complaints: [] });
      }
    }),
    { ...seeded, numRuns: Math.min(10 * seeded.numRuns, 10_000) },
  );
  expect(Math.min(seen.sound, seen.refused)).toBeGreaterThan(200);
});
