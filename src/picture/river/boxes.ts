/** A rectangle that something takes up. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether a rectangle touches none of those taken. */
export const isFree = (box: Box, taken: readonly Box[]): boolean =>
  taken.every(
    ({ left, right, top, bottom }) => box.right <= left || box.left >= right || box.bottom <= top || box.top >= bottom,
  );
