import { describe, expect, test } from 'vitest';
import type { DemandEvent } from '../../../src/model/roster.ts';
import { addDemandEvent } from '../../../src/roster/amend/add-demand-event.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { time } from '../../support/rosters.ts';
import { rosterIn } from '../../support/texts.ts';

const met: DemandEvent = {
  date: time('2024-03-14'),
  circa: false,
  status: 'met',
  by: 'the minister',
  sources: [],
};
const answered = (text: string, id = 'visit', event = met): string | undefined =>
  addDemandEvent(text, readValues(text), { id, event });

const head = 'title: T\nrule: consensus\n';
const members = 'members:\n  HU: { stance: conditional, wants: [{ id: visit, text: a visit }] } # so\n';
const entry = '{ date: 2024-03-14, status: met, by: the minister }';

/** The text before, and what is in it after. */
const places: readonly (readonly [what: string, text: string, expected: string])[] = [
  ['without any demands', `${head}${members}`, `# so\ndemands:\n  visit:\n    history:\n      - ${entry}\n`],
  [
    'without any demands, with empty lines between sections',
    `${head}\n${members}# about HU\n\nnote: n\n`,
    `# so\n\ndemands:\n  visit:\n    history:\n      - ${entry}\n# about HU\n\nnote: n\n`,
  ],
  [
    'with nothing after the colon',
    `${head}demands: # none yet\n${members}`,
    `yet\n  visit:\n    history:\n      - ${entry}\nmembers`,
  ],
  ['with empty braces', `${head}demands: {}\n${members}`, `demands: { visit: { history: [${entry}] } }\n`],
  ['with an empty text', `${head}demands: ""\n${members}`, `demands: { visit: { history: [${entry}] } }\n`],
  [
    'with an empty text that has a tag',
    `${head}demands: !!str ""\n${members}`,
    `demands: { visit: { history: [${entry}] } }\n`,
  ],
  [
    'with another demand',
    `${head}demands:\n   jets:\n      text: jets\n   # below\n${members}`,
    `      text: jets\n   # below\n   visit:\n     history:\n       - ${entry}\nmembers`,
  ],
  [
    'with another demand in braces',
    `${head}demands: { jets: jets }\n${members}`,
    `{ jets: jets, visit: { history: [${entry}] } }\n`,
  ],
  [
    'with nothing of it',
    `${head}demands:\n  visit: # a visit\n${members}`,
    `# a visit\n    history:\n      - ${entry}\n`,
  ],
  ['with the key alone', `${head}demands:\n  ? visit\n${members}`, `  ? visit\n  :\n    history:\n      - ${entry}\n`],
  ['with an empty text of it', `${head}demands:\n  visit: ''\n${members}`, `  visit: { history: [${entry}] }\n`],
  ['with nothing of it, in braces', `${head}demands: { visit: }\n${members}`, `{ visit: { history: [${entry}] } }\n`],
  ['with its key alone, in braces', `${head}demands: { visit }\n${members}`, `{ visit: { history: [${entry}] } }\n`],
  [
    'with its text alone, which has a tag',
    `${head}demands:\n  visit: !!str a visit, soon # asked\n${members}`,
    `  visit:\n    text: a visit, soon # asked\n    history:\n      - ${entry}\n`,
  ],
  [
    'with its text alone before a tab in braces',
    `${head}demands: { visit: a visit\t}\n${members}`,
    `{ visit: { text: a visit, history: [${entry}] } }\n`,
  ],
  [
    'with its key alone before a tab in braces',
    `${head}demands: { visit\t}\n${members}`,
    `{ visit: { history: [${entry}] } }\n`,
  ],
  [
    'with its text alone',
    `${head}demands:\n  visit: a visit, soon # asked\n${members}`,
    `  visit:\n    text: a visit, soon # asked\n    history:\n      - ${entry}\n`,
  ],
  [
    'with its text alone, below its key',
    `${head}demands:\n  visit:\n    a visit\n    soon\n${members}`,
    `  visit:\n    text: a visit\n      soon\n    history:\n      - ${entry}\n`,
  ],
  [
    'with its text alone, in braces',
    `${head}demands: { visit: a visit }\n${members}`,
    `{ visit: { text: a visit, history: [${entry}] } }\n`,
  ],
  [
    'with its text in lines',
    `${head}demands:\n  visit:\n    text: a visit\n    # so far\n${members}`,
    `    text: a visit\n    # so far\n    history:\n      - ${entry}\n`,
  ],
  [
    'with its text in braces',
    `${head}demands:\n  visit: { text: a visit }\n${members}`,
    `  visit: { text: a visit, history: [${entry}] }\n`,
  ],
  [
    'with an empty history',
    `${head}demands:\n  visit:\n    history: []\n    text: a visit\n${members}`,
    `    history:\n      - ${entry}\n    text: a visit\n`,
  ],
  [
    'with a history in lines',
    `${head}demands:\n  visit:\n    text: a visit\n    history:\n    - date: 2024-03-01 # then\n      status: promised\n    - { date: 2024-04-01, status: refused }\n${members}`,
    `      status: promised\n    - date: 2024-03-14\n      status: met\n      by: the minister\n    - {`,
  ],
  [
    'with a history in brackets',
    `${head}demands:\n  visit: { text: a visit, history: [{date: 2024-03-01, status: promised}] }\n${members}`,
    `status: promised}, {date: 2024-03-14, status: met, by: the minister}] }\n`,
  ],
  [
    'in JSON',
    '{ "title": "T", "rule": "consensus", "members": { "HU": "support" }, "demands": { "visit": "a visit" } }',
    '"visit": { "text": "a visit", "history": [{ "date": "2024-03-14", "status": "met", "by": "the minister" }] } } }',
  ],
  [
    'in JSON without demands',
    '{ "title": "T", "rule": "consensus", "members": { "HU": "support" } }',
    '"demands": { "visit": { "history": [{ "date": "2024-03-14", "status": "met", "by": "the minister" }] } } }',
  ],
  [
    'in braces without quotes',
    '{ title: T, rule: consensus, members: { HU: support }, demands: }',
    `demands: { visit: { history: [${entry}] } } }`,
  ],
];

describe('what has become of a demand is written into a roster', () => {
  test.each(places)('%s', (_, text, expected) => {
    const after = answered(text) ?? '';
    expect(after).toContain(expected);
    const { demands, ...rest } = rosterIn(after);
    const { demands: before, ...same } = rosterIn(text);
    expect(rest).toEqual(same);
    expect(demands.find(({ id }) => id === 'visit')?.history).toContainEqual(met);
    expect(demands.map(({ id, text: words }) => [id, words])).toEqual(
      [
        ...new Map([
          ...before.map(({ id, text: words }) => [id, words] as const),
          ...(before.some(({ id }) => id === 'visit') ? [] : [['visit', undefined] as const]),
        ]),
      ].sort(),
    );
  });

  test.each(places)('%s, with the ends of lines of the text', (_, text, expected) => {
    expect(answered(text.replaceAll('\n', '\r\n'))).toContain(expected.replaceAll('\n', '\r\n'));
  });
});

test('the id is in quotes where it needs them, and what is too long for a line is in lines', () => {
  const [a, b] = ['https://example.org/a/very/long/address', 'https://example.org/another/long/address'];
  const all = { ...met, circa: true, sources: [a, b], quote: 'Yes: we met.', note: 'n' };
  const after = answered(`${head}${members}`, 'a: b', all) ?? '';
  expect(after).toContain(
    `  "a: b":\n    history:\n      - date: 2024-03-14\n        circa: true\n        status: met\n        by: the minister\n        sources: [${a}, ${b}]\n`,
  );
  expect(rosterIn(after).demands).toEqual([{ id: 'a: b', history: [all] }]);
  expect(answered(`${head}${members}`, 'visit', { ...met, by: 'her', sources: [a] })).toContain(`source: ${a} }`);
});

test('nothing after the colon of a history is filled in', () => {
  const after = answered(`${head}demands:\n  visit: { text: a visit, history: }\n${members}`) ?? '';
  expect(after).toContain(`  visit: { text: a visit, history: [${entry}] }\n`);
  expect(rosterIn(after).demands).toMatchObject([{ history: [met] }]);
});

test.each([
  ['no members', head],
  ['a list of demands', `${head}demands: [visit]\n${members}`],
  ['a text for all demands', `${head}demands: visit\n${members}`],
  ['a list in place of the demand', `${head}demands: { visit: [a] }\n${members}`],
  ['a text in place of the history', `${head}demands: { visit: { history: met } }\n${members}`],
  ['no YAML', 'a: ['],
])('a text with %s is left alone', (_, text) => {
  expect(answered(text)).toBeUndefined();
});

test('the words of one that is not among the demands yet stand before what has become of it', () => {
  const said = { id: 'visit', text: 'a visit: to us', event: met };
  const added = (text: string): string => addDemandEvent(text, readValues(text), said) ?? '';
  expect(added(`${head}${members}`)).toContain(
    `demands:\n  visit:\n    text: "a visit: to us"\n    history:\n      - ${entry}\n`,
  );
  expect(added(`${head}demands: {}\n${members}`)).toContain(
    `demands: { visit: { text: "a visit: to us", history: [${entry}] } }\n`,
  );
  const json =
    '{ "title": "T", "rule": "consensus", "members": { "HU": { "stance": "conditional", "wants": ["a visit"] } } }';
  expect(added(json)).toContain('"demands": { "visit": { "text": "a visit: to us", "history": [{ "date": "2024-03-14"');
});
