import type { Host } from './host.ts';

/** A terminal's second screen, on which one picture replaces the other. */
export interface Screen {
  /** Shows a text, cut to the screen, above one line at the bottom. */
  draw(text: string, bottom: string): void;
  /** Leaves the terminal as it was. */
  close(): void;
}

const defaultRows = 24;

/**
 * Takes over the terminal. Pictures are written over each other, line by line and all at once, so that nothing
 * flickers; the screen is never cleared first.
 */
export function openScreen(stdout: Host['stdout']): Screen {
  stdout.write('\u001b[?1049h\u001b[?25l');
  return {
    draw: (text, bottom) => {
      const room = Math.max(1, (stdout.rows ?? defaultRows) - 1);
      const lines = text.replace(/\n+$/, '').split('\n');
      const hidden = lines.length - room;
      const shown = hidden > 0 ? [...lines.slice(0, room - 1), `… ${hidden + 1} more lines`] : lines;
      const picture = [...shown, ...Array<string>(room - shown.length).fill(''), bottom];
      // Between these two, terminals that know them show nothing that is half done.
      stdout.write(`\u001b[?2026h\u001b[H${picture.map((line) => `${line}\u001b[K`).join('\n')}\u001b[J\u001b[?2026l`);
    },
    close: () => void stdout.write('\u001b[?25h\u001b[?1049l'),
  };
}
