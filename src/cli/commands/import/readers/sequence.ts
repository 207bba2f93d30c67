import type { Position } from '../../../../model/roster.ts';
import type { Time } from '../../../../model/time.ts';
import { momentOf } from '../../../../model/time.ts';
import { readTime } from '../../../../roster/schema/scalars.ts';
import { compareText } from '../../../../text/compare.ts';
import type { ImportedMember, ImportedPosition } from './imported.ts';
import type { JsonPlace } from './json-text.ts';

/** What somebody said at a time, in a file that has everything that was said. */
export interface Said extends JsonPlace {
  /** The word by which the file knows the person. */
  readonly who: string;
  readonly name?: string;
  readonly position: Position & { readonly date: Time };
}

/** Members with all that they said, in its order; of two things at one time, the later in the file counts. */
export function membersOf(
  said: readonly Said[],
  silent: readonly (JsonPlace & { readonly who: string })[],
): readonly ImportedMember[] {
  const inOrder = [...said].sort((a, b) => compareText(momentOf(a.position.date), momentOf(b.position.date)));
  const byPerson = new Map<
    string,
    { readonly first: JsonPlace; name: string | undefined; positions: ImportedPosition[] }
  >();
  for (const { who, name, position, span, line } of inOrder) {
    const known = byPerson.get(who) ?? { first: { span, line }, name, positions: [] };
    byPerson.set(who, known);
    known.name ??= name;
    const last = known.positions.at(-1);
    if (last !== undefined && momentOf(last.position.date) === momentOf(position.date)) known.positions.pop();
    known.positions.push({ position, span, line });
  }
  for (const { who, span, line } of silent)
    if (!byPerson.has(who)) byPerson.set(who, { first: { span, line }, name: undefined, positions: [] });
  return [...byPerson].map(([word, { first, name, positions }]) => ({
    word,
    name,
    span: first.span,
    positions,
    groups: [],
    weights: {},
  }));
}

/** The time of something in a file of a program, which writes instants. */
export function instantIn(text: string | undefined): Time | undefined {
  const read = readTime((text ?? '').replace(/(\.\d{1,9})\d*/, '$1'));
  return 'value' in read ? read.value : undefined;
}
