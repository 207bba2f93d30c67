/**
 * A point in time as a roster writes it.
 *
 * `text` is what the author wrote: a day, a month or an instant with its offset. `day` is the ISO day from which
 * it holds, in UTC: the last day of a month. `instant` is set for instants alone, in milliseconds since 1970.
 * Days compare as strings.
 */
export interface Time {
  readonly text: string;
  readonly day: string;
  readonly instant?: number;
}
