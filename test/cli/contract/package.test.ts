import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder, valuesFromBuild } from '../../../src/cli/contract/package.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';

describe.each(readdirSync(dataFolder).filter((name) => name.endsWith('.yaml')))('the build has read %s', (name) => {
  const path = join(dataFolder, name);
  const text = readFileSync(path, 'utf8');

  test('to the values that reading it now gives', () => {
    const values = valuesFromBuild(path, text);
    expect(values).toBeDefined();
    expect({ value: values }).toEqual(readValues(text));
  });

  test('and is not asked when the file has changed since', () => {
    expect(valuesFromBuild(path, `${text}# one more comment\n`)).toBeUndefined();
  });
});

test('the build has read nothing for a roster of the user', () => {
  expect(valuesFromBuild('/somewhere/nato-2024.yaml', 'title: t\n')).toBeUndefined();
  expect(valuesFromBuild(join(dataFolder, 'new.yaml'), 'title: t\n')).toBeUndefined();
});
