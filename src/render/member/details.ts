import type { PositionField } from '../../model/position-fields.ts';
import type { Position } from '../../model/roster.ts';
import { wantsText } from '../words/members.ts';

/** Fields of a position that each view lays out itself. */
type LaidOut = 'date' | 'circa' | 'stance' | 'leaning' | 'follows' | 'denied' | 'basis' | 'by' | 'sources';

/**
 * The other fields of a position that are set, each as a text.
 *
 * @param positions of the member, oldest first: a position that repeats a condition asks for what the one before did
 */
export function detailsOf(position: Position, positions: readonly Position[]): string[] {
  const { stance, why, wants, quote, note } = position;
  const repeats = positions[positions.indexOf(position) - 1]?.stance === stance;
  const details: Readonly<Record<Exclude<PositionField, LaidOut>, string | undefined>> = {
    why,
    wants: wants.length === 0 && repeats ? undefined : wantsText(position, ''),
    quote: quote === undefined ? undefined : `“${quote}”`,
    note: note === undefined ? undefined : `note: ${note}`,
  };
  return Object.values(details).filter((detail) => detail !== undefined);
}
