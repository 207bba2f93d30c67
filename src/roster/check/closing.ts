import { endOf, type Time } from '../../model/time.ts';
import { type Cursor, isMapping, itemsOf, type ReportProblem, valueUnder } from '../yaml/cursor.ts';
import { timeUnder } from './terms.ts';

/** Reports criteria that have closed by the time before which they cannot be met. */
export function checkClosing(root: Cursor, report: ReportProblem): void {
  visit(valueUnder(root, 'rule'), timeUnder(root, 'closes'), report);
}

/** @param above the time at which closes what is above the criterion */
function visit(criterion: Cursor, above: Time | undefined, report: ReportProblem): void {
  if (!isMapping(criterion.value)) return;
  const closes = earlier(timeUnder(criterion, 'closes'), above);
  for (const kind of ['all', 'any'])
    for (const part of itemsOf(valueUnder(criterion, kind))) visit(part, closes, report);
  for (const key of ['not-before', 'silence']) {
    const notBefore = timeUnder(criterion, key);
    if (notBefore === undefined || closes === undefined || endOf(notBefore) <= endOf(closes)) continue;
    report(valueUnder(criterion, key), {
      code: 'never-in-time',
      message: `not before ${notBefore.text}, but it closes on ${closes.text}`,
      hint: 'it could never be met: change one of the times, or the closing time of the roster or of a criterion above it',
    });
  }
}

function earlier(own: Time | undefined, above: Time | undefined): Time | undefined {
  if (own === undefined || above === undefined) return own ?? above;
  return endOf(own) <= endOf(above) ? own : above;
}
