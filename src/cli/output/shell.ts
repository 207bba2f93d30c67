import type { Layout, Painted } from '../../render/layout/theme.ts';
import { shown } from '../../text/escape-controls.ts';
import type { CommonOptions, DocumentFormat, Format } from '../contract/formats.ts';
import { type Host, todayOf } from '../contract/host.ts';
import type { Origin } from '../input/origin.ts';
import { terminalWidth, themeFor } from './terminal.ts';
import { inEnvironment } from './workflow-log.ts';

/** A run's ways out: answers to standard output, everything said about the run to standard error. */
export interface Shell<F extends Format = DocumentFormat> {
  readonly host: Host;
  readonly format: F;
  readonly answers: Layout;
  /** Asked for only when there is something to say: Node takes its time to open a stream. */
  remarks(): Promise<Layout>;
  /** ISO day, in UTC. */
  readonly today: string;
  answer(text: string): void;
  remark(text: Painted): void;
}

/** The ways out of a run of a command whose declaration names these formats. */
export async function shellFor<F extends Format = DocumentFormat>(
  host: Host,
  { format, color, all = false }: CommonOptions,
): Promise<Shell<F>> {
  const layout = async (stream: Host['stdout']): Promise<Layout> => ({
    width: terminalWidth(stream),
    theme: await themeFor(stream, color, host.env),
    all,
  });
  return {
    host,
    // Other formats than those declared are refused before a command is called.
    format: (format === 'yaml' ? 'table' : format) as F,
    answers: await layout(host.stdout),
    remarks: () => layout(host.stderr),
    today: todayOf(host),
    answer: (text) => void host.stdout.write(inEnvironment(text, format, host)),
    remark: (text) => void host.stderr.write(inEnvironment(text, 'table', host)),
  };
}

/** Says which roster is read where nobody named one, in answers that do not say so themselves. */
export function remarkOrigin({ chosen, origin }: Origin, { remark }: Pick<Shell<Format>, 'remark'>): void {
  if (chosen) remark(shown`rutte-tally: reading ${origin}\n`);
}
