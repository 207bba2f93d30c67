import { type Due, type ListedDecision, type ListView, nextDue } from '../../model/decisions/listed.ts';
import { type Json, json } from '../format/json.ts';
import { countsJson, criterionJson, decisionJson, lastMoveJson, memberJson } from '../format/json-parts.ts';
import { type DiagnosedFile, diagnosticsJson } from '../problems/terminal.ts';
import { summaryJson } from './summary.ts';

/** `list` as data: `rutte-tally/list/1`. @param problems the rosters that are not valid */
export function renderListJson(view: ListView, problems: readonly DiagnosedFile[]): string {
  const { decisions, counts, passedOver, selection } = view;
  const { waitingOn } = selection;
  return json({
    schema: 'rutte-tally/list/1',
    decisions: decisions.map(decisionOf),
    counts: { ...counts },
    waitingOn: waitingOn === undefined ? null : { member: waitingOn.code, name: waitingOn.name },
    passedOver,
    problems: diagnosticsJson(problems),
  });
}

function decisionOf(decision: ListedDecision): Json {
  const { evaluation, compositions, counts } = decision;
  const next = nextDue(decision);
  return {
    ...summaryJson(decision),
    criterion: criterionJson(evaluation, compositions),
    tally: countsJson(counts),
    holdouts: decision.holdouts.map((holdout) => memberJson(holdout, holdout.blocking)),
    lastMove: lastMoveJson(decision.lastMove),
    deadline: next === undefined ? null : dueJson(next),
    due: decision.due.map(dueJson),
    decision: decision.decision === undefined ? null : decisionJson(decision.decision),
  };
}

const dueJson = ({ kind, date, circa, name, days }: Due): Json => ({
  kind,
  date: date.text,
  circa,
  name: name ?? null,
  days,
});
