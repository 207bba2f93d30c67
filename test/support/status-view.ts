import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coalitions } from '../../src/engine/coalitions.ts';
import { demands } from '../../src/engine/demands.ts';
import { path } from '../../src/engine/path.ts';
import { pivotal } from '../../src/engine/pivotal.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Roster } from '../../src/model/roster.ts';
import type { StatusView } from '../../src/model/view.ts';
import type { Naming } from '../../src/render/words/path.ts';
import { repository } from './bin.ts';
import { readRoster, time } from './rosters.ts';

/** A roster as it was bundled once: what is corrected since makes no difference here. */
export const frozen = (name: string): Roster =>
  readRoster(readFileSync(join(repository, 'test/fixtures/frozen', name), 'utf8'));

/** All that `status` has to show of a roster on a date. */
export function statusViewOf(roster: Roster, date: string): StatusView {
  const taken = snapshot(roster, time(date));
  const answer = tally(taken);
  const known = { path: path(taken), pivotal: pivotal(taken) };
  return {
    snapshot: taken,
    tally: answer,
    origin: 'a roster',
    onRecordOutcome: tally(snapshot(roster, time(date), { onRecord: true })).outcome,
    ...known,
    coalitions: coalitions(roster, taken, known),
    demands: demands(answer, known.path),
  };
}

/** The members of a view by their names. */
export function namingOf({ snapshot: { members } }: StatusView, all = false): Naming {
  const names = new Map(members.map(({ code, name }) => [code, name]));
  return { nameOf: (code) => names.get(code) ?? code, year: '2024', all };
}
