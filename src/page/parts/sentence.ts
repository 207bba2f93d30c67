import { capital } from '../../render/timeline/entries.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';

/** A text as a sentence: a capital first, a full stop last. */
export const sentence = (text: Shown): Shown => shown`${capital(text)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** A line of a terminal on a page, which has no options: `13 more (--all)` is `13 more`. */
export const withoutOption = (line: Shown): Shown => shown`${line.replace(/ \(--all\)$/, '')}`;
