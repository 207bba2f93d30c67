import { describe, expect, test, vi } from 'vitest';
import { assume, snapshot } from '../../../src/engine/snapshot.ts';
import { Board } from '../../../src/picture/board/board.tsx';
import { layBoard } from '../../../src/picture/board/layout.ts';
import { xmlOf } from '../../../src/picture/svg.ts';
import { committeeText } from '../../support/committees.ts';
import { readRoster, time } from '../../support/rosters.ts';
import { overlapping, textsOf } from '../../support/svg.ts';
import { bundledText } from '../../support/texts.ts';

const nato = assume(snapshot(readRoster(bundledText()), time('2024-06-18')), new Map([['RO', 'support'] as const]));
const drawn = (width: number, asMap: boolean): string =>
  xmlOf(Board({ laid: layBoard(nato.members, width, asMap), label: 'Members' }));

describe.each([288, 358, 560, 640])('at %i pixels', (width) => {
  test.each([true, false])('no words overlap (map: %s)', (asMap) => {
    expect(overlapping(textsOf(drawn(width, asMap)))).toEqual([]);
  });

  test('the map is as wide as there is room, up to tiles of 62 pixels', () => {
    const laid = layBoard(nato.members, width, true);
    expect(laid.width).toBeLessThanOrEqual(width);
    expect(laid.tiles[0]?.width).toBe(Math.min(62, Math.floor((width + 3) / 9) - 3));
  });
});

test.each([
  [9, 'named'],
  [45, 'named'],
  [46, 'coded'],
  [400, 'coded'],
])('%i members without places are %s', (size, kind) => {
  const { members } = snapshot(readRoster(committeeText(size)), time('2024-06-01'));
  expect(layBoard(members, 640, true).kind).toBe(kind);
});

test('of too many, those furthest from support are shown', () => {
  const { members } = snapshot(readRoster(committeeText(900)), time('2024-06-01'));
  const { tiles, headings } = layBoard(members, 640, true);
  expect(new Set(tiles.map(({ standing }) => standing.stance))).not.toContain('support');
  expect(headings[0]?.text).toBe('100 in support, not shown');
});

test('a what-if is dashed and tagged, and says that it is assumed', () => {
  const svg = drawn(640, true);
  expect(svg.match(/class="tile what-if"/g)).toHaveLength(1);
  expect(svg).toMatch(/class="tag"[^>]*\/><title>Romania: in support \(assumed\)<\/title>/);
});

test('with a callback the tiles are buttons, and one is a stop of the Tab key', () => {
  const onPick = vi.fn();
  const laid = layBoard(nato.members, 640, true);
  const svg = xmlOf(Board({ laid, label: 'Members', onPick, focus: 'HU', selected: 'TR', marked: new Set(['RO']) }));
  expect(svg.match(/tabindex="0"/g)).toHaveLength(1);
  expect(svg.match(/role="button"/g)).toHaveLength(32);
  expect(svg).toContain('aria-pressed="true" data-code="TR"');
  expect(svg.match(/ corner"/g)).toHaveLength(1);
  expect(svg).not.toContain('<title>');
});

test('a click and a key on a tile give its code', () => {
  const [onPick, onKey] = [vi.fn(), vi.fn()];
  const [standing] = nato.members;
  const laid = layBoard(nato.members.slice(0, 1), 640, true);
  const { children } = Board({ laid, label: 'Members', onPick, onKey }).props as { readonly children: unknown };
  const [tile] = [children].flat(2).filter((child) => (child as { readonly type?: unknown } | undefined)?.type === 'g');
  const { onClick, onKeyDown } = (tile as { readonly props: Record<string, (event?: unknown) => void> }).props;
  onClick?.();
  onKeyDown?.({ key: 'Enter' });
  expect([onPick.mock.calls, onKey.mock.calls]).toEqual([[[standing?.code]], [[{ key: 'Enter' }, standing?.code]]]);
});
