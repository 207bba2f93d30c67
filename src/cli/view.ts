import { demands } from '../engine/demands.ts';
import { path } from '../engine/path.ts';
import { pivotal } from '../engine/pivotal.ts';
import { assume, snapshot } from '../engine/snapshot.ts';
import { tally } from '../engine/tally.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type Stance, stances } from '../model/stance.ts';
import type { Time } from '../model/time.ts';
import type { SnapshotView, StatusView } from '../render/view.ts';
import { readTime } from '../roster/scalars.ts';
import { alternatives, didYouMean, quote } from '../roster/wording.ts';
import type { RosterInput } from './input.ts';
import { objectionIn } from './objection.ts';
import type { WrittenOptions } from './options.ts';
import { UsageError } from './usage.ts';

/** What every command about one snapshot may be asked. */
export interface SnapshotOptions {
  readonly asOf?: Time;
  readonly assume?: ReadonlyMap<string, Stance>;
  /** More assumptions, not read yet: `withAssumeFile` does. */
  readonly assumeFile?: string;
  readonly onRecord?: boolean;
}

/** What the user asked for, read. @throws UsageError */
export function snapshotOptionsOf(written: WrittenOptions): SnapshotOptions {
  const { asOf, assume: assumptions = [], assumeFile, onRecord } = written;
  let moves: ReadonlyMap<string, Stance> = new Map();
  for (const assumption of assumptions) moves = parseAssumption(assumption, moves);
  return {
    ...(asOf !== undefined && { asOf: parseDate('--as-of', asOf) }),
    assume: moves,
    ...(assumeFile !== undefined && { assumeFile }),
    onRecord: onRecord === true,
  };
}

/** The value of an option that is a date. @throws UsageError */
export function parseDate(option: string, text: string): Time {
  const read = readTime(text.trim());
  if ('value' in read) return read.value;
  throw new UsageError(
    'invalid-date',
    `${option}: ${read.fault.message}${read.fault.hint === undefined ? '' : `; ${read.fault.hint}`}`,
  );
}

/** One more `--assume CODE=STANCE`. @throws UsageError */
function parseAssumption(text: string, before: ReadonlyMap<string, Stance>): ReadonlyMap<string, Stance> {
  const [, code, word = ''] = /^(.*)=([^=]*)$/s.exec(text) ?? [];
  if (code === undefined || code === '')
    throw new UsageError(
      'invalid-assumption',
      `--assume: ${quote(text)} is not of the form CODE=STANCE, such as TR=support`,
    );
  const stance = stances.find((candidate) => candidate === word.trim());
  if (stance === undefined) {
    const hint = didYouMean(word, stances) ?? `expected one of ${alternatives(stances)}`;
    throw new UsageError('invalid-assumption', `--assume: ${quote(word)} is not a stance; ${hint}`);
  }
  const known = before.get(code.trim());
  if (known !== undefined && known !== stance)
    throw new UsageError('invalid-assumption', `--assume: ${quote(code)} cannot be both "${known}" and "${stance}"`);
  return new Map([...before, [code.trim(), stance]]);
}

/** The date at which to read a roster. @throws UsageError when it is named twice */
export function asOfOf({ roster, date, file }: RosterInput, { asOf }: SnapshotOptions, today: string): Time {
  if (asOf !== undefined && date !== undefined)
    throw new UsageError('two-dates', `${quote(file)} is asked for at ${date.text}, and --as-of says ${asOf.text}`);
  return asOf ?? date ?? roster.asOf ?? { text: today, day: today };
}

/** A roster at a date, under assumptions. @throws UsageError for an assumption about somebody who is not in it */
export function snapshotOf(input: RosterInput, options: SnapshotOptions, today: string): Snapshot {
  const { roster } = input;
  const asOf = asOfOf(input, options, today);
  const taken = snapshot(roster, asOf, { onRecord: options.onRecord ?? false });
  const moves = options.assume ?? new Map<string, Stance>();
  const objection = objectionIn(roster, taken);
  for (const code of moves.keys()) {
    const objected = objection(code);
    if (objected === undefined) continue;
    throw new UsageError('unknown-member', `--assume: ${objected.message}; ${objected.hint()}`);
  }
  return assume(taken, moves);
}

/** Reads a roster at a date and tallies it. @throws UsageError for an assumption about somebody who is not in it */
export function snapshotView(input: RosterInput, options: SnapshotOptions, today: string): SnapshotView {
  const taken = snapshotOf(input, options, today);
  const onRecord = tally(snapshotOf(input, { ...options, onRecord: true }, today));
  return { snapshot: taken, tally: tally(taken), onRecordOutcome: onRecord.outcome, origin: input.origin };
}

/** The same, with what it would take: that may need as long as a second. @throws UsageError as above */
export function statusView(input: RosterInput, options: SnapshotOptions, today: string): StatusView {
  return whatItWouldTake(snapshotView(input, options, today));
}

/** What it would take, beside what is known already. */
export function whatItWouldTake(view: SnapshotView): StatusView {
  const found = path(view.snapshot);
  return { ...view, path: found, pivotal: pivotal(view.snapshot), demands: demands(view.tally, found) };
}
