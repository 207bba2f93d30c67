import type { MemberSets, Pivotal, Room } from '../../model/path.ts';
import { isCeiling } from '../../model/rule.ts';
import type { CountEvaluation, Evaluation } from '../../model/tally.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped, percentText } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { countEvaluations, criterionLabel } from '../words/criterion.ts';
import { capital, mostNames, type Naming, namesOf } from './naming.ts';
import { setsPhrase, waysText } from './sets.ts';

/** Who alone could undo what is reached, or how many together, in a sentence. */
export function pivotalLine({ members }: Pivotal, toBlock: MemberSets | undefined, naming: Naming): Shown {
  if (members.length > mostNames && !naming.all) return shown`Any one of ${members.length} members could overturn this`;
  const [first, second] = namesOf(members, naming);
  if (first === undefined) return shown`No single member could overturn this${togetherText(toBlock, naming)}`;
  if (second === undefined) return shown`${capital(first)} alone could overturn this`;
  if (members.length === 2) return shown`${capital(first)} or ${second} alone could overturn this`;
  return shown`Any one of ${enumeration(namesOf(members, naming), 'and')} could overturn this`;
}

/** `; any 2 of A, B and C together could`, `; 3 together could, in 12 ways`; empty where no number could. */
function togetherText(toBlock: MemberSets | undefined, naming: Naming): string {
  if (toBlock?.size === undefined || !toBlock.exact) return '';
  const whom = setsPhrase(toBlock, naming);
  return `; ${whom ?? toBlock.size} together could${whom === undefined ? waysText(toBlock) : ''}`;
}

/** On whose reports a reached outcome rests: `Without the reports on Romania it would not be reached`. */
export function evidenceLines(onEvidence: MemberSets | undefined, naming: Naming): Shown[] {
  if (onEvidence?.size === undefined || !onEvidence.exact) return [];
  const whom = setsPhrase(onEvidence, naming) ?? `${onEvidence.size} members${waysText(onEvidence)},`;
  return [shown`Without the reports on ${whom} it would not be reached`];
}

/** The margin of each criterion that is reached, one for each line. */
export function marginLines({ rooms }: Pivotal, evaluation: Evaluation): Shown[] {
  const counts = countEvaluations(evaluation);
  return counts.flatMap((count, index) => {
    const room = rooms[index];
    if (room === undefined) return [];
    const text = marginText(room, count);
    return [counts.length === 1 ? text : shown`${criterionLabel(count.criterion)}: ${text}`];
  });
}

/** `5 to spare`; of a weight `1.07 points: losing the largest supporter would sink it`. */
function marginText({ members, weight }: Room, { criterion, base }: CountEvaluation): Shown {
  if (criterion.by === 'members') return members === 0 ? shown`nobody to spare` : shown`${grouped(weight)} to spare`;
  const share = criterion.bound.quantity.kind === 'share' ? percentText(weight, base) : undefined;
  const spare =
    weight === '0'
      ? 'nothing to spare'
      : share === undefined
        ? `${grouped(weight)} ${criterion.by}`
        : `${share.replace(/\.?0*%$/, '')} points`;
  // Only of a floor on supporters among all members is it certain that the heaviest to lose is a supporter.
  const supporters = !isCeiling(criterion) && criterion.of === 'members' && criterion.count.join() === 'support';
  const lost = supporters
    ? members === 0
      ? 'losing the largest supporter would sink it'
      : `it would survive losing any ${members === 1 ? 'one supporter' : `${members} supporters`}`
    : members === 0
      ? 'one member turning against could sink it'
      : `it would survive any ${members === 1 ? 'one member' : `${members} members`} turning against`;
  return shown`${spare}: ${lost}`;
}
