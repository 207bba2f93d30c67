import type { Matrix, VotingRecord } from '../../model/decisions/voting-record.ts';
import type { Stance } from '../../model/stance.ts';
import { endOf } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';

interface Row {
  readonly code: string;
  name: string;
  /** The last moment of the date from which the name is; empty for a code in place of a name. */
  named: string;
  readonly stances: (Stance | undefined)[];
}

/**
 * Members by decisions. A member with several names has that of the latest date; a code that stands in for a name gives
 * way to any name.
 */
export function matrix(records: readonly VotingRecord[]): Matrix {
  const rows = new Map<string, Row>();
  for (const [index, { asOf, members }] of records.entries()) {
    for (const { code, name, stance } of members) {
      const row: Row = rows.get(code) ?? {
        code,
        name: code,
        named: '',
        stances: new Array<Stance | undefined>(records.length).fill(undefined),
      };
      rows.set(code, row);
      row.stances[index] = stance;
      if (name !== code && endOf(asOf) >= row.named) [row.name, row.named] = [name, endOf(asOf)];
    }
  }
  return {
    decisions: records,
    members: [...rows.values()]
      .map(({ code, name, stances }) => ({ code, name, stances }))
      .sort((a, b) => compareText(a.code, b.code)),
  };
}
