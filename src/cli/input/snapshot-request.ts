import type { Time } from '../../model/time.ts';
import type { WrittenOptions } from '../contract/command.ts';
import { type Assumption, parseAssumptions } from './parse-assume.ts';
import { parseDate } from './parse-date.ts';

/** The options of every command about a snapshot, parsed. */
export interface SnapshotRequest {
  readonly asOf?: Time;
  /** Those of the command line. */
  readonly assume: readonly Assumption[];
  /** A file of more assumptions, as the user names it; it is read together with the snapshot. */
  readonly assumeFile?: string;
  readonly onRecord: boolean;
}

/** Options as the user wrote them, parsed; `today` is an ISO day. @throws UsageError */
export function snapshotRequest(written: WrittenOptions, today: string): SnapshotRequest {
  const { asOf, assume = [], assumeFile, onRecord = false } = written;
  return {
    ...(asOf !== undefined && { asOf: parseDate('--as-of', asOf, today) }),
    assume: parseAssumptions(assume),
    ...(assumeFile !== undefined && { assumeFile }),
    onRecord,
  };
}
