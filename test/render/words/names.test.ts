import { expect, test } from 'vitest';
import { namesWithin } from '../../../src/render/words/names.ts';
import { visible } from '../../../src/text/escape-controls.ts';

const names = ['Albania', 'Belgium', 'Canada'].map(visible);

test.each([
  [names, 24, 'Albania, Belgium, Canada'],
  [names, 23, 'Albania and 2 more'],
  [names, 27, 'Albania, Belgium, Canada'],
  [[...names, visible('Denmark')], 26, 'Albania and 3 more'],
  [[...names, visible('Denmark')], 27, 'Albania, Belgium and 2 more'],
  [names, 1, 'Albania and 2 more'],
  [names.slice(0, 1), 1, 'Albania'],
  [[], 10, ''],
])('%j in %i cells are %j', (all, width, text) => {
  expect(namesWithin(all, width)).toBe(text);
});
