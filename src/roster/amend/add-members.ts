import { appendInFlow } from '../edit/flow.ts';
import { membersOutline } from '../edit/members-outline.ts';
import { afterComments, applyEdits, columnAt, linesBelow } from '../edit/text-edits.ts';
import { writtenText } from '../yaml/quote-scalar.ts';
import type { Values } from '../yaml/values.ts';

/** A member that a roster does not have yet. */
export interface NewMember {
  readonly code: string;
  /** Absent for one that is called by its code. */
  readonly name?: string;
}

/**
 * The text of a roster with members at the end of its list that have said nothing yet; all else stays as it was.
 *
 * @param values of the text, from the fast reader
 * @returns undefined for a text that is no roster
 */
export function addMembers(text: string, values: Values, members: readonly NewMember[]): string | undefined {
  const known = membersOutline(text, 'value' in values ? values.value : undefined);
  const last = known?.at(known.codes.length - 1);
  if (known === undefined || last === undefined) return undefined;
  if (known.flow) {
    const put = members.map((member) => inBraces(member, last.quoted)).join(', ');
    return applyEdits(text, appendInFlow(text, last, [last], put));
  }
  const margin = ' '.repeat(columnAt(text, last.start));
  const lines = members.map(({ code, name }) => {
    const about = name === undefined ? '' : ` { name: ${writtenText(name, 'flow')} }`;
    return `${margin}${writtenText(code, 'flow')}:${about}`;
  });
  return applyEdits(text, [linesBelow(text, afterComments(text, last.end, 0), lines)]);
}

function inBraces({ code, name }: NewMember, json: boolean): string {
  const context = json ? 'json' : 'flow';
  const about = name === undefined ? '{}' : `{ ${writtenText('name', context)}: ${writtenText(name, context)} }`;
  return `${writtenText(code, context)}: ${about}`;
}
