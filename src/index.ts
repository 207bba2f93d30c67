/**
 * rutte-tally as a library: text to roster, roster to snapshot, snapshot to tally, and what it would take.
 *
 * @packageDocumentation
 */

export { answer } from './engine/answer.ts';
export type { Effort } from './engine/coalitions/cheapest-sets.ts';
export { power } from './engine/coalitions/power.ts';
export { coalitions, type KnownAnswers } from './engine/coalitions.ts';
export { agreement } from './engine/decisions/agreement.ts';
export { groupAgreement } from './engine/decisions/group-agreement.ts';
export { matrix } from './engine/decisions/matrix.ts';
export { votingRecord } from './engine/decisions/voting-record.ts';
export { demands } from './engine/demands.ts';
export { diff } from './engine/diff.ts';
export { type Expected, type Miss, missesOf } from './engine/expectations.ts';
export { memberHistory } from './engine/member-history.ts';
export { path } from './engine/path.ts';
export { pivotal } from './engine/pivotal.ts';
export { type PruneOptions, prune } from './engine/prune.ts';
export { type AssumeOptions, assume, type SnapshotOptions, snapshot } from './engine/snapshot.ts';
export { tally } from './engine/tally.ts';
export type { TimelineOptions } from './engine/timeline/one-roster.ts';
export { ways } from './engine/timeline/ways.ts';
export { timeline } from './engine/timeline.ts';
export * from './model/decisions/agreement.ts';
export { type DecisionState, decisionStates } from './model/decisions/summary.ts';
export * from './model/decisions/voting-record.ts';
export * from './model/diagnostic.ts';
export * from './model/diff.ts';
export * from './model/member-history.ts';
export * from './model/path.ts';
export * from './model/pruned-roster.ts';
export * from './model/roster.ts';
export * from './model/rule.ts';
export * from './model/snapshot.ts';
export {
  type Basis,
  bases,
  type Leaning,
  leanings,
  type Outcome,
  outcomes,
  pendingStances,
  type Stance,
  stances,
  writtenBases,
} from './model/stance.ts';
export * from './model/tally.ts';
export * from './model/time.ts';
export * from './model/timeline.ts';
export type { Prospects, SnapshotView, StatusView } from './model/view.ts';
export { type ParseResult, parseRoster } from './roster/parse.ts';
export { readTime } from './roster/schema/scalars.ts';
export { type Comments, writeRoster } from './roster/write/write-roster.ts';
export type { Fault, Read } from './roster/yaml/problem.ts';
export { type LineAndColumn, type Lines, lineAndColumnOf, linesOf } from './text/lines.ts';
