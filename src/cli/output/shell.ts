import type { Layout, Painted } from '../../render/layout/theme.ts';
import { shown } from '../../text/escape-controls.ts';
import { type Answering, type CommonOptions, type Format, type FormatOf, formatsOf } from '../contract/formats.ts';
import { type Host, todayOf } from '../contract/host.ts';
import type { Origin } from '../input/origin.ts';
import { terminalWidth, themeFor } from './terminal.ts';
import { inEnvironment } from './workflow-log.ts';

/** Format, layout and output of a run: answers go to standard output, remarks about the run to standard error. */
export interface Shell<F extends Format = Format> {
  readonly host: Host;
  readonly format: F;
  readonly answers: Layout;
  /** The layout of standard error, made only when there is a remark: opening a stream takes Node time. */
  remarks(): Promise<Layout>;
  /** ISO day, in UTC. */
  readonly today: string;
  answer(text: string): void;
  remark(text: Painted): void;
}

/** The renderer of a command in one format. */
export interface Renderer<View> {
  render(view: View, layout: Layout): string | Promise<string>;
  /** The answer names the roster that was read, so that no remark is needed. */
  readonly namesOrigin: boolean;
}

/** The shell for a run of a command. @throws Error for a format that the command does not have */
export async function shellFor<Name extends Answering>(
  name: Name,
  host: Host,
  { format: asked, color, all = false }: CommonOptions,
): Promise<Shell<FormatOf<Name>>> {
  const format = formatsOf(name).find((one) => one === asked);
  // The command line parser has refused any other format already.
  if (format === undefined) throw new Error(`${name} does not answer in ${asked}`);
  const layout = async (stream: Host['stdout']): Promise<Layout> => ({
    width: terminalWidth(stream),
    theme: await themeFor(stream, color, host.env),
    all,
  });
  return {
    host,
    format,
    answers: await layout(host.stdout),
    remarks: () => layout(host.stderr),
    today: todayOf(host),
    answer: (text) => void host.stdout.write(inEnvironment(text, format, host)),
    remark: (text) => void host.stderr.write(inEnvironment(text, 'table', host)),
  };
}

/** Remarks which roster is read when the user named none, for answers that do not say so. */
export function remarkOrigin({ chosen, origin }: Origin, { remark }: Pick<Shell<Format>, 'remark'>): void {
  if (chosen) remark(shown`rutte-tally: reading ${origin}\n`);
}
