const dayLength = 24 * 60 * 60 * 1000;

/** A time as written: the beginning of its UTC day (the last one of a month), and its hour if it has one. */
export interface Moment {
  readonly text: string;
  readonly start: number;
  readonly hour?: number;
  readonly isMonth: boolean;
}

// Texts are few, and each is read thousands of times.
const read = new Map<string, Moment>();

/** The time in a text. */
export function momentIn(text: string): Moment {
  const moment = read.get(text) ?? readMoment(text);
  read.set(text, moment);
  return moment;
}

function readMoment(text: string): Moment {
  const isMonth = text.length === 'YYYY-MM'.length;
  if (text.includes('T')) {
    const hour = Date.parse(text);
    return { text, start: Math.floor(hour / dayLength) * dayLength, hour, isMonth };
  }
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8)].map(Number) as [
    number,
    number,
    number,
  ];
  return { text, start: isMonth ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day), isMonth };
}

/** The time in a text that may be missing. */
export const momentOr = (text: string | undefined): Moment | undefined => (text === undefined ? text : momentIn(text));

/** The place of a time in history: without a date at the beginning, a bare day before all instants of that day. */
export const placeOf = (moment: Moment | undefined): number =>
  moment === undefined ? Number.NEGATIVE_INFINITY : (moment.hour ?? moment.start - 0.5);

/** The last place that belongs to a time: for a bare day, after all instants of that day. */
const endOf = ({ hour, start }: Moment): number => hour ?? start + dayLength - 0.75;

/** Whether something dated like this is known at a time. */
export const isKnown = (moment: Moment | undefined, now: Moment): boolean => placeOf(moment) <= endOf(now);

/** Whether an end or a beginning that means the end of its day has come: `closes` and `not-before`. */
export const hasCome = (moment: Moment, now: Moment): boolean => endOf(moment) <= endOf(now);

/** The order of two ends that mean the end of their day, as a sign. */
export const compareEnds = (a: Moment, b: Moment): number => Math.sign(endOf(a) - endOf(b));

/** The earlier of a time and the time asked for. */
export const notAfter = (moment: Moment, now: Moment): Moment => (endOf(moment) <= endOf(now) ? moment : now);

/** The order of two statements, as a sign: by time where both have an hour, else by day; without a date first. */
export function compareStatements(a: Moment | undefined, b: Moment): number {
  if (a === undefined) return -1;
  return a.hour !== undefined && b.hour !== undefined ? Math.sign(a.hour - b.hour) : Math.sign(a.start - b.start);
}

/** The number of calendar days between two times. */
export const daysBetween = (a: Moment, b: Moment): number => Math.abs(a.start - b.start) / dayLength;

/** Whether a time is within a month. */
export const isWithin = ({ start }: Moment, month: Moment): boolean =>
  start <= month.start && new Date(start).toISOString().startsWith(month.text);
