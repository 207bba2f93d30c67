import { type Stance, stances } from '../../model/stance.ts';
import { bare, has, hintFrom, meantBy, type OtherWords } from './other-words.ts';

/** Other words for stances that can mean nothing else. */
export const stanceWords: OtherWords<Stance> = {
  support:
    'yes, y, yea, yeah, yep, aye, ayes, for, pro, in favour, in favor, in favour of, in favor of, favour, favor, favours, favors, approve, approves, approved, approval, agree, agrees, agreed, accept, accepts, accepted, assent, +1, 👍, ok, okay, lgtm, supportive, in support, back, backs, backed, endorse, endorses, endorsed, ratified, ratifies, ratify, adopt, adopts, adopted, true, 1, ✓, ✔, ✅',
  'no-objection':
    'no obj, noobjection, not opposed, not objecting, does not object, acquiesce, acquiesces, acquiesced, consent, consents, consenting, tacit consent, stands aside, stand aside, +0, -0',
  abstain: 'abstention, abstentions, abstaining, abstained, 0, present',
  oppose:
    'no, n, nay, nays, noes, nope, against, anti, con, contra, opposing, opposition, veto, vetoes, vetoed, -1, 👎, reject, rejects, rejected, rejection, object, objects, objected, objection, disagree, disagrees, disapprove, disapproves, deny, denies, denied, decline, declined, false, ✗, ✘, ❌',
  recused:
    'recuse, recuses, recusal, not participating, non participating, not taking part, conflict of interest, excused',
  conditional:
    'condition, conditions, conditionally, with conditions, on conditions, on condition, yes if, yes but, if, with reservations, reservations, depends',
  withheld: 'withhold, withholds, withholding, holding back, held back, holds back, stalling, stalls, delaying, delays',
  unclear:
    'ambiguous, mixed, mixed signals, maybe, unsure, uncertain, ambivalent, contradictory, conflicting, vague, divided',
  undeclared: 'unknown, no position, no answer, no reply, no response, silent, silence, not declared, undisclosed',
};

/** Words that leave open which stance is meant, or mean none, and what to write. */
export const vagueWords: readonly (readonly [words: string, hint: string])[] = [
  [
    'discuss, discussing, changes requested, request changes, requested changes, needs work',
    'did you mean "conditional"? What must be resolved goes under "wants"',
  ],
  [
    'absent, absence, away, not present, no show, not voting, did not vote, nonvoting, non voting, nv, x',
    'write "undeclared" if it still counts as a member, or "recused" if it leaves every count',
  ],
  [
    'neutral, neither, impartial, indifferent',
    'write "abstain" if it formally takes neither side, or "undeclared" if it has said nothing',
  ],
  [
    'undecided, not decided, deciding, considering, wavering',
    'write "undeclared" if it has said nothing, or "unclear" if what it says is ambiguous',
  ],
  [
    'pending, waiting, wait, on hold, hold, deferred, postponed, not yet, not ratified, unratified, tbd, tba, open',
    'write "withheld" if it is holding back, or "undeclared" if it has said nothing',
  ],
  ['signed, signatory, signature', 'write "support" if signing settles it, or "withheld" if it must still ratify'],
  [
    'holding out, holds out, holdout, hold out, blocking, blocks, blocked, block, refuses, refused, not in favour, not in favor, not supporting',
    'write "oppose" if it has said no, or "withheld" if it is holding back',
  ],
  [
    'leaning, leans, lean, leaning yes, leaning no, leans yes, leans no, lean yes, lean no, leaning for, leaning against, leaning support, leaning oppose, leaning towards, likely, likely yes, likely no, probably, probably yes, probably no, unlikely',
    'a leaning is not a stance: write a pending one, such as "unclear", and the side under "leaning"',
  ],
  [
    'null, ~, nil, none, n/a, na, -, ?, todo',
    'write "undeclared", or nothing, for a member whose position is not known',
  ],
];

const fromWords = hintFrom(stances, stanceWords);

/** The stance that a word means; undefined for a word that leaves it open, or that nobody knows. */
export const stanceMeant = (text: string): Stance | undefined =>
  stances.find((stance) => bare(stance) === bare(text)) ?? meantBy(text, stances, stanceWords);

/** What to write for a word that leaves open which stance is meant; undefined for any other. */
export const vagueHint = (text: string): string | undefined => vagueWords.find(([words]) => has(words, text))?.[1];

/** The hint for a word that is not a stance: which one is meant, or how to tell; undefined if nobody can say. */
export function stanceHint(text: string): string | undefined {
  return vagueHint(text) ?? fromWords(text);
}
