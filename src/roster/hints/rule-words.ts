import { type Preset, presets } from '../../model/rule.ts';
import { criterionIn } from './bound-words.ts';
import { has, hintFrom, type OtherWords } from './other-words.ts';

const presetWords: OtherWords<Preset> = {
  consensus: 'by consensus, general agreement, nem con, common accord',
  'no-objections': 'non objection, nobody objects',
  'simple-majority':
    'absolute majority, majority of members, majority of the members, more than half, 50% plus 1, 50% + 1, 50%+1, half plus one',
  'two-thirds': '2/3, two thirds majority, 2/3 majority',
  'majority-of-votes':
    'majority of the votes, majority of votes cast, relative majority, plurality, more for than against',
  'two-thirds-of-votes': 'two thirds of the votes, 2/3 of votes, 2/3 of the votes',
  'eu-qualified-majority':
    'qmv, qualified majority, qualified majority voting, eu qualified majority voting, double majority, eu qmv',
  'eu-reinforced-qualified-majority': 'reinforced qualified majority, reinforced qmv, reinforced majority',
  'un-security-council': 'unsc, security council, un sc',
};

/** Words that leave open which rule is meant, or that need more than a name, and what to write. */
const vagueWords: readonly (readonly [words: string, hint: string])[] = [
  [
    'majority, a majority, majority vote, vote, voting, democratic',
    'write simple-majority (more than half of the members) or majority-of-votes (more for than against)',
  ],
  [
    'unanimous, unanimously, everybody, everyone, all',
    'write unanimity (everybody supports it) or consensus (nobody stands in the way)',
  ],
  ['supermajority, super majority, special majority', 'write two-thirds, or how large it is: { at-least: 60% }'],
  ['silence procedure, tacit, tacit approval, lazy consensus', 'write the time: { silence: 2024-07-01T09:00:00Z }'],
  ['consensus minus one, consensus minus 1', 'say who does not count: { consensus: { except: [CODE] } }'],
];

const fromWords = hintFrom(presets, presetWords);

/** The hint for a word that is not the name of a rule: the rule that is meant, or a criterion to write. */
export function ruleHint(text: string): string | undefined {
  const vague = vagueWords.find(([words]) => has(words, text));
  if (vague !== undefined) return vague[1];
  const named = fromWords(text);
  if (named !== undefined) return named;
  const criterion = criterionIn(text);
  return criterion && `write a criterion: ${criterion}`;
}
