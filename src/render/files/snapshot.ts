import type { PrunedRoster, Remark } from '../../model/pruned-roster.ts';
import { visible } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';

/** Where an abridged roster came from and what was asked for. */
export interface Provenance {
  /** For people: what was read. */
  readonly origin: string;
  readonly onRecord: boolean;
  /** What is assumed, as `CODE = stance`. */
  readonly assumed: readonly string[];
}

/** The comments above an abridged roster, a line each. */
export function headComments({ roster, leftOut }: PrunedRoster, { origin, onRecord, assumed }: Provenance): string[] {
  const date = roster.asOf === undefined ? '' : ` on ${roster.asOf.text}`;
  const parts = [
    ...(leftOut.positions === 0 ? [] : [plural(leftOut.positions, 'earlier position')]),
    ...(leftOut.claims === 0 ? [] : [plural(leftOut.claims, 'earlier claim')]),
  ];
  return [
    `${visible(roster.title)}, as it stood${date}.`,
    `Written by rutte-tally snapshot from ${visible(origin)}.`,
    ...(onRecord ? ['Positions on record alone: what others reported or listed is left out.'] : []),
    ...(assumed.length === 0 ? [] : [`What if: assuming ${assumed.map(visible).join(', ')}.`]),
    ...(parts.length === 0 ? [] : [`Left out, as they no longer matter: ${parts.join(' and ')}.`]),
  ];
}

/** What is said above a member's entry, a line each. */
export function memberComments({ remarks }: PrunedRoster): ReadonlyMap<string, readonly string[]> {
  return new Map([...remarks].map(([code, ofMember]) => [code, ofMember.map(remarkText)]));
}

function remarkText(remark: Remark): string {
  switch (remark.kind) {
    case 'claimed': {
      const by = remark.by === undefined ? '' : ` (${visible(remark.by)})`;
      return `${remark.stance} by the list of holdouts of ${remark.date.text}${by}, not by its own word`;
    }
    case 'restated':
      return `in these words on ${remark.date.text}`;
    case 'earlier':
      return 'what it said earlier still matters';
    case 'assumed':
      return `assumed; it was ${remark.from}`;
    case 'absent':
      return 'not in the roster on this date, but named in it';
  }
}
