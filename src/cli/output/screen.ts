import { visible } from '../../text/escape-controls.ts';
import { displayWidth } from '../../text/width.ts';
import type { Host } from '../contract/host.ts';

/** The alternate screen of a terminal. */
export interface Screen {
  /** Shows a text, cut to the height of the screen, above a line at the bottom. */
  draw(text: string, bottom: string): void;
  /** Restores the terminal. */
  close(): void;
}

const defaultRows = 24;
const defaultColumns = 80;

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour and links are made of them
const invisible = /\u001b\[[\d;]*m|\u001b\]8;;.*?\u001b\\/g;

/**
 * Switches to the alternate screen. Each text is written over the one before, in a single write and without clearing,
 * so that nothing flickers.
 */
export function openScreen(stdout: Host['stdout']): Screen {
  stdout.write('\u001b[?1049h\u001b[?25l');
  /** Rows that a line takes: the terminal wraps long ones, such as the message about a broken roster. */
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
      // A synchronized update: terminals that support it never show it half drawn.
      stdout.write(`\u001b[?2026h\u001b[H${picture.map((line) => `${line}\u001b[K`).join('\n')}\u001b[J\u001b[?2026l`);
    },
    close: () => void stdout.write('\u001b[?25h\u001b[?1049l'),
  };
}

/** The lines that fit into `room` rows, and one that counts the rest. */
function beginning(lines: readonly string[], room: number, rowsOf: (line: string) => number): string[] {
  let left = room;
  const end = lines.findIndex((line) => {
    left -= rowsOf(line);
    return left < 0;
  });
  const hidden = lines.length - end;
  return [...lines.slice(0, end), `… ${hidden} more ${hidden === 1 ? 'line' : 'lines'}`];
}
