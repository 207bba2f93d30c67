import type { PositionField } from '../../model/position-fields.ts';
import type { Position } from '../../model/roster.ts';

/** Fields of a position that each view lays out itself. */
type LaidOut = 'date' | 'circa' | 'stance' | 'leaning' | 'denied' | 'basis' | 'by' | 'sources';

/** The other fields of a position that are set, each as a text. */
export function detailsOf({ why, wants, quote, note }: Position): string[] {
  const details: Readonly<Record<Exclude<PositionField, LaidOut>, string | undefined>> = {
    why,
    wants: wants.length === 0 ? undefined : `wants: ${wants.join('; ')}`,
    quote: quote === undefined ? undefined : `“${quote}”`,
    note: note === undefined ? undefined : `note: ${note}`,
  };
  return Object.values(details).filter((detail) => detail !== undefined);
}
