import type { Stance } from '../../model/stance.ts';
import type { Time } from '../../model/time.ts';
import type { WrittenOptions } from '../contract/command.ts';
import { parseAssumptions } from './parse-assume.ts';
import { parseDate } from './parse-date.ts';

/** The options of every command about a snapshot, parsed. */
export interface SnapshotRequest {
  readonly asOf?: Time;
  /** Assumptions of the command line. */
  readonly assume: ReadonlyMap<string, Stance>;
  /** File with more assumptions, as the user named it; it is read with the snapshot. */
  readonly assumeFile?: string;
  readonly onRecord: boolean;
}

/** Options as the user wrote them, parsed. @throws UsageError */
export function snapshotRequest(written: WrittenOptions): SnapshotRequest {
  const { asOf, assume = [], assumeFile, onRecord = false } = written;
  return {
    ...(asOf !== undefined && { asOf: parseDate('--as-of', asOf) }),
    assume: parseAssumptions(assume),
    ...(assumeFile !== undefined && { assumeFile }),
    onRecord,
  };
}
