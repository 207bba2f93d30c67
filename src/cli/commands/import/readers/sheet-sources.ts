import type { Source } from '../../../../model/roster.ts';
import { codeFrom } from '../../../../roster/names/member-codes.ts';
import { isAddress, isCode } from '../../../../roster/schema/scalars.ts';
import { reservedKey } from '../../../../roster/yaml/cursor.ts';
import type { TableRow } from '../../../sheet/table.ts';

/** A source that can be a key: a word without blanks. */
const isKey = (text: string): boolean => isCode(text) && text !== reservedKey;

/**
 * What the sources of a row are referred to by: addresses as they are, and keys, whose titles and addresses are noted in
 * `known`.
 */
export function sourcesIn(row: TableRow, sources: readonly string[], known: Record<string, Source>): readonly string[] {
  const titles = cellsOf(row, 'source-titles', sources.length);
  const addresses = cellsOf(row, 'source-addresses', sources.length);
  return sources.map((source, index) => {
    if (isAddress(source)) return source;
    const key = isKey(source) ? source : codeFrom(source);
    const title = titles[index] || (key === source ? '' : source);
    const url = addresses[index] ?? '';
    const entry: Source = { ...(title !== '' && { title }), ...(isAddress(url) && { url }) };
    if (!Object.hasOwn(known, key) || Object.keys(entry).length > 0) known[key] = { ...known[key], ...entry };
    return key;
  });
}

/** The parts of a cell, one for each source; none if their number is another. */
function cellsOf(row: TableRow, column: 'source-titles' | 'source-addresses', count: number): readonly string[] {
  const parts = row.all(column).flatMap(({ text }) => text.split(/;(?:\s|$)/).map((part) => part.trim()));
  return parts.length === count ? parts : [];
}
