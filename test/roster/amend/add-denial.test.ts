import { describe, expect, test } from 'vitest';
import { addDenial } from '../../../src/roster/amend/add-denial.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { time } from '../../support/rosters.ts';
import { rosterIn } from '../../support/texts.ts';

const denial = { date: time('2024-03-14'), by: 'the minister', sources: [] };
const denied = (text: string, code = 'HU', sources: readonly string[] = []): string | undefined =>
  addDenial(text, readValues(text), { code, report: time('2024-03-12'), denial: { ...denial, sources } });

const head = 'title: T\nrule: consensus\nmembers:\n';
const plain = '{ date: 2024-03-14, by: the minister }';

describe('a denial is written into the position of the date', () => {
  test.each([
    [
      'in lines of a history',
      `${head}  HU:\n    positions:\n      - date: 2024-03-12 # then\n        stance: support\n        basis: reported\n        # below\n      - { date: 2024-04-01, stance: unclear }\n  NL:\n`,
      `        # below\n        denied: ${plain}\n      - {`,
    ],
    [
      'in braces',
      `${head}  HU:\n    positions: [{date: 2024-03-12, stance: support, basis: reported}]\n`,
      'basis: reported, denied: {date: 2024-03-14, by: the minister}}]\n',
    ],
    [
      'in braces over several lines',
      `${head}  HU:\n    positions:\n      - {\n          date: 2024-03-12,\n          stance: support,\n          basis: reported # so\n        }\n`,
      `          basis: reported, # so\n          denied: ${plain}\n        }\n`,
    ],
    [
      'beside the name of its member',
      `${head}  HU:\n    name: Hungary\n    stance: support\n    date: 2024-03-12\n    basis: reported\n  NL:\n`,
      `    basis: reported\n    denied: ${plain}\n  NL:\n`,
    ],
    [
      'in the braces of its member',
      `${head}  "HU": { stance: support, date: 2024-03-12, basis: reported }\n`,
      `basis: reported, denied: ${plain} }\n`,
    ],
    [
      'in JSON',
      '{ "title": "T", "rule": "consensus", "members": { "HU": { "stance": "support", "date": "2024-03-12", "basis": "reported" } } }',
      '"basis": "reported", "denied": { "date": "2024-03-14", "by": "the minister" } } } }',
    ],
    [
      'with the ends of lines of the text',
      `${head}  HU:\n    stance: support\n    date: 2024-03-12\n    basis: reported`.replaceAll('\n', '\r\n'),
      `    basis: reported\r\n    denied: ${plain}`,
    ],
  ])('%s', (_, text, expected) => {
    const after = denied(text) ?? '';
    expect(after).toContain(expected);
    expect(after.replace(/(?:,|\r?\n) *"?denied"?: ?\{[^}]*\}/, '')).toBe(
      text.replace(
        'basis: reported # so',
        after.includes('reported, #') ? 'basis: reported, # so' : 'basis: reported # so',
      ),
    );
    expect(rosterIn(after).members[0]?.positions.find(({ denied: found }) => found)?.denied).toEqual(denial);
  });
});

test('several sources are a list, and what is too long for a line is in lines', () => {
  const text = `${head}  HU:\n    stance: support\n    date: 2024-03-12\n    basis: reported\n`;
  const addresses = ['https://example.org/a/very/long/address', 'https://example.org/another/long/address'];
  const after = denied(text, 'HU', addresses) ?? '';
  expect(after).toContain('    denied:\n      date: 2024-03-14\n      by: the minister\n      sources: [');
  expect(rosterIn(after).members[0]?.positions[0]?.denied?.sources).toEqual(addresses);
  const braces = `${head}  HU: { stance: support, date: 2024-03-12, basis: reported }\n`;
  expect(rosterIn(denied(braces, 'HU', addresses) ?? '').members[0]?.positions[0]?.denied?.sources).toEqual(addresses);
  expect(denied(braces, 'HU', addresses.slice(1))).toContain(`source: ${addresses[1]} }`);
});

test.each([
  ['no member', `${head}  NL:\n`, 'HU'],
  ['no position of the date', `${head}  HU: { stance: support, date: 2024-03-11, basis: reported }\n`, 'HU'],
  ['only a stance', `${head}  HU: support\n`, 'HU'],
  ['no members', 'title: T\n', 'HU'],
  ['no mapping at that place', `${head}  HU: { date: 2024-03-12 }\n`, 'HU'],
  ['no YAML', 'a: [', 'HU'],
])('a text with %s is left alone', (_, text, code) => {
  expect(denied(text, code)).toBeUndefined();
});
