import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChanged } from '../../../src/roster/read/read-changed.ts';
import { readRoster } from '../../../src/roster/read/read-roster.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { seeded } from '../../support/rosters.ts';
import { bundledText, damaged, fixture, fixturesIn, rosterIn, rosterText } from '../../support/texts.ts';

/** The roster in a text that was another one before, read with the help of that one. */
function reread(text: string, before: string): ReturnType<typeof readRoster> {
  const values = readValues(before);
  if (!('value' in values)) throw new Error('the text before cannot be read');
  return readChanged(text, { value: values.value, roster: rosterIn(before) });
}

const sound = [...fixturesIn('ok').map((file) => fixture('ok', file)), bundledText()];

test('a changed text is the same roster, read alone or after the one before', () => {
  let rosters = 0;
  const change = fc.constantFrom(...sound).chain((before) => damaged([before]).map((text) => ({ before, text })));
  fc.assert(
    fc.property(change, ({ before, text }) => {
      const alone = readRoster(text);
      if (alone !== undefined) rosters += 1;
      expect({ text, roster: reread(text, before) }).toStrictEqual({ text, roster: alone });
    }),
    { ...seeded, numRuns: 1000 },
  );
  expect(rosters).toBeGreaterThan(30);
});

test.each([
  ['a member more', rosterText({ members: '{ NL: support, BE: support, LU: oppose }' })],
  ['another member', rosterText({ members: '{ NL: support, LU: oppose }' })],
  ['what turns all into countries', rosterText({ rest: 'names: iso-3166\n' })],
  [
    'the text of a demand',
    rosterText({
      members: '{ NL: { stance: conditional, wants: [{ id: a }] }, BE: support }',
      rest: 'demands: { a: b }\n',
    }),
  ],
])('%s is read', (_, text) => {
  expect(reread(text, rosterText())).toStrictEqual(rosterIn(text));
});

test('the text of a demand that has changed is that of every member that asks for it', () => {
  const text = (demand: string): string =>
    rosterText({
      members: '{ NL: { stance: conditional, wants: [{ id: a }] }, BE: support }',
      rest: `demands: { a: ${demand} }\n`,
    });
  expect(reread(text('c'), text('b'))?.members[1]?.positions[0]?.wants).toEqual(['c']);
});

test('members that are written as before are the same objects', () => {
  const before = rosterText();
  const values = readValues(before);
  if (!('value' in values)) throw new Error('the text before cannot be read');
  const roster = rosterIn(before);
  const after = readChanged(rosterText({ members: '{ NL: oppose, BE: support }' }), { value: values.value, roster });
  expect(after?.members.map((member) => roster.members.includes(member))).toEqual([true, false]);
});
