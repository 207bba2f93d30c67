import type { Time } from '../../model/time.ts';
import type { WrittenOptions } from '../contract/command.ts';
import { UsageError } from '../contract/usage-error.ts';
import { type Assumption, parseAssumptions } from './parse-assume.ts';
import { parseDate } from './parse-date.ts';

/** The options of every command about a snapshot, parsed. */
export interface SnapshotRequest {
  readonly asOf?: Time;
  /** Those of the command line. */
  readonly assume: readonly Assumption[];
  /** A file of more assumptions, as the user names it; it is read together with the snapshot. */
  readonly assumeFile?: string;
  /** Members that follow those of whom something is assumed move with them. */
  readonly withFollowers: boolean;
  readonly onRecord: boolean;
}

/** Options as the user wrote them, parsed; `today` is an ISO day. @throws UsageError */
export function snapshotRequest(written: WrittenOptions, today: string): SnapshotRequest {
  const { asOf, assume = [], assumeFile, withFollowers = false, onRecord = false } = written;
  if (withFollowers && assume.length === 0 && assumeFile === undefined)
    throw new UsageError('missing-argument', '--with-followers goes with a what-if: add --assume CODE=STANCE');
  return {
    ...(asOf !== undefined && { asOf: parseDate('--as-of', asOf, today) }),
    assume: parseAssumptions(assume),
    ...(assumeFile !== undefined && { assumeFile }),
    withFollowers,
    onRecord,
  };
}
