import { readRoster } from '../../../src/roster/read/read-roster.ts';
import type { Finding } from '../finding.ts';
import type { Random } from '../random.ts';
import type { Workplace } from '../workplace.ts';
import { printedFault } from './printed.ts';

const file = 'sheet.txt';

/** What is wrong with what `import` makes of a file. */
export async function importFinding(text: string, random: Random, place: Workplace): Promise<Finding | undefined> {
  place.put(text, file);
  const format = random.pick(['table', 'json']);
  const options = random.pick([[], [], ['--dates', 'dmy'], ['--body', 'nato'], ['--rule', 'two-thirds'], ['--rounds']]);
  const args = ['import', file, ...options, '--format', format];
  const { code, stdout, stderr } = await place.run(args);
  const finding = (claim: string, detail: string): Finding => ({ claim, detail: `${args.join(' ')}: ${detail}`, text });
  const fault = printedFault({ code, stdout, stderr }, format);
  if (fault !== undefined) return finding('import answers in every format', fault);
  // With a body, what is wrong may be that its members joined later.
  if (stderr.includes('would not make a valid roster') && !options.includes('--body'))
    return finding('what is wrong with a file is told of the file', stderr);
  if (code !== 0) return code === 2 || code === 3 ? undefined : finding('import is done or refused', `${code}`);
  const made = format === 'json' ? String(JSON.parse(stdout).text) : stdout;
  return readRoster(made) === undefined ? finding('what is imported is a roster', made) : undefined;
}
