import type { DemandAhead, Path } from '../model/path.ts';
import type { Tally } from '../model/tally.ts';
import { compareText } from '../text/compare.ts';

/**
 * The demands of the holdouts, each once; those with the same id, or the same text, are one. Sorted: first those of
 * members on a shortest path, then by how many members want nothing else, then by how many members want them, then by
 * text.
 *
 * @param path undefined if the outcome is reached, so that no demand is on it
 *
 * @see docs/what-it-would-take.md#demands
 */
export function demands({ holdouts }: Tally, path: Path | undefined): DemandAhead[] {
  const byCode = holdouts
    .filter(({ wants, answered }) => wants.length > 0 || answered.length > 0)
    .sort((a, b) => compareText(a.code, b.code));
  const idOf = new Map<string, string>();
  for (const { wantIds = {} } of byCode) {
    for (const [text, id] of Object.entries(wantIds)) if (!idOf.has(text)) idOf.set(text, id);
  }
  const onPath = new Set(path?.possible);
  const statusOf = new Map(byCode.flatMap(({ answered }) => answered.map(({ id, status }) => [id, status] as const)));
  const found = new Map<string, { id?: string; text: string; members: Set<string>; satisfies: number }>();
  for (const { code, wants, wantIds = {} } of byCode) {
    const asked = new Map(
      wants.map((text) => {
        const id = Object.hasOwn(wantIds, text) ? wantIds[text] : idOf.get(text);
        return id === undefined ? [`text ${text}`, { text }] : [`id ${id}`, { id, text }];
      }),
    );
    for (const [key, demand] of asked) {
      const known = found.get(key) ?? { ...demand, members: new Set<string>(), satisfies: 0 };
      known.members.add(code);
      if (asked.size === 1) known.satisfies += 1;
      found.set(key, known);
    }
  }
  return [...found.values()]
    .map(({ members, ...rest }) => {
      const status = rest.id === undefined ? undefined : statusOf.get(rest.id);
      const some = [...members];
      return { ...rest, members: some, onPath: some.some((code) => onPath.has(code)), ...(status && { status }) };
    })
    .sort(
      (a, b) =>
        Number(b.onPath) - Number(a.onPath) ||
        b.satisfies - a.satisfies ||
        b.members.length - a.members.length ||
        compareText(a.text, b.text),
    );
}
