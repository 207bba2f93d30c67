import { visible } from '../../text/escape-controls.ts';
import type { Ask } from '../ask/ask.ts';
import { terminalCommand } from '../ask/command.ts';
import type { ReportPage } from '../ask/report-page.ts';

/** Where the answer comes from, and the command that gives the same in a terminal. */
export const Foot = ({ page, ask }: { readonly page: ReportPage; readonly ask: Ask }) => (
  <footer>
    <p>
      The same in a terminal: <code>{terminalCommand(page, ask)}</code>
    </p>
    {page.roster.note !== undefined && <p>{visible(page.roster.note)}</p>}
    <p>
      From {visible(page.origin)}. Made with rutte-tally {visible(page.version)}. This page needs no network and sends
      nothing.
    </p>
  </footer>
);
