import type { Pivotal, Room } from '../model/path.ts';
import type { CountEvaluation, Evaluation, Tally } from '../model/tally.ts';
import { countsIn, criterionLabel } from './criterion.ts';
import { enumeration } from './lists.ts';
import { grouped, percentText } from './numbers.ts';
import type { Naming } from './path.ts';

const mostNames = 8;

/** Who could undo what is reached, in a sentence. */
export function pivotalLine({ members }: Pivotal, { counts }: Tally, { nameOf, all }: Naming): string {
  const [first, second] = members;
  if (first === undefined) return 'nobody alone could undo it by turning against';
  if (second === undefined) return `${nameOf(first)} alone could undo it by turning against`;
  const whom =
    members.length === counts.support && members.length > mostNames && !all
      ? `the ${members.length} in support`
      : enumeration(members.map(nameOf), 'or', all ? undefined : mostNames);
  return `any one of ${whom} could undo it by turning against`;
}

/** What there is to spare, a line for each criterion that is reached. */
export function roomLines({ rooms }: Pivotal, evaluation: Evaluation): string[] {
  const counts = countsIn(evaluation);
  return counts.flatMap((count, index) => {
    const room = rooms[index];
    if (room === undefined) return [];
    const text = roomText(room, count);
    return [counts.length === 1 ? text : `${criterionLabel(count.criterion)}: ${text}`];
  });
}

function roomText({ members, weight }: Room, { criterion, base }: CountEvaluation): string {
  const spare = weight === '0' ? 'nothing' : grouped(weight);
  if (criterion.by === 'members') return weight === '0' ? 'nobody to spare' : `${spare} to spare`;
  const share = weight === '0' ? undefined : percentText(weight, base);
  const enough =
    members === 0
      ? 'less than the heaviest supporter has'
      : `enough for any ${members === 1 ? 'one' : members} of the supporters`;
  return `${spare}${share === undefined ? '' : ` (${share})`} to spare, ${enough}`;
}
