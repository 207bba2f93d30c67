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
export async function themeFor(stream: Output, mode: ColorMode, env: Host['env']): Promise<Theme> {
  if (!wantsColor(stream, mode, env)) return plainTheme;
  const { colours } = await import('./paint.ts');
  return colours();
}

const narrowest = 20;
const widthOfPipe = 80;

/** How many cells a line of a stream has: the terminal's, and 80 in a pipe. */
export function widthOf(stream: Output): number {
  return stream.isTTY === true && stream.columns !== undefined && stream.columns > 0
    ? Math.max(narrowest, stream.columns)
    : widthOfPipe;
}
