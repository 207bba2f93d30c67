import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prospects, snapshotView, statusView } from '../../src/cli/steps/views.ts';
import { memberHistory } from '../../src/engine/member-history.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import type { Member, Roster } from '../../src/model/roster.ts';
import type { MemberView, StatusView } from '../../src/model/view.ts';
import { repository } from './bin.ts';
import { readRoster, time } from './rosters.ts';

/** A roster as it was bundled once: what is corrected since makes no difference here. */
export const frozen = (name: string): Roster =>
  readRoster(readFileSync(join(repository, 'test/fixtures/frozen', name), 'utf8'));

/** Everything that `status` shows of a roster on a date. */
export function statusViewOf(roster: Roster, date: string): StatusView {
  const input = { roster, origin: 'a roster' } as Parameters<typeof snapshotView>[0]['input'];
  return statusView(snapshotView({ input, snapshot: snapshot(roster, time(date)) }), input);
}

/** Everything that `member` shows of one member of it. */
export function memberViewOf(roster: Roster, code: string, date: string): MemberView {
  const member = roster.members.find((one) => one.code === code) as Member;
  const history = memberHistory(roster, member, snapshot(roster, time(date)));
  return { history, origin: 'a roster', ...prospects(history, { roster }) };
}
