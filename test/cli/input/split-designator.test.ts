import { expect, test } from 'vitest';
import { splitDate, splitRevision } from '../../../src/cli/input/split-designator.ts';

const today = '2024-02-21';

test.each([
  ['HEAD~2:r.yaml', 'HEAD~2', 'r.yaml'],
  ['main@{one day ago: x}:r.yaml', 'main@{one day ago: x}', 'r.yaml'],
  [':r.yaml', '', 'r.yaml'],
  ['C:r.yaml', 'C', 'r.yaml'],
  ['HEAD:decisions\\r.yaml', 'HEAD', 'decisions\\r.yaml'],
])('%s is a file of a revision', (designator, revision, path) => {
  expect(splitRevision(designator)).toEqual({ revision, path });
});

test.each(['r.yaml', 'HEAD:', 'C:\\rosters\\r.yaml', 'c:/rosters/r.yaml', '\\\\server\\rosters\\r.yaml'])(
  '%s is none',
  (designator) => {
    expect(splitRevision(designator)).toBeUndefined();
  },
);

test.each(['C:\\rosters\\r.yaml', 'c:/rosters/r.yaml', 'rosters\\r.yaml'])('a date may follow %s', (path) => {
  const { name, date } = splitDate(`${path}@2024-02-01`, () => true, today);
  expect(name).toBe(path);
  expect(date).toMatchObject({ day: '2024-02-01' });
});
