import type { Standing } from '../../model/snapshot.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { toneTexts } from '../words/members.ts';

/** The reason, the demands, the leaning and whom a member follows in one line; says so if it gives no reason. */
export const reasonText = ({ why, wants, ...tone }: Pick<Standing, 'leaning' | 'follows' | 'why' | 'wants'>): Shown =>
  shown`${[
    ...toneTexts(tone),
    why ?? 'no reason given',
    ...(wants.length === 0 ? [] : [`wants: ${wants.join('; ')}`]),
  ].join(' · ')}`;
