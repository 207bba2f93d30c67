import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** What changes in a file, as `git apply` and `patch -p1` take it. */
export function patchOf(file: string, before: string, after: string): string {
  const name = file.replace(/^(?:\.?\/)+/, '');
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
