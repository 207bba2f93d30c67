import type { Roster } from '../model/roster.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Objection } from '../roster/assumptions.ts';
import { memberMeant, quote } from '../roster/wording.ts';

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
