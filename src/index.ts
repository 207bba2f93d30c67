/**
 * rutte-tally as a library: text to roster, roster to snapshot, snapshot to tally, and what it would take.
 *
 * @packageDocumentation
 */
export { type AbridgeOptions, abridge } from './engine/abridge.ts';
export { demands } from './engine/demands.ts';
export { diff } from './engine/diff.ts';
export { type Expected, type Miss, missesOf } from './engine/expectations.ts';
export { type Effort, path } from './engine/path.ts';
export { pivotal } from './engine/pivotal.ts';
export { assume, type SnapshotOptions, snapshot } from './engine/snapshot.ts';
export { story } from './engine/story.ts';
export { tally } from './engine/tally.ts';
export { type TimelineOptions, timeline } from './engine/timeline.ts';
export * from './model/abridged.ts';
export * from './model/change.ts';
export * from './model/diagnostic.ts';
export * from './model/path.ts';
export * from './model/roster.ts';
export * from './model/rule.ts';
export * from './model/snapshot.ts';
export * from './model/stance.ts';
export * from './model/story.ts';
export * from './model/tally.ts';
export * from './model/time.ts';
export * from './model/timeline.ts';
export { type LineAndColumn, type Lines, lineAndColumnOf, linesOf } from './render/lines.ts';
export { type ParseResult, parseRoster } from './roster/parse.ts';
export type { Fault, Read } from './roster/problem.ts';
export { readTime } from './roster/scalars.ts';
export { type Comments, writeRoster } from './roster/write.ts';
