import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from './bin.ts';
import { inTerminal } from './host.ts';

/** What commands print where `r.yaml` is a roster of this text: without colours, 100 columns wide. */
export const printing =
  (text: string) =>
  async (...args: readonly string[]): Promise<string> => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'r.yaml'), text);
    const { stdout, stderr } = await inTerminal(args, { cwd, isTTY: true, columns: 100, env: { NO_COLOR: '1' } });
    return stdout === '' ? stderr : stdout;
  };
