import type { Side } from '../model/change.ts';
import { type Json, json } from './json.ts';
import { countsJson } from './status-json.ts';
import type { RecordView } from './view.ts';

/** `record` as data: `rutte-tally/record/1`. */
export function renderRecordJson({ file, moves, diff, after, patch }: RecordView): string {
  return json({
    schema: 'rutte-tally/record/1',
    file,
    written: patch === undefined,
    moves: moves.map(({ code, position: { date, stance } }) => ({ member: code, stance, date: date.text })),
    asOf: after.snapshot.asOf.text,
    before: diff === undefined ? null : sideJson(diff.before),
    after: sideJson(after),
    patch: patch ?? null,
  });
}

const sideJson = ({ tally }: Side): Json => ({ outcome: tally.outcome, tally: countsJson(tally.counts) });
