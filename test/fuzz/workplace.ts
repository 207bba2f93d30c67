import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Run, rutteTally } from '../support/bin.ts';
import { inPipe } from '../support/host.ts';

/** The roster in a workplace. */
export const rosterFile = 'r.yaml';

/** The way in which commands run: in this process, or as the built program in one of its own. */
export type Running = 'inside' | 'built';

/** A folder with one roster, in which commands run. */
export interface Workplace {
  readonly folder: string;
  readonly put: (text: string, name?: string) => void;
  readonly text: () => string;
  readonly run: (args: readonly string[], input?: string) => Promise<Run>;
  readonly leave: () => void;
}

/** A workplace in a folder of its own. In this process it is 1 January 2026. */
export function workplace(running: Running): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'rutte-tally-fuzz-'));
  return {
    folder,
    put: (text, name = rosterFile) => writeFileSync(join(folder, name), text),
    text: () => readFileSync(join(folder, rosterFile), 'utf8'),
    run: async (args, input = '') => (running === 'inside' ? inPipe : rutteTally)(args, { cwd: folder, input }),
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
}
