import type { Roster } from '../../model/roster.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { type Stance, stances } from '../../model/stance.ts';
import type { Time } from '../../model/time.ts';
import type { Objection } from '../../roster/diagnose/assumptions.ts';
import { readTime } from '../../roster/schema/scalars.ts';
import { alternatives, didYouMean, memberMeant, quote } from '../../text/suggest.ts';
import type { WrittenOptions } from '../contract/command.ts';
import { UsageError } from '../contract/usage-error.ts';

/** Why nothing can be assumed of a code: nobody has it, or nobody that is in the roster on the snapshot's date. */
export function objectionIn(roster: Roster, { members, asOf }: Snapshot): Objection {
  const present = new Set(members.map(({ code }) => code));
  const all = new Set(roster.members.map(({ code }) => code));
  return (code) => {
    if (present.has(code)) return undefined;
    if (all.has(code))
      return {
        message: `${quote(code)} is not in the roster on ${asOf.text}`,
        hint: () => 'it joins later or has left: ask about another date, or take it out',
      };
    return {
      message: `${quote(code)} is not a member of this roster`,
      hint: () => memberMeant(code, members) ?? codesText([...present]),
    };
  };
}

const most = 8;

function codesText(codes: readonly string[]): string {
  const rest = codes.length - most;
  return `the codes are ${codes.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** What every command about one snapshot may be asked. */
export interface SnapshotRequest {
  readonly asOf?: Time;
  readonly assume?: ReadonlyMap<string, Stance>;
  /** More assumptions, not read yet: `withAssumeFile` does. */
  readonly assumeFile?: string;
  readonly onRecord?: boolean;
}

/** What the user asked for, read. @throws UsageError */
export function snapshotRequest(written: WrittenOptions): SnapshotRequest {
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
export function parseAssumption(text: string, before: ReadonlyMap<string, Stance>): ReadonlyMap<string, Stance> {
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
