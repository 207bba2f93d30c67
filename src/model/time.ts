/**
 * A point in time as a roster writes it.
 *
 * `text` is as the author wrote it: a day, a month or an instant with its offset. `day` is the ISO day from which it
 * holds, in UTC; for a month, its last day. `instant` is set only for instants, in milliseconds since 1970. Days
 * compare as strings.
 */
export interface Time {
  readonly text: string;
  readonly day: string;
  readonly instant?: number;
}
