/** When an answer is coloured. */
export const colorModes = ['auto', 'always', 'never'] as const;
export type ColorMode = (typeof colorModes)[number];

export const formats = ['table', 'json', 'markdown', 'csv', 'github', 'junit'] as const;

export type Format = (typeof formats)[number];

/** A format as it is asked for. YAML is what a command has for people whose answer is a roster. */
export type WrittenFormat = Format | 'yaml';

/** The formats that are not for a CI system alone. */
export type DocumentFormat = Exclude<Format, 'github' | 'junit'>;

/** What every command is told of how to answer. */
export interface CommonOptions {
  readonly format: WrittenFormat;
  readonly color: ColorMode;
  /** Everything, not only what matters most. */
  readonly all?: boolean;
}
