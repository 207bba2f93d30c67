import { outcomes } from '../../model/stance.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { countsText } from '../list/summary.ts';
import { leftOutText } from '../list/words.ts';
import type { CheckedDecisions } from './checked.ts';

/** `5 decisions: 2 reached, 2 open and 1 blocked`. */
export function decisionsText({ decisions }: Pick<CheckedDecisions, 'decisions'>): Shown {
  const told = countsText(outcomes, (outcome) => decisions.filter((one) => one.outcome === outcome).length);
  return shown`${plural(decisions.length, 'decision')}: ${told}`;
}

/** What was newly reached and what was lost, by title, then what was left out. */
export function remarkTexts({ decisions, problems, passedOver }: CheckedDecisions): readonly Shown[] {
  const titled = (asked: 'newly-reached' | 'lost'): string =>
    enumeration(
      decisions.filter(({ turn }) => turn === asked).map(({ title }) => title),
      'and',
    );
  const [reached, lost] = [titled('newly-reached'), titled('lost')];
  const left = leftOutText({ passedOver, invalid: problems.length });
  return [
    ...(reached === '' ? [] : [shown`Newly reached: ${reached}`]),
    ...(lost === '' ? [] : [shown`Lost: ${lost}`]),
    ...(left === undefined ? [] : [left]),
  ];
}
