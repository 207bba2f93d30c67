import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTerminal } from '../../../support/host.ts';
import { seeded } from '../../../support/rosters.ts';
import { rosterIn } from '../../../support/texts.ts';

const imported = (text: string, ...options: readonly string[]) =>
  inTerminal(['import', '-', ...options], {
    stdin: (async function* () {
      yield text;
    })(),
  });

/** Whatever a text has, it is a roster or is refused, and nothing of it reaches the terminal as it is. */
async function expectHarmless(text: string, ...options: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await imported(text, ...options);
  expect([0, 2, 3]).toContain(code);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(`${stdout}${stderr}`).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]/);
  if (code === 0) expect(() => rosterIn(stdout)).not.toThrow();
  else expect(stdout).toBe('');
}

const nasty = [
  ...[
    '__proto__',
    'constructor',
    '\u001b[31mred',
    '\u202eabc',
    'a\nb',
    '"',
    "'",
    '=1+1',
    '#',
    ': ',
    '- ',
    '\ufeff',
    '\0',
  ],
  ...[
    'yes',
    'no',
    'absent',
    '',
    ' ',
    ';',
    ',',
    '\t',
    '\r\n',
    '2024-01-01',
    '1/2/2024',
    'member',
    'vote',
    'date',
    'why',
    '·',
  ],
];
const cell = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 8 }));
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const runs = { ...seeded, numRuns: seeded.numRuns / 2 };

describe('a file that nobody trusts is harmless', () => {
  test('whatever its text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell), async (parts) => expectHarmless(parts.join(''))),
      runs,
    );
  });

  test('as a table', async () => {
    const row = fc.array(cell, { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 4 }), async (rows) => {
        const lines = rows.map((cells) => cells.map(quoted).join(','));
        await expectHarmless(['member,vote,why,source,groups', ...lines].join('\n'));
      }),
      runs,
    );
  });

  test('as JSON of a kind that there is', async () => {
    const value = fc.oneof(cell, fc.constant(null), fc.integer({ min: -2, max: 2 }), fc.constant({}), fc.constant([]));
    const review = fc.record(
      {
        author: fc.record({ login: value }),
        state: fc.oneof(fc.constantFrom('APPROVED', 'DISMISSED', 'COMMENTED'), value),
        body: value,
        submittedAt: fc.oneof(fc.constant('2024-05-14T08:00:00Z'), value),
        commit: fc.record({ oid: value }),
      },
      { requiredKeys: ['author', 'state'] },
    );
    const event = fc.record({
      balloter: value,
      desc: value,
      discuss: value,
      doc: value,
      pos: fc.oneof(fc.constantFrom('/n/yes/', '/n/discuss/'), value),
      time: fc.oneof(fc.constant('2024-05-14T08:00:00Z'), value),
    });
    const file = fc.oneof(
      fc.record({ title: value, url: value, reviews: fc.array(review), commits: value, headRefOid: value }),
      fc.record({ meta: value, objects: fc.array(event) }),
      fc.dictionary(cell, value),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(file, fc.boolean(), async (document, rounds) =>
        expectHarmless(JSON.stringify(document), ...(rounds ? ['--rounds'] : [])),
      ),
      runs,
    );
  });
});

test('a large table is read', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `member-${index},yes,2024-01-01,"because; of",https://example.org/${index}`,
  );
  const { code, stdout } = await imported(['member,vote,date,why,source', ...rows].join('\r\n'));
  expect(code).toBe(0);
  expect(stdout).toContain('member-19999:');
}, 60_000);
