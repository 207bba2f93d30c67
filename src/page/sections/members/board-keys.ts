import type { Stance } from '../../../model/stance.ts';
import type { Tile } from '../../../picture/board/layout.ts';

const stanceOfKey: Readonly<Record<string, Stance>> = {
  s: 'support',
  n: 'no-objection',
  a: 'abstain',
  o: 'oppose',
  c: 'conditional',
  w: 'withheld',
  u: 'unclear',
  r: 'recused',
};

const directionOfKey: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** What a key on a tile asks for. */
export type KeyAct =
  | { readonly kind: 'pick' }
  | { readonly kind: 'take-back' }
  | { readonly kind: 'suppose'; readonly stance: Stance }
  | { readonly kind: 'move'; readonly to: string };

/** What a key on the tile of a member asks for; undefined for a key that means nothing there. */
export function keyAct(key: string, code: string, tiles: readonly Tile[]): KeyAct | undefined {
  if (key === 'Enter' || key === ' ') return { kind: 'pick' };
  if (key === 'Backspace' || key === 'Delete') return { kind: 'take-back' };
  const letter = key.toLowerCase();
  const stance = Object.hasOwn(stanceOfKey, letter) ? stanceOfKey[letter] : undefined;
  if (stance !== undefined) return { kind: 'suppose', stance };
  const direction = Object.hasOwn(directionOfKey, key) ? directionOfKey[key] : undefined;
  const to = direction && nextTile(tiles, code, direction);
  return to === undefined ? undefined : { kind: 'move', to };
}

/** The code of the nearest tile in a direction; what is aside of it counts as further away. */
function nextTile(tiles: readonly Tile[], code: string, [right, down]: readonly [number, number]): string | undefined {
  const here = tiles.find(({ standing }) => standing.code === code);
  if (here === undefined) return undefined;
  const [x, y] = middleOf(here);
  let best: { readonly code: string; readonly cost: number } | undefined;
  for (const tile of tiles) {
    const [otherX, otherY] = middleOf(tile);
    const along = right * (otherX - x) + down * (otherY - y);
    const aside = Math.abs(down * (otherX - x)) + Math.abs(right * (otherY - y));
    const cost = along + 3 * aside;
    if (along > 1 && (best === undefined || cost < best.cost)) best = { code: tile.standing.code, cost };
  }
  return best?.code;
}

const middleOf = ({ x, y, width, height }: Tile): readonly [number, number] => [x + width / 2, y + height / 2];
