import { placeValues } from '../../../src/roster/yaml/locations.ts';
import { parserText } from '../../../src/roster/yaml/parser-text.ts';
import type { Placed } from '../../../src/roster/yaml/placed.ts';

/** The sections that get something, or in whose entries something is written. */
const edited = ['members', 'claims', 'rounds', 'demands'];

const slices = (text: string, { entries }: Placed, leftOut: readonly string[]): readonly string[] =>
  [...entries].flatMap(([name, { key, node }]) =>
    leftOut.includes(name) ? [] : [text.slice(key.start, node.span.end).trimEnd()],
  );

/** The first member but some, or section that nothing is recorded in, whose text is not in another one as it was. */
export function changedPiece(before: string, after: string, codes: readonly string[]): string | undefined {
  const text = before.replace(/^\ufeff/, '');
  const { root } = placeValues(parserText(text));
  const members = root.entries.get('members')?.node;
  const pieces = [...slices(text, root, edited), ...(members === undefined ? [] : slices(text, members, codes))];
  return pieces.find((piece) => !after.includes(piece));
}
