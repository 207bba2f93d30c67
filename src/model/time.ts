/**
 * A point in time as a roster writes it.
 *
 * `text` is what the author wrote: a day, a month or an instant with its offset. `day` is the ISO day, in UTC, from
 * which it holds: for a month its last. `instant` is set for instants only, in milliseconds since 1970. Days compare
 * as strings.
 */
export interface Time {
  readonly text: string;
  readonly day: string;
  readonly instant?: number;
}
