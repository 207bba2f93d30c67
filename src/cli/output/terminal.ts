import { type Link, type Painted, plainTheme, type Theme } from '../../render/layout/theme.ts';
import { addressText } from '../../text/escape-controls.ts';
import type { ColorMode } from '../contract/formats.ts';
import type { Host, Output } from '../contract/host.ts';

/** Whether a stream gets colour: `--color`, then `NO_COLOR`, then `TERM=dumb`, then whether it is a terminal. */
function wantsColor(stream: Output, mode: ColorMode, env: Host['env']): boolean {
  if (mode !== 'auto') return mode === 'always';
  return (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb' && stream.isTTY === true;
}

/** The theme for a stream. */
export async function themeFor(stream: Output, mode: ColorMode, env: Host['env']): Promise<Theme> {
  const link = wantsLinks(stream, env) ? { link: terminalLink } : {};
  if (!wantsColor(stream, mode, env)) return { ...plainTheme, ...link };
  const { colours } = await import('./colours.ts');
  return { ...colours(), ...link };
}

const given = (text: string | undefined): text is string => text !== undefined && text !== '';

/**
 * Whether a stream gets hyperlinks: only on a terminal, then by `NO_HYPERLINKS` and `FORCE_HYPERLINK`, then if the
 * terminal is known to support them. Other terminals print rubbish, or drop the address.
 */
function wantsLinks(stream: Output, env: Host['env']): boolean {
  if (stream.isTTY !== true || env.TERM === 'dumb' || given(env.NO_HYPERLINKS)) return false;
  if (given(env.FORCE_HYPERLINK)) return env.FORCE_HYPERLINK !== '0';
  if (env.TERM_PROGRAM === 'tmux') return atLeast(env.TERM_PROGRAM_VERSION, 3, 4);
  // VTE 0.50.0 crashes on them.
  if (given(env.VTE_VERSION)) return Number(env.VTE_VERSION) > 5000;
  if (given(env.WT_SESSION) || given(env.KITTY_WINDOW_ID) || given(env.DOMTERM)) return true;
  return (
    linkingPrograms.has(env.TERM_PROGRAM ?? '') || /^(?:xterm-kitty|xterm-ghostty|alacritty|foot)/.test(env.TERM ?? '')
  );
}

const linkingPrograms: ReadonlySet<string> = new Set([
  'iTerm.app',
  'WezTerm',
  'vscode',
  'ghostty',
  'Hyper',
  'zed',
  'rio',
]);

function atLeast(version: string | undefined, major: number, minor: number): boolean {
  const [, first, second] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  return Number(first) > major || (Number(first) === major && Number(second) >= minor);
}

/** A terminal hyperlink (OSC 8). Nothing in the address can end it early. */
const terminalLink: Link = (text, address) =>
  `\u001b]8;;${addressText(address)}\u001b\\${text}\u001b]8;;\u001b\\` as Painted;

/**
 * Whether charts on a stream are drawn in ASCII: with `--ascii`, and on a terminal with a locale other than UTF-8. A
 * pipe always gets UTF-8.
 */
export function wantsAscii(stream: Output, ascii: boolean, env: Host['env']): boolean {
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => (value ?? '') !== '');
  return ascii || (stream.isTTY === true && !/utf-?8/i.test(locale ?? ''));
}

const narrowest = 20;
const widthOfPipe = 80;

/** Width of a stream in cells: that of the terminal, but at least 20; 80 in a pipe. */
export function terminalWidth(stream: Output): number {
  return stream.isTTY === true && stream.columns !== undefined && stream.columns > 0
    ? Math.max(narrowest, stream.columns)
    : widthOfPipe;
}
