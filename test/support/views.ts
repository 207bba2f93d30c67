import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer, prospects } from '../../src/engine/answer.ts';
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
  return answer(roster, snapshot(roster, time(date)), 'a roster');
}

/** Everything that `member` shows of one member of it. */
export function memberViewOf(roster: Roster, code: string, date: string): MemberView {
  const member = roster.members.find((one) => one.code === code) as Member;
  const history = memberHistory(roster, member, snapshot(roster, time(date)));
  return { history, origin: 'a roster', ...prospects(roster, history) };
}
