import type { Stance } from '../../src/model/stance.ts';
import { answersOf } from '../../src/page/ask/answers.ts';
import type { Ask } from '../../src/page/ask/ask.ts';
import type { ReportPage } from '../../src/page/ask/report-page.ts';
import { renderStatusJson } from '../../src/render/status/json.ts';
import { renderTimelineJson } from '../../src/render/timeline/json.ts';

const supposed: readonly Stance[] = ['support', 'oppose', 'abstain', 'recused', 'conditional'];

/** What a reader may ask of a page: every date, on record or not, with none to three assumptions. */
export function asksOf(page: ReportPage): readonly Ask[] {
  const codes = page.roster.members.map(({ code }) => code);
  const { points } = answersOf(page).timeline(false);
  return points.flatMap(({ date }, point) =>
    [false, true].flatMap((onRecord, basis) =>
      [0, 1, 2, 3].map((count): Ask => {
        const turn = (point * 2 + basis) * 4 + count;
        const moves = Array.from(
          { length: count },
          (_, index) => [codes[(turn * 7 + index * 3) % codes.length] ?? '', pick(supposed, turn + index)] as const,
        );
        return { at: date, ifs: new Map(moves), onRecord };
      }),
    ),
  );
}

const pick = (list: readonly Stance[], index: number): Stance => list[index % list.length] ?? 'support';

/** What a page answers to all of that, as `status --format json` and `timeline --format json` print it. */
export function answersIn(page: ReportPage): readonly string[] {
  const answers = answersOf(page);
  return [
    ...[false, true].map((onRecord) => renderTimelineJson(answers.timeline(onRecord))),
    ...asksOf(page).map((ask) => renderStatusJson(answers.status(ask))),
  ];
}
