import { alternatives, didYouMean, quote, tidy } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { type ImportKind, importKinds } from '../../contract/sheets.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { bodyFor } from '../../input/bodies.ts';
import { sheetReading } from '../../sheet/sheet-reading.ts';
import type { Reading } from './readers/imported.ts';

/** What the user asks of `import`. */
export interface ImportRequest {
  readonly file: string;
  readonly kind: ImportKind | undefined;
  readonly reading: Reading;
  /** The file to write; undefined for standard output. */
  readonly output: string | undefined;
  readonly force: boolean;
  readonly rule: string | undefined;
  /** The name of a body that `init` knows. */
  readonly body: string | undefined;
  readonly title: string | undefined;
}

/** The words and options of `import`, parsed. @throws UsageError */
export function importRequest([file]: readonly string[], options: WrittenOptions): ImportRequest {
  if (file === undefined)
    throw new UsageError(
      'missing-argument',
      'name the file to import, or - for standard input; import --words lists the words for stances',
    );
  const { from, output, force = false, rule, body, title } = options;
  if (title !== undefined && tidy(title) === '') throw new UsageError('empty-title', '--title: the title is empty');
  if (force && (output === undefined || output === '-'))
    throw new UsageError('conflicting-option', '--force goes with --output FILE');
  return {
    file,
    kind: from === undefined ? undefined : choice('--from', from, importKinds),
    reading: {
      ...sheetReading(options),
      decision: options.decision,
      rounds: options.rounds === true,
    },
    output: output === '-' ? undefined : output,
    force,
    rule,
    body: body === undefined ? undefined : bodyFor(body),
    title: title === undefined ? undefined : tidy(title),
  };
}

function choice<W extends string>(option: string, text: string, words: readonly W[]): W {
  const found = words.find((word) => word === tidy(text).toLowerCase());
  if (found !== undefined) return found;
  const hint = didYouMean(text, words) ?? `expected one of ${alternatives(words)}`;
  throw new UsageError('invalid-argument', `${option}: ${quote(text)} is not one of its values; ${hint}`);
}
