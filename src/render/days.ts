/** Days of a span, laid over columns of a chart: each column covers a part of it, and steps begin where their day falls. */
export interface Span {
  /** Days since 1970. */
  readonly first: number;
  readonly last: number;
  readonly columns: number;
}

const dayLength = 86_400_000;

/** An ISO day as a number of days since 1970. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / dayLength);

/** The ISO day of a number of days since 1970. */
export const isoDay = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

/** The column in which a day falls; below zero or past the last one for a day outside. */
export function columnOf(day: number, { first, last, columns }: Span): number {
  return Math.floor(((day - first) * columns) / (last - first + 1));
}

/** The last day that a column covers, or begins to. */
export function lastDayOf(column: number, { first, last, columns }: Span): number {
  return first + Math.ceil(((column + 1) * (last - first + 1)) / columns) - 1;
}
