import type { Time } from '../../model/time.ts';
import { readTime } from '../../roster/schema/scalars.ts';
import { UsageError } from '../contract/usage-error.ts';

/** The date in the value of an option such as `--as-of`. @throws UsageError for a value that is no date */
export function parseDate(option: string, text: string): Time {
  const read = readTime(text.trim());
  if ('value' in read) return read.value;
  const { message, hint } = read.fault;
  throw new UsageError('invalid-date', `${option}: ${message}${hint === undefined ? '' : `; ${hint}`}`);
}
