import { expect, test } from 'vitest';
import { stylesIn } from '../../../src/roster/edit/block-style.ts';
import { type MembersOutline, membersOutline } from '../../../src/roster/edit/members-outline.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';

test('the style is looked for in neighbours, however many members there are', () => {
  const members = Array.from({ length: 2000 }, (_, index) => `  m${index}: { stance: support }`);
  const text = ['title: t', 'rule: consensus', 'members:', ...members, ''].join('\n');
  const values = readValues(text);
  if (!('value' in values)) throw new Error('the text cannot be read');
  const outline = membersOutline(text, values.value) as MembersOutline;
  const looked = new Set<number>();
  const counting: MembersOutline = {
    ...outline,
    at: (place) => {
      looked.add(place);
      return outline.at(place);
    },
  };
  const member = outline.at(1000);
  if (member === undefined) throw new Error('there is no such member');
  expect(stylesIn(text, counting)(1000, member)).toEqual({ column: 4, items: { dash: 6, gap: 1, listIndent: 2 } });
  expect(looked.size).toBeLessThan(500);
});
