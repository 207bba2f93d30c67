import { describe, expect, test } from 'vitest';
import { addMembers } from '../../../src/roster/amend/add-members.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { rosterIn } from '../../support/texts.ts';

const added = (text: string, ...members: Parameters<typeof addMembers>[2]): string | undefined =>
  addMembers(text, readValues(text), members);

const [chi, no] = [{ code: 'chi', name: 'Chi: the chair' }, { code: 'NO' }];

describe('members are added at the end of the list', () => {
  test.each([
    [
      'of lines',
      'title: t\nrule: consensus\nmembers:\n  ana: support # first\n  bo:\n    stance: oppose\n    why: cost\n    # of it\n\n# the end\nclaims: []\n',
      'title: t\nrule: consensus\nmembers:\n  ana: support # first\n  bo:\n    stance: oppose\n    why: cost\n    # of it\n  chi: { name: "Chi: the chair" }\n  "NO":\n\n# the end\nclaims: []\n',
    ],
    [
      'of lines without a break at the end',
      'title: t\r\nrule: consensus\r\nmembers:\r\n    ana:',
      'title: t\r\nrule: consensus\r\nmembers:\r\n    ana:\r\n    chi: { name: "Chi: the chair" }\r\n    "NO":',
    ],
    [
      'in braces',
      'title: t\nrule: consensus\nmembers: { ana: support, bo: }\n',
      'title: t\nrule: consensus\nmembers: { ana: support, bo:, chi: { name: "Chi: the chair" }, "NO": {} }\n',
    ],
    [
      'of JSON',
      '{ "title": "t", "rule": "consensus", "members": { "ana": "support" } }',
      '{ "title": "t", "rule": "consensus", "members": { "ana": "support", "chi": { "name": "Chi: the chair" }, "NO": {} } }',
    ],
  ])('%s', (_, text, expected) => {
    const result = added(text, chi, no) ?? '';
    expect(result).toBe(expected);
    expect(rosterIn(result).members.map(({ code, name }) => [code, name])).toEqual(
      expect.arrayContaining([
        ['NO', 'NO'],
        ['ana', 'ana'],
        ['chi', 'Chi: the chair'],
      ]),
    );
  });
});

test.each(['', 'title: t\n', 'members: 7\n', 'members: {}\n', 'members: [a]\n', '{'])('%j is no roster', (text) => {
  expect(added(text, chi)).toBeUndefined();
});
