import type { PositionField } from '../../model/position-fields.ts';
import type { Denial, Position, SourceRefs } from '../../model/roster.ts';
import type { Time } from '../../model/time.ts';
import { ifTrue, list, mappingOf, plain, type Written, type WrittenMapping } from '../yaml/emit.ts';

/** A time as its author wrote it; undefined for none. */
export const time = (given: Time | undefined): Written | undefined => given && plain(given.text);

/** The entry for one source or for several. */
export const sourced = (sources: SourceRefs) =>
  sources.length === 1 ? { source: sources[0] } : { sources: list(sources) };

/** A position as an entry of `positions`. */
export const positionValue = (position: Position): WrittenMapping => {
  const entries = positionEntries(position);
  return mappingOf({ date: entries.date, circa: entries.circa }, entries);
};

/** A demand: its text, with its id if it has one. */
export function demandValue(text: string, ids: Position['wantIds'] = {}): Written {
  const id = Object.hasOwn(ids, text) ? ids[text] : undefined;
  return id === undefined ? text : mappingOf({ id, text });
}

/** The entries of a position, in the order in which they are written beside its member. */
export function positionEntries(position: Position) {
  const { date, circa, stance, leaning, follows, basis, by, why, wants, wantIds, sources, quote, denied, note } =
    position;
  return {
    stance: plain(stance),
    leaning: leaning && plain(leaning),
    follows: follows && (follows.length === 1 ? follows[0] : follows),
    date: time(date),
    circa: ifTrue(circa),
    basis: basis === 'stated' ? undefined : plain(basis),
    by,
    why,
    wants: list(wants.map((text) => demandValue(text, wantIds))),
    quote,
    ...sourced(sources),
    denied: denied && denialValue(denied),
    note,
  } satisfies Readonly<Record<Exclude<PositionField, 'sources'>, Written | undefined>>;
}

/** The denial of a report. */
export const denialValue = ({ date, by, sources }: Denial): WrittenMapping =>
  mappingOf({ date: time(date), by, ...sourced(sources) });
