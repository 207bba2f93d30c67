/** An error of the slow reader. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** The code of an error that this file makes of two: a key that is indented below a value. */
export const keyBelowValue = 'KEY_BELOW_VALUE';

/** The code of an error about an entry that is not below those before it. */
export const unevenLine = 'UNEVEN_LINE';

/**
 * The slow reader's errors without those that only follow from an indentation before them: one wrong line breaks the
 * mapping around it, and the reader then objects to the lines that are right.
 */
export function withoutConsequences(errors: readonly YamlError[], text: string): readonly YamlError[] {
  const nested = new Set(errors.filter(({ code }) => code === 'BLOCK_AS_IMPLICIT_KEY').map(({ pos }) => pos[0]));
  const keys = new Set(errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => pos[0]));
  let isUneven = false;
  // The beginning of the last line that an error about indentation explains.
  let explained = -1;
  return errors.flatMap((error): readonly YamlError[] => {
    const [start, end] = error.pos;
    switch (error.code) {
      case 'TAB_AS_INDENT':
        isUneven = true;
        explained = lineStart(text, start);
        return [error];
      case 'BAD_INDENT':
        if (!/same column/.test(error.message)) return [error];
        if (isUneven) return [];
        isUneven = true;
        explained = lineStart(text, start);
        return [{ ...error, code: unevenLine }];
      case 'BLOCK_AS_IMPLICIT_KEY':
        return keys.has(start) ? [] : [error];
      case 'MULTILINE_IMPLICIT_KEY': {
        if (!nested.has(start)) return [error];
        const isExplained = lineStart(text, start) <= explained;
        explained = lineStart(text, end);
        const key = explained + text.slice(explained, end).search(/[^ ]/);
        return isExplained ? [] : [{ ...error, code: keyBelowValue, pos: [explained, key] }];
      }
      default:
        return [error];
    }
  });
}

const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
