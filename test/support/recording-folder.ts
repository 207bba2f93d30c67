import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { emptyFolder, type Run } from './bin.ts';
import { inPipe } from './host.ts';

/** A folder with a roster alone, in which `record` runs. */
export interface RecordingFolder {
  /** The text of the roster. Nothing may be beside it. */
  readonly read: () => string;
  readonly record: (...words: readonly string[]) => Promise<Run>;
}

export function recordingFolder(text: string, name = 'r.yaml'): RecordingFolder {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, name), text);
  return {
    read: () => {
      expect(readdirSync(cwd)).toEqual([name]);
      return readFileSync(join(cwd, name), 'utf8');
    },
    record: (...words) => inPipe(['record', ...words], { cwd }),
  };
}
