import type { PrunedRoster, Remark } from '../../model/pruned-roster.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';

/** Origin of an abridged roster, and the options that it was made with. */
export interface Provenance {
  /** What was read, for people. */
  readonly origin: string;
  readonly onRecord: boolean;
  /** Assumptions, as `CODE = stance`. */
  readonly assumed: readonly string[];
}

/** Comments at the top of an abridged roster, one for each line. */
export function headComments({ roster, leftOut }: PrunedRoster, { origin, onRecord, assumed }: Provenance): Shown[] {
  const date = roster.asOf === undefined ? '' : ` on ${roster.asOf.text}`;
  const parts = [
    ...(leftOut.positions === 0 ? [] : [plural(leftOut.positions, 'earlier position')]),
    ...(leftOut.claims === 0 ? [] : [plural(leftOut.claims, 'earlier claim')]),
  ];
  return [
    shown`${roster.title}, as it stood${date}.`,
    shown`Written by rutte-tally snapshot from ${origin}.`,
    ...(onRecord ? [shown`Only members' own statements; reports and claims are left out.`] : []),
    ...(assumed.length === 0 ? [] : [shown`What if: assuming ${assumed.join(', ')}.`]),
    ...(parts.length === 0 ? [] : [shown`Left out as no longer relevant: ${parts.join(' and ')}.`]),
  ];
}

/** Comments above the entries of the members that have any, by member code, one for each line. */
export function memberComments({ remarks }: PrunedRoster): ReadonlyMap<string, readonly Shown[]> {
  const comments = new Map<string, readonly Shown[]>();
  for (const [code, ofMember] of remarks) if (ofMember.length > 0) comments.set(code, ofMember.map(remarkText));
  return comments;
}

function remarkText(remark: Remark): Shown {
  switch (remark.kind) {
    case 'claimed': {
      const by = remark.by === undefined ? '' : ` (${remark.by})`;
      return shown`${remark.stance} by the list of holdouts of ${remark.date.text}${by}, not by its own word`;
    }
    case 'restated':
      return shown`these words are from ${remark.date.text}`;
    case 'earlier':
      return shown`what it said earlier still matters`;
    case 'assumed':
      return shown`assumed; it was ${remark.from}`;
    case 'absent':
      return shown`not in the roster on this date, but named in it`;
  }
}
