import type { MemberDecision, MemberDecisionsView } from '../../model/decisions/member.ts';
import { type Json, json } from '../format/json.ts';
import { decisionJson } from '../format/json-parts.ts';
import { type DiagnosedFile, diagnosticsJson } from '../problems/terminal.ts';
import { isBlocking } from './words.ts';

/** `member` over several decisions as data: `rutte-tally/member-decisions/1`. @param problems the rosters that are not valid */
export function renderMemberDecisionsJson(view: MemberDecisionsView, problems: readonly DiagnosedFile[]): string {
  const { member, decisions, counts, passedOver } = view;
  return json({
    schema: 'rutte-tally/member-decisions/1',
    member: member.code,
    name: member.name,
    decisions: decisions.map(decisionOf),
    counts: { ...counts },
    passedOver,
    problems: diagnosticsJson(problems),
  });
}

function decisionOf({ decision: listed, standing, holdsOut, decisiveMoves }: MemberDecision): Json {
  const { file, title, body, asOf, onRecord, state, outcome, decision } = listed;
  return {
    file,
    title,
    body: body ?? null,
    asOf: asOf.text,
    onRecord,
    state,
    outcome,
    decision: decision === undefined ? null : decisionJson(decision),
    member: standing !== undefined,
    stance: standing?.stance ?? null,
    leaning: standing?.leaning ?? null,
    since: standing?.since?.text ?? null,
    circa: standing?.circa ?? false,
    basis: standing?.basis ?? null,
    why: standing?.why ?? null,
    holdsOut,
    blocking: isBlocking({ decision: listed, standing }),
    decisiveMoves: decisiveMoves.map(({ date, from, to }) => ({ date: date.text, from, to })),
  };
}
