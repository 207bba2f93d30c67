import { isCeiling } from '../../model/rule.ts';
import type { CountEvaluation } from '../../model/tally.ts';
import { thresholdNumber } from '../../render/words/share.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';

/** What a criterion needs or allows: `15 needed`, `all 32 needed`, `65% needed`, `none allowed`. */
export function needText(count: CountEvaluation): Shown {
  const { criterion, need, base } = count;
  const { comparison, quantity } = criterion.bound;
  const isShare = criterion.by !== 'members' && quantity.kind === 'share';
  const amount = isShare ? `${thresholdNumber(count)}%` : grouped(need);
  if (isCeiling(criterion)) {
    if (need.startsWith('-')) return shown`even none would be too many`;
    if (need === '0') return shown`none allowed`;
    return shown`${isShare && comparison === 'fewer-than' ? 'under ' : ''}${amount} allowed`;
  }
  if (need === base && !isShare) return shown`all ${amount} needed`;
  return shown`${isShare && comparison === 'more-than' ? 'over ' : ''}${amount} needed`;
}
