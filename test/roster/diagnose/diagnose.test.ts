import { describe, expect, test } from 'vitest';
import { diagnosticCodes } from '../../../src/model/diagnostic.ts';
import { parseRoster } from '../../../src/roster/parse.ts';
import { type Brief, brief, expectSound, fixture, fixturesIn } from '../../support/texts.ts';

/** What is wrong with each fixture: the codes, and the text under their spans, in the order of the file. */
const errors: Readonly<Record<string, Brief>> = {
  'after-left.yaml': [['after-left', '2024-02-01']],
  'alias-as-key.yaml': [['alias', '*nl']],
  'alias.yaml': [['alias', '*dutch']],
  'at-sign.yaml': [['yaml-syntax', '@']],
  'bare-word-in-a-list.yaml': [['not-a-mapping', 'support']],
  'base-of-an-absolute-bound.yaml': [['conflicting-keys', 'of']],
  'base-without-support.yaml': [['not-monotone', '[oppose, abstain]']],
  'basis-claimed.yaml': [['unknown-value', 'claimed']],
  'before-joined.yaml': [['before-joined', '2024-01-31']],
  'between-terms.yaml': [
    ['before-joined', '2017-05-01'],
    ['after-left', '2021-05-01'],
    ['after-left', '2023-01-01'],
  ],
  'bound-above-everybody.yaml': [['invalid-bound', '150%']],
  'bound-in-words.yaml': [['invalid-bound', 'most']],
  'candidate-without-status.yaml': [['missing-key', '{ date: 2024-02-01 }']],
  'ceiling-with-support.yaml': [['not-monotone', '[support, oppose]']],
  'ceiling-without-count.yaml': [['not-monotone', '1']],
  'changing-weights.yaml': [
    ['missing-value', '{}'],
    ['invalid-date', '2024'],
    ['invalid-date', '2025-01'],
    ['invalid-date', '2025-02-01T09:00'],
    ['invalid-number', '-1'],
    ['same-date', '2025-01-01T01:00:00+01:00'],
    ['not-text', '[1]'],
    ['invalid-date', '2024-13-01'],
    ['invalid-date', '2025-01-01T12:00'],
  ],
  'claim-without-date.yaml': [['missing-key', '{ supporting: 2 }']],
  'closing-brace-not-indented.yaml': [['yaml-syntax', '}']],
  'colon-in-text.yaml': [['yaml-syntax', 'A']],
  'counted-outside-the-base.yaml': [['not-monotone', 'votes']],
  'counts-within-a-group.yaml': [
    ['empty-claim', '{ date: 2024-03-01, among: Benelux, by: an aide }'],
    ['unknown-group', 'Beneluks'],
    ['unknown-member', 'XX'],
    ['repeated-item', 'BE'],
    ['conflicting-keys', 'among'],
    ['conflicting-keys', 'among'],
    ['missing-value', '[]'],
    ['not-a-list', '{ except: [BE] }'],
    ['unknown-group', 'FR'],
    ['unknown-key', 'within'],
  ],
  'criterion-without-bound.yaml': [['missing-key', 'rule']],
  'dangling-alias.yaml': [['alias', '*nobody']],
  'decimal-share.yaml': [['invalid-bound', '0.55']],
  'division-by-zero.yaml': [['invalid-bound', '2/0']],
  'demands.yaml': [
    ['unknown-value', 'granted'],
    ['same-date', '2024-02'],
    ['missing-key', '{ status: met, source: b }'],
    ['unknown-source', 'b'],
    ['unknown-key', 'why'],
    ['repeated-item', 'trip'],
    ['not-a-mapping', '[an end to embargoes]'],
    ['missing-key', '{ id: visits }'],
    ['missing-key', '{ id: jets }'],
    ['missing-value', '""'],
    ['missing-key', '{}'],
    ['missing-key', '{ id: tanks }'],
    ['missing-key', '{ id: arms }'],
  ],
  'denied.yaml': [
    ['denied-statement', 'denied'],
    ['missing-key', 'denied'],
    ['denied-before-report', '2024-03-11'],
    ['missing-key', 'denied'],
    ['unknown-source', 'b'],
    ['denied-before-report', '2024-03-12T09:00:00Z'],
    ['invalid-date', 'yes'],
  ],
  'duplicate-member.yaml': [['duplicate-key', 'NL']],
  'duplicate-section.yaml': [['duplicate-key', 'title']],
  'empty-claim.yaml': [['empty-claim', '{ date: 2024-02-01, by: somebody }']],
  'empty-date.yaml': [['missing-value', '']],
  'empty-expectation.yaml': [['empty-expectation', '{ as-of: 2024-02-01 }']],
  'empty-exception.yaml': [['missing-value', '[]']],
  'empty-members.yaml': [['missing-value', '']],
  'empty-title.yaml': [['missing-value', '']],
  'empty.yaml': [['empty-document', '']],
  'fewer-than-none.yaml': [['invalid-count', 'fewer than 0']],
  'floor-without-support.yaml': [['not-monotone', 'oppose']],
  'follows.yaml': [
    ['follows-itself', 'BE'],
    ['not-pending', 'follows'],
    ['unknown-member', 'DE'],
    ['repeated-item', 'NL'],
    ['follows-itself', 'FR'],
    ['unknown-member', 'Benelux'],
    ['not-pending', 'follows'],
    ['missing-value', '[]'],
    ['unknown-member', 'DKK'],
    ['unknown-key', 'follow'],
  ],
  'group-in-a-list.yaml': [['unknown-member', 'Benelux']],
  'half-a-member-expected.yaml': [['invalid-number', '1.5']],
  'holdouts-as-text.yaml': [['not-a-list', 'NL']],
  'impossible-day.yaml': [['invalid-date', '2023-02-29']],
  'instant-without-offset.yaml': [['invalid-date', '2024-03-01T09:00']],
  'invalid-boolean.yaml': [['invalid-boolean', 'yes']],
  'invalid-code.yaml': [['invalid-code', 'The Netherlands']],
  'invalid-count.yaml': [['invalid-count', 'more than half']],
  'invalid-url.yaml': [['invalid-url', 'www.example.org']],
  'key-below-a-value.yaml': [['yaml-syntax', '    ']],
  'key-on-two-lines.yaml': [['yaml-syntax', '"the\n  Netherlands"']],
  'leaning-though-settled.yaml': [
    ['not-pending', 'leaning'],
    ['unknown-value', 'yes'],
    ['not-pending', 'leaning'],
  ],
  'left-before-joined.yaml': [['left-before-joined', '2024-02-01']],
  'list-as-key.yaml': [['complex-key', '[']],
  'list-at-top.yaml': [['not-a-mapping', '- title: A new chair\n- rule: consensus\n']],
  'many-mistakes.yaml': [
    ['missing-key', 'as-of'],
    ['invalid-date', '2024-02-30'],
    ['unknown-key', 'titel'],
    ['unknown-rule', 'concensus'],
    ['unknown-member', 'XX'],
    ['repeated-item', 'BE'],
    ['unknown-stance', 'suport'],
    ['invalid-date', 'tomorrow'],
    ['duplicate-key', 'LU'],
    ['invalid-count', 'lots'],
    ['not-a-list', 'BE'],
  ],
  'members-as-list.yaml': [['not-a-mapping', '[NL, BE]']],
  'members-with-dashes.yaml': [['not-a-mapping', '- NL: support\n  - BE: support\n']],
  'merge-key.yaml': [['unknown-key', '<<']],
  'milestone-without-name.yaml': [['missing-key', '{ date: 2024-04-01 }']],
  'missing-group-inside.yaml': [['missing-group', '{ all: [un-security-council, { at-least: 1 }] }']],
  'missing-group.yaml': [['missing-group', 'un-security-council']],
  'missing-sections.yaml': [
    ['missing-key', 'as-of'],
    ['missing-key', 'as-of'],
    ['missing-key', 'as-of'],
  ],
  'missing-title.yaml': [['missing-key', 'as-of']],
  'missing-weight.yaml': [['missing-weight', 'BE']],
  'negative-weight.yaml': [['invalid-number', '-1']],
  'nested-too-deep.yaml': [['too-deep', 'a']],
  'never-in-time.yaml': [
    ['never-in-time', '2024-04-02'],
    ['never-in-time', '2024-05-02T09:00:00Z'],
    ['never-in-time', '2024-05-01'],
  ],
  'no-date.yaml': [['invalid-date', '1 March 2024']],
  'no-members.yaml': [['missing-value', '{}']],
  'no-space-after-colon.yaml': [['yaml-syntax', 'BE:support']],
  'no-space-after-only-colon.yaml': [['not-a-mapping', 'NL:support']],
  'no-space-before-another-key.yaml': [['yaml-syntax', 'NL:support']],
  'number-with-spaces.yaml': [['invalid-number', '17 900 000']],
  'only-a-document-marker.yaml': [['empty-document', '']],
  'only-comments.yaml': [['empty-document', '']],
  'other-words-for-bounds.yaml': [
    ...[
      '50% plus 1',
      '50%+1',
      'half plus one',
      'majority',
      'two thirds of the votes',
      'more than half',
      '55 percent',
      'nine',
      'everybody',
      'all except one',
      'a supermajority',
    ].map((bound) => ['invalid-bound', bound] as const),
    ['missing-key', '{ minimum: 2 }'],
    ['unknown-key', 'minimum'],
    ...['majority', 'qmv', '55%', 'unanimous', 'lazy consensus'].map((rule) => ['unknown-rule', rule] as const),
  ],
  'other-words-for-keys.yaml': [
    ['missing-key', 'question'],
    ['missing-key', 'question'],
    ...['question', 'threshold', 'vote', 'reason', 'url', 'position', 'demands', 'since'].map(
      (key) => ['unknown-key', key] as const,
    ),
    ...['country', 'population', '2024-02-01', '2024-02-08', 'position'].map((key) => ['unknown-key', key] as const),
    ['missing-key', '{ when: 2024-02-01, for: 2, according to: somebody, link: "https://example.org/c" }'],
    ['empty-claim', '{ when: 2024-02-01, for: 2, according to: somebody, link: "https://example.org/c" }'],
    ...['when', 'for', 'according to', 'link'].map((key) => ['unknown-key', key] as const),
  ],
  'other-words-for-stances.yaml': [
    ...['Yes', '"no"', 'for', 'approve', 'veto', '"+1"', '"-1"', 'Discuss', 'absent', 'ratified', 'undecided'],
    ...['leaning', 'neutral', 'pending', 'null', 'abstained', 'in favour', '~', 'lovely'],
  ].map((word) => ['unknown-stance', word] as const),
  'other-words-for-values.yaml': [
    ['unknown-value', 'countries'],
    ['unknown-value', 'official'],
    ['invalid-boolean', 'yes'],
    ['unknown-value', 'leaked'],
    ['invalid-boolean', 'n'],
    ['unknown-value', 'running'],
    ['unknown-value', 'dropped out'],
    ['unknown-value', 'passed'],
    ['unknown-value', 'adopted'],
  ],
  'overlapping-terms.yaml': [['overlapping-terms', '2019-01-01']],
  'position-without-stance.yaml': [
    ['missing-key', 'BE'],
    ['missing-key', '{ date: 2024-02-01 }'],
  ],
  'positions-and-stance.yaml': [['conflicting-keys', 'stance']],
  'repeated-item.yaml': [['repeated-item', 'NL']],
  'reports.yaml': [
    ['missing-key', '{ date: 2024-03-01, of: Benelux, by: an aide }'],
    ['unknown-group', 'Beneluks'],
    ['unknown-member', 'XX'],
    ['repeated-item', 'BE'],
    ['conflicting-keys', 'supporting'],
    ['conflicting-keys', 'holdouts'],
    ['conflicting-keys', 'stance'],
    ['conflicting-keys', 'why'],
    ['undeclared-with-evidence', 'undeclared'],
    ['denied-before-report', '2024-03-07'],
    ['missing-value', '[]'],
    ['not-a-list', '{ except: [BE] }'],
    ['unknown-group', 'FR'],
    ['unknown-stance', 'suport'],
  ],
  'reserved-key.yaml': [['reserved-key', '__proto__']],
  'rounds.yaml': [
    ['same-date', '2024-01-01T01:00:00+01:00'],
    ['invalid-date', '2024-02'],
    ['missing-key', '{ name: fifth }'],
    ['unknown-key', 'title'],
    ['same-date', '2024-02-01'],
  ],
  'rule-as-list.yaml': [['not-a-mapping', '[consensus]']],
  'same-date.yaml': [['same-date', '2024-02']],
  'second-document.yaml': [['several-documents', '---\ntitle: Another chair\n']],
  'several-proposed.yaml': [['several-proposed', 'true']],
  'silence-without-end.yaml': [['unknown-rule', 'silence']],
  'source-and-sources.yaml': [['conflicting-keys', 'sources']],
  'tab-among-spaces.yaml': [
    ['yaml-syntax', '\t'],
    ['yaml-syntax', '\t'],
  ],
  'tab-indentation.yaml': [['yaml-syntax', '\t']],
  'tag-on-a-key.yaml': [['tag', '!country']],
  'tag.yaml': [['tag', '!vote']],
  'terms-and-joined.yaml': [['conflicting-keys', 'joined']],
  'terms-without-dates.yaml': [
    ['missing-value', '[]'],
    ['overlapping-terms', '{ joined: 2018-01-01 }'],
    ['overlapping-terms', '{ left: 2020-01-01 }'],
    ['left-before-joined', '2021-01-01'],
  ],
  'text-at-top.yaml': [['not-a-mapping', 'A new chair']],
  'title-as-list.yaml': [['not-text', '[A new chair]']],
  'two-bounds.yaml': [['conflicting-keys', 'fewer-than']],
  'two-connectives.yaml': [['unknown-key', 'any']],
  'two-in-one-position.yaml': [
    ['unknown-stance', 'suport'],
    ['unknown-value', 'heard'],
    ['invalid-boolean', 'maybe'],
    ['invalid-date', '2024-13-01'],
  ],
  'two-undated-positions.yaml': [['same-date', '{ stance: oppose }']],
  'unclosed-bracket.yaml': [['yaml-syntax', '{']],
  'unclosed-quote.yaml': [['yaml-syntax', '"']],
  'undeclared-in-a-history.yaml': [['undeclared-with-evidence', 'undeclared']],
  'undeclared-with-evidence.yaml': [['undeclared-with-evidence', 'by']],
  'uneven-indentation.yaml': [['yaml-syntax', ' ']],
  'uneven-members.yaml': [['yaml-syntax', ' ']],
  'unknown-decision.yaml': [['unknown-value', 'agreed']],
  'unknown-group.yaml': [['unknown-group', 'Benelus']],
  'unknown-key-of-a-criterion.yaml': [['unknown-key', 'at_least']],
  'unknown-key-of-a-member.yaml': [['unknown-key', 'reason']],
  'unknown-key.yaml': [['unknown-key', 'asof']],
  'unknown-member-everywhere.yaml': [
    ['unknown-member', 'D1'],
    ['unknown-member', 'D2'],
    ['unknown-member', 'D3'],
    ['unknown-member', 'D4'],
    ['unknown-member', 'D5'],
    ['unknown-member', 'D6'],
    ['unknown-member', 'D7'],
  ],
  'unknown-member.yaml': [['unknown-member', 'NLD']],
  'unknown-outcome.yaml': [['unknown-value', 'block']],
  'unknown-rule.yaml': [['unknown-rule', 'concensus']],
  'unknown-source.yaml': [['unknown-source', 'papper-1']],
  'unknown-stance.yaml': [['unknown-stance', 'suport']],
  'unknown-status.yaml': [['unknown-value', 'decalred']],
  'unknown-weight.yaml': [['missing-weight', '{ by: popultion, at-least: 50% }']],
  'wants-as-text.yaml': [['not-a-list', 'a rebate']],
  'with-why-on-a-floor.yaml': [['conflicting-keys', 'with-why']],
  'yes-as-stance.yaml': [['unknown-stance', 'yes']],
};

describe('the fixtures of mistakes', () => {
  test('are all in the table', () => {
    expect(Object.keys(errors).sort()).toEqual(fixturesIn('err'));
  });

  test.each(fixturesIn('err'))('%s is told what is wrong, and where', (file) => {
    expect(brief(fixture('err', file))).toEqual(errors[file]);
  });

  test.each(fixturesIn('err'))('%s is no roster, and every place is in it', (file) => {
    const text = fixture('err', file);
    expect(parseRoster(text).ok).toBe(false);
    expectSound(text);
  });

  test.each(fixturesIn('err'))('%s reads the same with other ends of line', (file) => {
    const text = fixture('err', file).replaceAll('\n', '\r\n');
    const expected = errors[file]?.map(([code, under]) => [code, under.replaceAll('\n', '\r\n')]);
    expect(brief(text)).toEqual(expected);
    expectSound(text);
  });

  test('show every error that a text can have', () => {
    const ofTheCommandLine = [
      'ambiguous-member',
      'conflicting-assumptions',
      'no-roster',
      'unreadable-file',
      'busy-file',
      'too-large',
      'not-utf-8',
      'missed-expectation',
      'invalid-csv',
      'invalid-json',
      'unknown-kind',
      'missing-column',
      'repeated-column',
      'long-row',
    ];
    const advice = [
      'reason-missing',
      'conditional-without-wants',
      'source-missing',
      'future-date',
      'circa-without-date',
      'unquoted-code',
      'guessed-names',
      'not-a-member-then',
      'impossible-count',
      'decision-against-rule',
      'nobody-in-roster',
      'unused-demand',
    ];
    const shown = new Set(Object.values(errors).flatMap((diagnostics) => diagnostics.map(([code]) => code)));
    const expected = diagnosticCodes.filter((code) => ![...ofTheCommandLine, ...advice].includes(code));
    expect(expected.filter((code) => !shown.has(code))).toEqual([]);
    expect([...shown].filter((code) => !expected.includes(code))).toEqual([]);
  });
});

describe('every message', () => {
  const told = fixturesIn('err').flatMap((file) => {
    const result = parseRoster(fixture('err', file));
    return result.ok ? [] : result.diagnostics.map((diagnostic) => ({ file, ...diagnostic }));
  });

  test.each(told)('of $file is one line without a full stop: $message', ({ message, hint = '' }) => {
    for (const line of [message, hint]) {
      expect(line).not.toMatch(/[\n\r]/);
      expect(line).not.toMatch(/\.$/);
      expect(line.trim()).toBe(line);
    }
    expect(message).toMatch(/^[a-z"0-9]/);
  });

  const ofRosters = told.filter(({ code }) => code !== 'yaml-syntax');

  test.each(ofRosters)('of $file says what to do, in a hint or by what it expected: $message', ({ message, hint }) => {
    if (hint === undefined) expect(message).toMatch(/expected|neither|zero or more/);
  });
});
