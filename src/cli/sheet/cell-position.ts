import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RecordedField } from '../../model/position-fields.ts';
import type { Position } from '../../model/roster.ts';
import { bases, isPending, leanings, type Stance } from '../../model/stance.ts';
import type { Time } from '../../model/time.ts';
import { meantBy } from '../../roster/hints/other-words.ts';
import { basisHint, leaningHint } from '../../roster/hints/value-words.ts';
import type { Fault, Read } from '../../roster/yaml/problem.ts';
import { compareText } from '../../text/compare.ts';
import { defined } from '../../text/defined.ts';
import { alternatives, quote, tidy } from '../../text/suggest.ts';
import type { DateOrder } from '../contract/sheets.ts';
import { readSheetDate } from './sheet-date.ts';
import { readStance, type StanceWords } from './stance-words.ts';
import { partsOf, type SheetCell, type SheetFault, type TableRow } from './table.ts';

/** How the cells of a sheet are read. */
export interface CellReading {
  readonly stances: StanceWords;
  readonly order: DateOrder | undefined;
}

/** A position in a row, undefined where the row has no stance; and what is wrong with it. */
export interface RowPosition {
  readonly position: Position | undefined;
  readonly faults: readonly SheetFault[];
  /** What is left out, in words. */
  readonly leftOut: readonly string[];
}

const truths = { true: 'yes, y, x, 1, ✓', false: 'no, n, 0' } as const;

/** The position in a row of a sheet that has a row for each. Every field is read, so that all mistakes are told. */
export function positionIn(row: TableRow, { stances, order }: CellReading): RowPosition {
  const faults: SheetFault[] = [];
  const leftOut: string[] = [];
  const fail = ({ code, message, hint }: Fault, { span }: SheetCell): undefined => {
    const rest: Pick<Diagnostic, 'hint'> = hint === undefined ? {} : { hint };
    faults.push({ code, severity: 'error', message, ...rest, line: row.line, span });
    return undefined;
  };
  const read = <T>(cell: SheetCell | undefined, reading: (text: string) => Read<T>): T | undefined => {
    if (cell === undefined) return undefined;
    const result = reading(cell.text);
    return 'value' in result ? result.value : fail(result.fault, cell);
  };
  const one = (column: RecordedField | 'stance'): SheetCell | undefined => row.all(column)[0];
  const text = (column: RecordedField): string | undefined => {
    const cell = one(column);
    return cell && tidy(cell.text);
  };
  const several = (column: RecordedField): readonly string[] => [
    ...new Set(row.all(column).flatMap((cell) => partsOf(cell.text))),
  ];
  const stance = read(one('stance'), (word) => readStance(word, stances));
  const date: Time | undefined = read(one('date'), (word) => readSheetDate(word, order));
  const circa = read(one('circa'), readSwitch) ?? false;
  const basis = read(one('basis'), (word) => readWord('basis', word, bases, basisHint)) ?? 'stated';
  const leaning = read(one('leaning'), (word) => readWord('leaning', word, leanings, leaningHint));
  const follows = several('follows');
  const evidence = { by: text('by'), why: text('why'), wants: several('wants'), sources: several('source') };
  if (stance === undefined) {
    const lost = [evidence.by, evidence.why, ...evidence.wants].filter((part) => part !== undefined);
    if (lost.length > 0 && one('stance') === undefined)
      leftOut.push(`no stance, so ${quote(lost[0] ?? '')} is left out`);
    return { position: undefined, faults, leftOut };
  }
  if (basis === 'claimed') leftOut.push('basis "claimed" cannot be written: it becomes "reported"');
  const pending = isPending(stance);
  if (!pending && leaning !== undefined) leftOut.push(`"${stance}" is settled, so its leaning is left out`);
  if (!pending && follows.length > 0) leftOut.push(`"${stance}" is settled, so whom it follows is left out`);
  const position = defined<Position>({
    date,
    circa,
    stance,
    leaning: pending ? leaning : undefined,
    follows: pending && follows.length > 0 ? [...follows].sort(compareText) : undefined,
    basis: basis === 'claimed' ? 'reported' : basis,
    ...evidence,
    wantIds: undefined,
    quote: text('quote'),
    denied: undefined,
    note: text('note'),
  });
  return { position, faults, leftOut };
}

/** Whether a position says no more than that nothing is known. */
export const saysNothing = ({ stance, by, why, wants, quote: words, note, sources }: Position): boolean =>
  stance === ('undeclared' satisfies Stance) &&
  [by, why, words, note].every((text) => text === undefined) &&
  wants.length + sources.length === 0;

function readSwitch(text: string): Read<boolean> {
  const word = tidy(text).toLowerCase();
  const meant = word === 'true' || word === 'false' ? word : meantBy(word, ['true', 'false'], truths);
  if (meant !== undefined) return { value: meant === 'true' };
  return {
    fault: { code: 'invalid-boolean', message: `${quote(tidy(text))} is neither yes nor no`, hint: 'write yes or no' },
  };
}

function readWord<W extends string>(
  what: string,
  text: string,
  words: readonly W[],
  hintFor: (text: string) => string | undefined,
): Read<W> {
  const found = words.find((word) => word === tidy(text).toLowerCase());
  if (found !== undefined) return { value: found };
  const hint = hintFor(text) ?? `expected one of ${alternatives(words)}`;
  return { fault: { code: 'unknown-value', message: `${quote(tidy(text))} is not a ${what}`, hint } };
}
