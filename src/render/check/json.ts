import type { StatusView } from '../../model/view.ts';
import { type Json, json } from '../format/json.ts';
import { diagnosticsJson } from '../problems/terminal.ts';
import { statusDocument } from '../status/json.ts';
import { type CheckedDecisions, outcomeOfAll } from './checked.ts';

/** One of several decisions as data: the document of `status`, and the roster. */
export const decisionDocument = (file: string, view: StatusView): Json => ({ file, ...statusDocument(view) });

/** `check` of several rosters as data: `rutte-tally/check/1`. */
export function renderChecksJson(documents: readonly Json[], all: CheckedDecisions): string {
  const { decisions, since, passedOver, problems } = all;
  const files = (asked: 'newly-reached' | 'lost'): Json =>
    since !== undefined ? decisions.filter(({ turn }) => turn === asked).map(({ file }) => file) : null;
  return json({
    schema: 'rutte-tally/check/1',
    outcome: outcomeOfAll(all),
    decisions: documents,
    newlyReached: files('newly-reached'),
    lost: files('lost'),
    passedOver,
    problems: diagnosticsJson(problems),
  });
}
