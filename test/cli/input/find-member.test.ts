import { describe, expect, test } from 'vitest';
import { directoryOf, memberMeant } from '../../../src/cli/input/find-member.ts';
import { rosterOf } from '../../support/rosters.ts';

const named = (name: string) => ({ name, stance: 'support' });
const roster = rosterOf({
  names: 'none',
  members: {
    TR: named('Türkiye'),
    GB: named('United Kingdom'),
    US: named('United States'),
    EE: named('Estonia'),
    LV: named('Latvia'),
    NO: named('Norway'),
    Norway: named('a code that is the name of another'),
    all: named('a code that means everybody elsewhere'),
    twin: named('Twin'),
    twain: named('TWIN'),
    chair: named('Baltic chair'),
  },
  groups: { 'Baltic states': ['EE', 'LV'], Estonia: ['EE'], nordic: ['NO'] },
});
const directory = directoryOf(roster);

const meaning = (found: ReturnType<typeof directory.memberOrGroup>): string => {
  if (found.kind === 'member') return found.member.code;
  return found.kind === 'group' ? `group ${found.name}` : `${found.message}; ${found.hint()}`;
};

describe('one member', () => {
  test.each([
    ['TR', 'TR'],
    ['tr', 'TR'],
    [' tr ', 'TR'],
    ['Türkiye', 'TR'],
    ['TURKIYE', 'TR'],
    ['united  kingdom', 'GB'],
    ['united s', 'US'],
    ['Norway', 'Norway'],
    ['norway', 'Norway'],
    ['estonia', 'EE'],
    ['baltic', 'chair'],
    ['ALL', 'all'],
  ])('is meant by %j', (word, code) => {
    expect(meaning(directory.member(word))).toBe(code);
  });

  test.each([
    ['united', '"united" may be GB (United Kingdom) or US (United States); name one by its code'],
    ['Twin', 'twin'],
    ['baltic states', '"baltic states" is a group, not a member; name one of its members: EE or LV'],
    ['Turkie', '"Turkie" is not a member of this roster; did you mean "TR" (Türkiye)?'],
    ['Baltic stats', '"Baltic stats" is not a member of this roster; did you mean "chair" (Baltic chair)?'],
    ['zzzzzz', '"zzzzzz" is not a member of this roster; the codes are EE, GB, LV, NO, Norway, TR, US, all and 3 more'],
  ])('is not always meant by %j', (word, message) => {
    expect(meaning(directory.member(word))).toBe(message);
  });

  test('that shares a name is named by its code', () => {
    const twins = directoryOf(rosterOf({ members: { a: named('Twin'), b: named('TWIN') } }));
    expect(meaning(twins.member('twin'))).toBe('"twin" may be a (Twin) or b (TWIN); name one by its code');
    expect(meaning(twins.member('B'))).toBe('b');
  });
});

describe('a member or a group', () => {
  test.each([
    ['tr', 'TR'],
    ['Baltic States', 'group Baltic states'],
    ['baltic s', 'group Baltic states'],
    ['NORDIC', 'group nordic'],
    ['estonia', '"estonia" may be EE (Estonia) or the group "Estonia"; name one by its code'],
    ['baltic', '"baltic" may be chair (Baltic chair) or the group "Baltic states"; name one by its code'],
    ['Baltic stats', '"Baltic stats" is not a member of this roster; did you mean "Baltic states"?'],
  ])('is meant by %j', (word, expected) => {
    expect(meaning(directory.memberOrGroup(word))).toBe(expected);
  });
});

describe('a word that means nobody', () => {
  const members = rosterOf({
    names: 'none',
    members: { TR: named('Türkiye'), HU: named('Hungary'), chair: named('The chair') },
  });

  test.each([
    ['Turkie', 'did you mean "TR" (Türkiye)?'],
    ['hungry', 'did you mean "HU" (Hungary)?'],
    ['HUN', 'did you mean "HU"?'],
    ['chairs', 'did you mean "chair"?'],
    ['XX', undefined],
    ['', undefined],
  ])('may be like one that does: %j', (word, hint) => {
    expect(memberMeant(word, members)).toBe(hint);
  });
});

test('ten thousand words are found among ten thousand members at once', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => [`m${index}`, named(`Member number ${index}`)] as const);
  const large = directoryOf(rosterOf({ members: Object.fromEntries(many) }));
  for (let index = 0; index < 10_000; index += 1) {
    expect(large.member(`member NUMBER ${index}`).kind).toBe('member');
    expect(large.member(`nobody ${index}`).kind).toBe('fault');
  }
});
