import { isDeepStrictEqual } from 'node:util';
import type { Member, Roster } from '../../../src/model/roster.ts';
import { momentOf } from '../../../src/model/time.ts';
import { readRoster } from '../../../src/roster/read/read-roster.ts';
import { readTime } from '../../../src/roster/schema/scalars.ts';
import { writeRoster } from '../../../src/roster/write/write-roster.ts';
import type { Finding } from '../finding.ts';
import type { Move, Request } from '../requests.ts';
import { rosterFile, type Workplace } from '../workplace.ts';
import { changedPiece } from './bytes.ts';
import { lostComments } from './comments.ts';
import { printedFault } from './printed.ts';
import { difference } from './readers.ts';

/** What is wrong with how something is recorded in a roster's text. */
export async function editFinding(text: string, request: Request, place: Workplace): Promise<Finding | undefined> {
  const { options, words, input = '', moves } = request;
  const args = ['record', ...words, rosterFile, ...options];
  const finding = (claim: string, detail = ''): Finding => ({
    claim,
    detail: `${JSON.stringify(args)} ${JSON.stringify(input)} ${detail}`,
    text,
  });
  place.put(text);
  const before = place.text();
  const old = readRoster(before.replace(/^\ufeff/, ''));
  if (old === undefined) return undefined;
  const run = await place.run(args, input);
  const after = place.text();
  const fault = printedFault(run, 'table');
  if (fault !== undefined) return finding('recording is answered', fault);
  place.put(writeRoster(old));
  const usual = await place.run(args, input);
  if (run.code !== usual.code)
    return finding(
      'what can be recorded in one style can be in every style',
      `${run.code}, usually ${usual.code}: ${run.stderr}`,
    );
  if (run.code !== 0) return after === before ? undefined : finding('what is refused changes nothing');
  const now = readRoster(after.replace(/^\ufeff/, ''));
  if (now === undefined) return finding('a roster is still one', after);
  const lost = lostComments(before, after);
  if (lost.length > 0) return finding('no comment is lost', `${JSON.stringify(lost)} in\n${after}`);
  const missing = moves.find((move) => !hasPosition(now, move));
  if (missing !== undefined) return finding('what was recorded is there', JSON.stringify(missing));
  const expected = readRoster(place.text()) as Roster;
  const [left, right] = [now, expected].map((roster) => withoutNotes(roster, moves)) as [Roster, Roster];
  if (!isDeepStrictEqual(left, right)) return finding('every style means the same afterwards', difference(left, right));
  const changed = changedPiece(before, after, [...moves.map(({ code }) => code), ...words]);
  return changed === undefined ? undefined : finding('all else stays byte for byte', `${changed}\nin\n${after}`);
}

function hasPosition(roster: Roster, { code, stance, date }: Move): boolean {
  const read = readTime(date);
  const moment = 'value' in read ? momentOf(read.value) : '';
  const positions = roster.members.find((member) => member.code === code)?.positions ?? [];
  return positions.some((position) => position.stance === stance && momentOf(position.date) === moment);
}

/** A roster without the notes of members that moved: one of a position and its member may become one of the position. */
function withoutNotes(roster: Roster, moves: readonly Move[]): Roster {
  const members = roster.members.map((member): Member => {
    const { note, ...rest } = member;
    return note === undefined || moves.some(({ code }) => code === member.code) ? rest : member;
  });
  return { ...roster, members };
}
