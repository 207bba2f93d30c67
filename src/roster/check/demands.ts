import { didYouMean, quote } from '../../text/suggest.ts';
import {
  type Cursor,
  entriesOf,
  hasKey,
  isMapping,
  itemsOf,
  pathOf,
  positionsOf,
  type ReportProblem,
  textOf,
  valueUnder,
} from '../yaml/cursor.ts';
import { reportSameDates } from './same-dates.ts';

/** The entries of `demands`. */
const demandsIn = (root: Cursor): Cursor[] => entriesOf(valueUnder(root, 'demands'));

/** The text of an entry of `demands`, which may be all that is written; undefined if it has none. */
const wordsOf = (demand: Cursor): string | undefined => textOf(demand) ?? textOf(valueUnder(demand, 'text'));

/** Everything that is wanted, in positions and in reports about several. */
const wantsIn = (root: Cursor, positions: readonly Cursor[]): Cursor[] =>
  [positions, itemsOf(valueUnder(root, 'claims'))].flatMap((statements) =>
    statements
      .filter((statement) => hasKey(statement, 'wants'))
      .flatMap((statement) => itemsOf(valueUnder(statement, 'wants'))),
  );

/**
 * Reports demands without a text anywhere, two in the same words, and two entries of one time.
 *
 * @param positions those of all members
 */
export function checkDemands(root: Cursor, positions: readonly Cursor[], report: ReportProblem): void {
  const demands = demandsIn(root);
  const texts = new Map(demands.map((demand) => [String(demand.key), wordsOf(demand)]));
  const firstWith = new Map<string, Cursor>();
  for (const demand of demands) {
    checkHistory(demand, report);
    const text = wordsOf(demand);
    const before = text === undefined ? undefined : firstWith.get(text);
    if (text !== undefined && before === undefined) firstWith.set(text, demand);
    if (before === undefined) continue;
    const related = { message: 'first here', path: pathOf(before), at: 'key' } as const;
    const message = `${quote(String(demand.key))} has the same text as ${quote(String(before.key))}`;
    const hint = 'keep one of them, or change the text';
    report(demand, { code: 'repeated-item', message, hint, related }, 'key');
  }
  for (const want of wantsIn(root, positions)) {
    const id = textOf(valueUnder(want, 'id'));
    if (id === undefined || !isMapping(want.value) || want.value.text !== undefined) continue;
    if (texts.get(id) !== undefined) continue;
    const message = texts.has(id)
      ? `${quote(id)} has no text in "demands"`
      : `a demand without a "text", and ${quote(id)} is not a key of "demands"`;
    const add = texts.has(id) ? 'add it there: text: …' : 'add it under "demands:", or write the text here: text: …';
    report(want, {
      code: 'missing-key',
      message,
      hint: () => (texts.has(id) ? undefined : didYouMean(id, texts.keys())) ?? add,
    });
  }
}

const checkHistory = (demand: Cursor, report: ReportProblem): void =>
  reportSameDates(itemsOf(valueUnder(demand, 'history')), report, ({ instant, day, text }) => ({
    message: `a second entry that takes effect on ${instant === undefined ? day : text}`,
    hint: 'give each its own date, or merge them',
  }));

/** The entries of `demands` that nobody ever asks for, by their ids or in their words. */
export function unusedDemands(root: Cursor): Cursor[] {
  const demands = demandsIn(root);
  if (demands.length === 0) return [];
  const wanted = wantsIn(root, entriesOf(valueUnder(root, 'members')).flatMap(positionsOf));
  const ids = new Set(wanted.map((want) => textOf(valueUnder(want, 'id'))));
  const texts = new Set(wanted.map((want) => textOf(want) ?? textOf(valueUnder(want, 'text'))));
  return demands.filter((demand) => {
    const text = wordsOf(demand);
    return !ids.has(String(demand.key)) && (text === undefined || !texts.has(text));
  });
}
