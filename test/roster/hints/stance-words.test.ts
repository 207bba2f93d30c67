import { describe, expect, test } from 'vitest';
import { type Stance, stances } from '../../../src/model/stance.ts';
import { bare } from '../../../src/roster/hints/other-words.ts';
import { stanceHint, stanceMeant, stanceWords, vagueHint, vagueWords } from '../../../src/roster/hints/stance-words.ts';

describe('a word that people write in place of a stance', () => {
  test.each<[string, Stance]>([
    ['yes', 'support'],
    ['Y', 'support'],
    ['AYE', 'support'],
    ['for', 'support'],
    ['in favour', 'support'],
    ['In-Favor', 'support'],
    ['approve', 'support'],
    ['Approved!', 'support'],
    ['+1', 'support'],
    ['ratified', 'support'],
    ['true', 'support'],
    ['no', 'oppose'],
    ['Nay', 'oppose'],
    ['against', 'oppose'],
    ['veto', 'oppose'],
    ['-1', 'oppose'],
    ['0', 'abstain'],
    ['abstained', 'abstain'],
    ['abstention', 'abstain'],
    ['No Objection', 'no-objection'],
    ['no_objection', 'no-objection'],
    ['consents', 'no-objection'],
    ['recuse', 'recused'],
    ['with conditions', 'conditional'],
    ['holding back', 'withheld'],
    ['unsure', 'unclear'],
    ['unknown', 'undeclared'],
    ['suport', 'support'],
  ])('%s: the hint names %s', (word, stance) => {
    expect(stanceHint(word)).toBe(`did you mean "${stance}"?`);
  });

  test.each<[string, readonly Stance[]]>([
    ['Discuss', ['conditional']],
    ['absent', ['undeclared', 'recused']],
    ['neutral', ['abstain', 'undeclared']],
    ['undecided', ['undeclared', 'unclear']],
    ['pending', ['withheld', 'undeclared']],
    ['holding out', ['oppose', 'withheld']],
    ['leaning', ['unclear']],
    ['leaning yes', ['unclear']],
    ['null', ['undeclared']],
    ['~', ['undeclared']],
    ['-', ['undeclared']],
    ['n/a', ['undeclared']],
  ])('%s: the hint says how to choose among %j', (word, meant) => {
    const hint = stanceHint(word) ?? '';
    const named = [...hint.matchAll(/"([^"]+)"/g)].map(([, name]) => name);
    expect(named.filter((name) => stances.includes(name as Stance))).toEqual(meant);
  });

  test.each(['lovely', '', 'x'.repeat(500)])('%j: there is no hint if nobody can say', (word) => {
    expect(stanceHint(word)).toBeUndefined();
  });

  test('means one stance only, and is spelled as the table is searched', () => {
    const words = Object.values(stanceWords).flatMap((list) => list.split(', '));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(words.filter((word) => bare(word) !== word)).toEqual([]);
    expect(words.filter((word) => stances.some((stance) => stance === word))).toEqual([]);
    for (const stance of stances)
      for (const word of stanceWords[stance]?.split(', ') ?? [])
        expect(stanceHint(word)).toBe(`did you mean "${stance}"?`);
  });
});

describe('a word in the table', () => {
  const words = stances.flatMap((stance) =>
    (stanceWords[stance] ?? '').split(', ').map((word) => [word, stance] as const),
  );

  test.each(words)('%s means %s, in capitals, too, and is nowhere refused', (word, stance) => {
    expect([stanceMeant(word), stanceMeant(word.toUpperCase()), vagueHint(word)]).toEqual([stance, stance, undefined]);
  });

  test.each(stances)('%s means itself', (stance) => {
    expect([stanceMeant(stance), stanceMeant(` ${stance.toUpperCase().replace('-', '_')} `)]).toEqual([stance, stance]);
  });

  test.each(vagueWords.flatMap(([list]) => list.split(', ')))('that may mean several, %s, means none', (word) => {
    expect(stanceMeant(word)).toBeUndefined();
    expect(vagueHint(word)).toMatch(/"/);
  });
});
