import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emptyFolder } from './bin.ts';

/**
 * Four decisions of an invented committee. Fay joined before the third; Bo is recused from the second, and nothing is
 * known of Gil.
 */
export const committee: Readonly<Record<string, string>> = {
  '1-style.yaml': `title: Adopt the style guide
body: Documentation committee
as-of: 2024-01-20
rule: consensus
groups: { writers: [ana, bo], editors: [chi, dee] }
members:
  ana: { name: Ana, positions: [{ stance: support, date: 2024-01-05 }] }
  bo: { name: Bo, positions: [{ stance: no-objection, date: 2024-01-06 }] }
  chi: { name: Chi, positions: [{ stance: oppose, date: 2024-01-07, why: too long }] }
  dee: { name: Dee, positions: [{ stance: oppose, date: 2024-01-07, why: too long }] }
  gil: { name: Gil }
`,
  '2-logo.yaml': `title: A new logo
body: Documentation committee
as-of: 2024-02-20
rule: simple-majority
groups: { writers: [ana, bo], editors: [chi, dee] }
members:
  ana: { name: Ana, positions: [{ stance: support, date: 2024-02-05 }] }
  bo: { name: Bo, positions: [{ stance: recused, date: 2024-02-05 }] }
  chi: { name: Chi, positions: [{ stance: support, date: 2024-02-07 }] }
  dee: { name: Dee, positions: [{ stance: support, date: 2024-02-07 }] }
  gil: { name: Gil }
decision: { date: 2024-02-18, outcome: adopted }
`,
  '3-thursday.yaml': `title: Meet on Thursdays, and no longer on the first Monday of a month
body: Documentation committee
as-of: 2024-03-20
rule: unanimity
groups: { writers: [ana, bo, fay], editors: [chi, dee] }
members:
  ana: { name: Ana, positions: [{ stance: support, date: 2024-03-05 }] }
  bo: { name: Bo, positions: [{ stance: support, date: 2024-03-06 }] }
  chi: { name: Chi, positions: [{ stance: conditional, wants: [an agenda], date: 2024-03-07 }] }
  dee: { name: Dee, positions: [{ stance: unclear, date: 2024-03-07 }] }
  fay: { name: Fay, joined: 2024-03-01, positions: [{ stance: support, date: 2024-03-08 }] }
  gil: { name: Gil }
`,
  '4-minutes.yaml': `title: Publish the minutes
body: Documentation committee
as-of: 2024-04-20
rule: two-thirds
members:
  ana: { name: Ana, positions: [{ stance: support, date: 2024-04-05 }] }
  bo: { name: Bo, positions: [{ stance: support, date: 2024-04-06 }] }
  chi: { name: Chi, positions: [{ stance: abstain, date: 2024-04-07 }] }
  dee: { name: Dee, positions: [{ stance: oppose, date: 2024-04-07, why: names are in it }] }
  fay: { name: Fay, joined: 2024-03-01, positions: [{ stance: withheld, date: 2024-04-08, why: wants to read them }] }
  gil: { name: Gil }
`,
};

/** A folder with these files. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
