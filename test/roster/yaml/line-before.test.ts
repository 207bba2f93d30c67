import { expect, it } from 'vitest';
import { linesBefore } from '../../../src/roster/yaml/line-before.ts';

it('gives what stands before an offset on its line, in any order of offsets', () => {
  const text = 'one\ntwo: x\r\nthree\rfour';
  const before = linesBefore(text);
  const expected = (offset: number): string =>
    text
      .slice(0, offset)
      .split(/[\r\n]/)
      .at(-1) as string;
  for (const from of [...text].keys())
    for (const offset of [...text].keys()) {
      before(from);
      expect([from, offset, before(offset)]).toEqual([from, offset, expected(offset)]);
    }
});

it.each(['\n', ' '])('looks at each character once for offsets that rise, between %j', (between) => {
  const text = `A: &a x${between}`.repeat(2000);
  let looks = 0;
  const before = linesBefore({
    slice: (start, end) => text.slice(start, end),
    charCodeAt: (index) => {
      looks += 1;
      return text.charCodeAt(index);
    },
  });
  for (let offset = 3; offset < text.length; offset += 8) before(offset);
  expect(looks).toBeLessThanOrEqual(text.length);
});
