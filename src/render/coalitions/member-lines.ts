import type { Coalitions } from '../../model/path.ts';
import type { Outcome } from '../../model/stance.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import type { Naming } from '../words/path.ts';
import { setsText } from './sets-text.ts';

/** What the sets of members say of one of them; nothing where it is in none. */
export function memberSetsLines(code: string, coalitions: Coalitions, outcome: Outcome, naming: Naming): Shown[] {
  return [
    ...easiestLines(code, coalitions),
    ...leverageLines(code, coalitions),
    ...blockingLines(code, coalitions, outcome),
    ...defectionLines(code, coalitions, naming),
    ...evidenceLines(code, coalitions),
  ];
}

function easiestLines(code: string, { easiest }: Coalitions): Shown[] {
  if (easiest?.necessary.includes(code)) return [shown`Needed for the easiest way`];
  return easiest?.possible.includes(code) ? [shown`On some of the easiest ways`] : [];
}

function leverageLines(code: string, { leverage }: Coalitions): Shown[] {
  if (leverage === undefined) return [];
  const of = grouped(String(leverage.of));
  const sets = leverage.sets.get(code);
  return [
    sets === undefined
      ? shown`On none of the ${of} shortest paths`
      : shown`On ${grouped(String(sets))} of the ${of} shortest paths`,
  ];
}

function blockingLines(code: string, { toBlock }: Coalitions, outcome: Outcome): Shown[] {
  if (toBlock === undefined || !toBlock.possible.includes(code)) return [];
  const what = outcome === 'open' ? 'still block it' : 'undo it';
  if (toBlock.size === 1) return [shown`Could ${what} alone`];
  const [sets, count] = [toBlock.holding?.get(code), toBlock.count];
  return sets === undefined || count === undefined
    ? [shown`In some sets of ${toBlock.size ?? 0} that could ${what}`]
    : [
        shown`In ${grouped(String(sets))} of the ${grouped(String(count))} sets of ${toBlock.size ?? 0} that could ${what}`,
      ];
}

function defectionLines(code: string, { defection }: Coalitions, naming: Naming): Shown[] {
  const own = defection.find(({ member }) => member === code);
  if (own === undefined || !own.exact) return [];
  if (own.size === undefined) return [shown`Nobody could make up for it if it turned`];
  const others = own.size === 1 ? 'One other' : `${own.size} others`;
  const sets = setsText(own, naming);
  return [
    sets === undefined
      ? shown`${others} could make up for it if it turned`
      : shown`${others} could make up for it if it turned: ${sets}`,
  ];
}

function evidenceLines(code: string, { onEvidence }: Coalitions): Shown[] {
  if (!onEvidence?.possible.includes(code)) return [];
  return onEvidence.size === 1
    ? [shown`The outcome rests on what others say of it`]
    : [shown`The outcome rests on what others say of it and of ${(onEvidence.size ?? 0) - 1} more`];
}
