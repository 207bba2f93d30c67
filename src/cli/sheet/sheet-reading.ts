import type { WrittenOptions } from '../contract/command.ts';
import type { CellReading } from './cell-position.ts';
import { orderOf } from './sheet-date.ts';
import { stanceWordsOf } from './stance-words.ts';
import { type Mapping, mappingOf } from './table.ts';

/** How a sheet is read. */
export interface SheetReading extends CellReading {
  readonly mapping: readonly Mapping[];
}

/** How the options of a command say that a sheet is read. @throws UsageError */
export const sheetReading = ({ map = [], stance = [], dates }: WrittenOptions): SheetReading => ({
  mapping: mappingOf(map),
  stances: stanceWordsOf(stance),
  order: orderOf(dates),
});
