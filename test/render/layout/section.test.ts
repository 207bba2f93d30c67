import { expect, test } from 'vitest';
import { blocksText, linesText, section } from '../../../src/render/layout/section.ts';
import { painted, plainTheme } from '../../../src/render/layout/theme.ts';
import { parseRoster } from '../../../src/roster/parse.ts';
import { shown, visible } from '../../../src/text/escape-controls.ts';

const layout = { width: 60, theme: plainTheme, all: false };

/** The title of a roster: anybody's text. */
function titleOf(written: string): string {
  const read = parseRoster(`title: ${JSON.stringify(written)}\nrule: consensus\nmembers: { A: support }\n`);
  return read.ok ? read.roster.title : '';
}

test("a roster's text does not compile where lines for a terminal are laid out", () => {
  const title = titleOf('a \u001b[2J title');
  // @ts-expect-error
  section('From', [title], layout);
  // @ts-expect-error
  section('From', [[title, shown`text`]], layout);
  // @ts-expect-error
  section('From', [[shown`key`, `${title}, and more`]], layout);
  // @ts-expect-error
  linesText([title]);
  // @ts-expect-error
  blocksText([[`${plainTheme.strong(visible(title))}  ${title}`]]);
  // @ts-expect-error
  plainTheme.strong(title);
  // @ts-expect-error
  painted`${plainTheme.faint(shown`key`)}  ${title}`;
  expect(linesText([...section('From', [visible(title)], layout)])).toBe('From       a \\u{1b}[2J title\n');
});

test('a label is made visible, too', () => {
  expect([...section('\u001b[2J', [shown`text`], layout)]).toEqual(['\\u{1b}[2J  text']);
});

test('entries with a key stand beside each other, and lines without one below', () => {
  const entries = [[shown`key`, shown`text`] as const, shown`line`];
  expect([...section('Label', entries, layout)]).toEqual(['Label      key  text', '                line']);
  expect([...section('Label', entries, { ...layout, width: 40 })]).toEqual(['Label', '  key  text', '       line']);
  expect([...section('Label', [], layout)]).toEqual([]);
});
