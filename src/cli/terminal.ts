import { Chalk } from 'chalk';
import { plainTheme, type Theme } from '../render/theme.ts';
import type { Host, Output } from './host.ts';

export const colorModes = ['auto', 'always', 'never'] as const;
export type ColorMode = (typeof colorModes)[number];

/** Whether a stream gets colour: `--color`, then `NO_COLOR`, then `TERM=dumb`, then whether it is a terminal. */
function wantsColor(stream: Output, mode: ColorMode, env: Host['env']): boolean {
  if (mode !== 'auto') return mode === 'always';
  return (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb' && stream.isTTY === true;
}

/** How a stream is painted. */
export function themeFor(stream: Output, mode: ColorMode, env: Host['env']): Theme {
  if (!wantsColor(stream, mode, env)) return plainTheme;
  const chalk = new Chalk({ level: 1 });
  return {
    outcome: { reached: chalk.green.bold, open: chalk.yellow.bold, blocked: chalk.red.bold },
    strong: chalk.bold,
    faint: chalk.dim,
    error: chalk.red.bold,
    advice: chalk.yellow,
  };
}

const narrowest = 20;
const widthOfPipe = 80;

/** How many cells a line of a stream has: the terminal's, and 80 in a pipe. */
export function widthOf(stream: Output): number {
  return stream.isTTY === true && stream.columns !== undefined && stream.columns > 0
    ? Math.max(narrowest, stream.columns)
    : widthOfPipe;
}
