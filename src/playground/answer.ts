import { answer } from '../engine/answer.ts';
import { snapshot } from '../engine/snapshot.ts';
import type { Diagnosis } from '../model/diagnostic.ts';
import type { Time } from '../model/time.ts';
import type { StatusView } from '../model/view.ts';
import type { ReportPage } from '../page/ask/report-page.ts';
import type { Layout, Painted } from '../render/layout/theme.ts';
import { type DiagnosedFile, renderDiagnostics, renderDiagnosticsJson } from '../render/problems/terminal.ts';
import { renderStatusJson } from '../render/status/json.ts';
import { renderStatus } from '../render/status/terminal.ts';
import { diagnose } from '../roster/diagnose/diagnose.ts';
import { parseRoster } from '../roster/parse.ts';
import { furtherProblems } from '../validate/further-problems.ts';

/** The name of the file that a text in the playground stands for. */
export const fileName = 'roster.yaml';

/** What the program answers about a text. */
export interface Answer {
  /** What `validate` finds. */
  readonly diagnosis: Diagnosis;
  /** What `status` prints: the answer, or why there is none. */
  status(layout: Pick<Layout, 'width' | 'theme'>): Painted;
  /** What `status --format json` prints. */
  json(): string;
  /** What a report is made of; undefined for a text that is not a roster. */
  readonly page: ReportPage | undefined;
}

/** What an answer rests on apart from the text. */
export interface Premises {
  /** ISO day */
  readonly today: string;
  /** The version of this program. */
  readonly version: string;
}

/** What the program answers about a text in a file of the name `fileName`. */
export function answerTo(text: string, { today, version }: Premises): Answer {
  const diagnosis = diagnose(text, { today, further: furtherProblems(today) });
  const parsed = parseRoster(text);
  if (!parsed.ok) {
    const file: DiagnosedFile = { ...parsed, file: fileName, text };
    return {
      diagnosis,
      status: (layout) => renderDiagnostics(file, layout),
      json: () => renderDiagnosticsJson([file]),
      page: undefined,
    };
  }
  const { roster } = parsed;
  const at: Time = roster.asOf ?? { text: today, day: today };
  let known: StatusView | undefined;
  const view = (): StatusView => {
    known ??= answer(roster, snapshot(roster, at), fileName);
    return known;
  };
  return {
    diagnosis,
    status: (layout) => renderStatus(view(), { ...layout, all: false }, roster),
    json: () => renderStatusJson(view()),
    page: { roster, at, ifs: {}, onRecord: false, origin: fileName, designator: fileName, version },
  };
}
