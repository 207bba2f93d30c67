import * as z from 'zod/mini';
import type { DatedWeight } from '../../model/roster.ts';
import { momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { tidy } from '../../text/suggest.ts';
import { limited } from '../limits/mistakes.ts';
import { checkMapping, checkText, choose, type Keys, report, scalar, section, to } from './combinators.ts';
import { formed } from './metadata.ts';
import { readBeginning, readDecimal } from './scalars.ts';

const number = scalar(readDecimal);

const beginning = formed(
  z.string().check(
    checkText((payload) => {
      const read = readBeginning(tidy(payload.value));
      if ('fault' in read) report(payload, { ...read.fault, at: 'key' });
    }),
  ),
  { kind: 'scalar', read: readBeginning },
);

/** The time in a key that has passed its check; the schema leaves out the others. */
function timeIn(key: string): Time {
  return (readBeginning(tidy(key)) as { readonly value: Time }).value;
}

/** Reports two values of one time. */
function checkTimes({ value, issues }: { value: Keys; issues: unknown[] }): void {
  const known = new Set<string>();
  for (const key of Object.keys(value)) {
    const time = timeIn(key);
    const moment = momentOf(time);
    if (known.has(moment)) {
      const hint = 'keep one of them, or change its date';
      const message = `a second value that holds from ${time.text}`;
      report({ issues }, { code: 'same-date', message, hint, at: 'key' }, [key]);
    }
    known.add(moment);
  }
}

const byTime = limited(z.record(beginning, number).check(checkMapping(checkTimes)));

/** The values of a weight that changes, oldest first. */
const changingWeight = to(byTime, (written, context): readonly DatedWeight[] => {
  const entries = Object.entries(written);
  if (entries.length === 0) {
    const hint = 'write a number, or one for each date: { 2024-01-01: 449206579 }';
    report(context, { code: 'missing-value', message: 'a weight without a value', hint });
  }
  return entries
    .map(([key, value]) => ({ from: timeIn(key), value }))
    .sort((a, b) => compareText(momentOf(a.from), momentOf(b.from)));
});

const weight = choose<readonly DatedWeight[], 'plain' | 'changing'>(
  { plain: to(number, (value): readonly DatedWeight[] => [{ value }]), changing: changingWeight },
  (value) => (typeof value === 'object' && !Array.isArray(value) ? 'changing' : 'plain'),
);

/** The weights of a member, each one value or several by the times from which they hold. */
export const weights = section({}, limited(z.record(z.string(), weight)));
