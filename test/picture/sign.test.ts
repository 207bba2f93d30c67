import { expect, test } from 'vitest';
import { stances } from '../../src/model/stance.ts';
import { signShapes } from '../../src/picture/palette.ts';
import { Chip } from '../../src/picture/sign.tsx';
import { xmlOf } from '../../src/picture/svg.ts';

test.each(stances)('the chip of %s has its colour and its sign, and is dashed where it is assumed', (stance) => {
  const chip = xmlOf(Chip({ stance }));
  expect(chip).toContain(`class="s-${stance}"`);
  expect(chip).toContain(`d="${signShapes[stance].path}"`);
  expect(chip).toContain('aria-hidden="true"');
  expect(xmlOf(Chip({ stance, assumed: true }))).toContain(`class="s-${stance} assumed"`);
});
