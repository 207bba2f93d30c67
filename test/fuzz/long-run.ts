/*
 * The long run's worker: `scripts/fuzz.js` starts it with what it is to run. It tells of each case before it begins, so
 * that one that never ends can be named, and the others be run by another worker.
 */

import { parseArgs } from 'node:util';
import { type CaseKind, caseKinds, fuzzer } from './cases.ts';
import { seedOfCase } from './random.ts';
import { findingText } from './report.ts';

/** What `scripts/fuzz.js` is told; nothing is said of what is known, and of the sixth finding with one claim. */
export type Message =
  | { readonly index: number; readonly name: string }
  | { readonly claim: string; readonly said: string };

/** The processor time that one case may take, in seconds. */
const most = 2;
const mostOfAKind = 5;

const option = { type: 'string', default: '0' } as const;
const { values } = parseArgs({
  options: {
    text: option,
    yaml: option,
    edit: option,
    sheet: option,
    bin: option,
    seed: option,
    from: option,
    until: option,
    case: { type: 'string' },
  },
});
const until = Number(values.until);

/** The cases by their kinds and seeds: one that is named, or as many as asked for, the kinds mixed. */
function plan(): readonly (readonly [kind: CaseKind, seed: number])[] {
  const [, named, seed] = /^(\w+):(\d+)$/.exec(values.case ?? '') ?? [];
  const kind = caseKinds.find((one) => one === named);
  if (kind !== undefined) return [[kind, Number(seed)]];
  const all = caseKinds.flatMap((each) => {
    const count = Number(values[each]);
    return Array.from({ length: count }, (_, index) => ({ each, index, place: index / count }));
  });
  return all.sort((a, b) => a.place - b.place).map(({ each, index }) => [each, seedOfCase(Number(values.seed), index)]);
}

const tell = (message: Message): boolean | undefined => process.send?.(message);

async function work(): Promise<void> {
  const { run, leave } = fuzzer();
  const shown = new Map<string, number>();
  for (const [index, [kind, seed]] of plan().entries()) {
    if (index < Number(values.from)) continue;
    if (until > 0 && Date.now() > until) break;
    const name = `${kind}:${seed}`;
    tell({ index, name });
    const before = process.cpuUsage();
    const found = await run(kind, seed);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (found !== undefined) {
      const { claim } = found;
      const times = (shown.get(claim) ?? 0) + 1;
      shown.set(claim, times);
      // To find a short text takes hundreds of runs.
      tell({ claim, said: times > mostOfAKind ? '' : await findingText(found) });
    }
    if (seconds > most) tell({ claim: 'slow', said: `${name} takes ${seconds} s` });
  }
  leave();
}

process.once('disconnect', () => process.exit());
void work().then(() => process.disconnect?.());
