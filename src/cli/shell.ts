import type { Layout } from '../render/theme.ts';
import type { Host } from './host.ts';
import { type ColorMode, themeFor, widthOf } from './terminal.ts';

export const formats = ['table', 'json', 'markdown', 'csv'] as const;
export type Format = (typeof formats)[number];

/** A format as it is asked for. YAML is what a command has for people whose answer is a roster. */
export type WrittenFormat = Format | 'yaml';

/** What every command is told of how to answer. */
export interface CommonOptions {
  readonly format: WrittenFormat;
  readonly color: ColorMode;
  /** Everything, not only what matters most. */
  readonly all?: boolean;
}

/** A run's ways out: answers to standard output, everything said about the run to standard error. */
export interface Shell {
  readonly host: Host;
  readonly format: Format;
  readonly answers: Layout;
  /** Asked for only when there is something to say: Node takes its time to open a stream. */
  remarks(): Promise<Layout>;
  /** ISO day, in UTC. */
  readonly today: string;
  answer(text: string): void;
  remark(text: string): void;
}

export async function shellFor(host: Host, { format, color, all = false }: CommonOptions): Promise<Shell> {
  const layout = async (stream: Host['stdout']): Promise<Layout> => ({
    width: widthOf(stream),
    theme: await themeFor(stream, color, host.env),
    all,
  });
  return {
    host,
    format: format === 'yaml' ? 'table' : format,
    answers: await layout(host.stdout),
    remarks: () => layout(host.stderr),
    today: (host.now?.() ?? new Date()).toISOString().slice(0, 10),
    answer: (text) => void host.stdout.write(text),
    remark: (text) => void host.stderr.write(text),
  };
}
