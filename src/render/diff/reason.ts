import type { Standing } from '../../model/snapshot.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';

/** The reason, the demands and the leaning of a member in one line; says so if it gives no reason. */
export const reasonText = ({ leaning, why, wants }: Pick<Standing, 'leaning' | 'why' | 'wants'>): Shown =>
  shown`${[
    ...(leaning === undefined ? [] : [`leaning ${leaning}`]),
    why ?? 'no reason given',
    ...(wants.length === 0 ? [] : [`wants: ${wants.join('; ')}`]),
  ].join(' · ')}`;
