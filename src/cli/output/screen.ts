import { visible } from '../../text/escape-controls.ts';
import { displayWidth } from '../../text/width.ts';
import type { Host } from '../contract/host.ts';

/** A terminal's second screen, on which one picture replaces the other. */
export interface Screen {
  /** Shows a text, cut to the screen, above one line at the bottom. */
  draw(text: string, bottom: string): void;
  /** Leaves the terminal as it was. */
  close(): void;
}

const defaultRows = 24;
const defaultColumns = 80;

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour and links are made of them
const invisible = /\u001b\[[\d;]*m|\u001b\]8;;.*?\u001b\\/g;

/**
 * Takes over the terminal. Pictures are written over each other, line by line and all at once, so that nothing
 * flickers; the screen is never cleared first.
 */
export function openScreen(stdout: Host['stdout']): Screen {
  stdout.write('\u001b[?1049h\u001b[?25l');
  /** How many rows a line takes; the terminal breaks what is too wide, such as the message about a broken roster. */
  const rowsOf = (line: string): number =>
    Math.max(1, Math.ceil(displayWidth(visible(line.replace(invisible, ''))) / (stdout.columns || defaultColumns)));
  const rowsOfAll = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + rowsOf(line), 0);
  return {
    draw: (text, bottom) => {
      const room = Math.max(1, (stdout.rows ?? defaultRows) - 1);
      const lines = text.replace(/\n+$/, '').split('\n');
      const shown = rowsOfAll(lines) > room ? beginning(lines, room - 1, rowsOf) : lines;
      const empty = Array<string>(Math.max(0, room - rowsOfAll(shown))).fill('');
      const picture = [...shown, ...empty, bottom];
      // Between these two, terminals that know them show nothing that is half done.
      stdout.write(`\u001b[?2026h\u001b[H${picture.map((line) => `${line}\u001b[K`).join('\n')}\u001b[J\u001b[?2026l`);
    },
    close: () => void stdout.write('\u001b[?25h\u001b[?1049l'),
  };
}

/** The lines that fit into so many rows, and one that says how many do not. */
function beginning(lines: readonly string[], room: number, rowsOf: (line: string) => number): string[] {
  let left = room;
  const end = lines.findIndex((line) => {
    left -= rowsOf(line);
    return left < 0;
  });
  const hidden = lines.length - end;
  return [...lines.slice(0, end), `… ${hidden} more ${hidden === 1 ? 'line' : 'lines'}`];
}
