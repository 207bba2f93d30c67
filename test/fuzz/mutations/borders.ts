import type { Mutation } from './mutation.ts';
import { onPart } from './values.ts';

const dates = [
  ...['0000-01-01', '0001-01-01', '1582-10-10', '1969-12-31', '1970-01-01', '2024-02-29', '2023-02-29', '2024-02-30'],
  ...[
    '2024-12-31',
    '2025-01-01',
    '9999-12-31',
    '10000-01-01',
    '2024-00-10',
    '2024-1-1',
    '2024-02',
    '2024-12',
    '9999-12',
  ],
  ...['0000-01', '2024', '2024-12-31T23:59:59Z', '2024-12-31T23:59:60Z', '2024-12-31T24:00:00Z', '2024-12-31T23:59Z'],
  ...[
    '2024-12-31T23:59:59.999Z',
    '2024-01-01T00:00:00+14:00',
    '2024-01-01T00:00:00-12:00',
    '2024-01-01T00:00:00-00:00',
  ],
  ...['9999-12-31T23:59:59-01:00', '0000-01-01T00:00:00+01:00', '2024-01-01T00:00:00', '2024-01-01 00:00:00Z'],
];

const numbers = [
  ...['0', '-0', '00', '1', '-1', '+1', '01', '1.', '.1', '0.1', '0.10', '1e3', '1_000', '1,000', '9007199254740991'],
  ...[
    '9007199254740993',
    '1e400',
    `1${'0'.repeat(40)}`,
    `0.${'0'.repeat(40)}1`,
    `0.${'3'.repeat(400)}`,
    '٣',
    '１',
    '½',
  ],
  ...['0%', '100%', '101%', '33.3333%', '0/1', '1/0', '0/0', '2/3', '3/2', '1/9007199254740993', 'all', 'all but 0'],
  ...['all but 1', 'all but 1000', 'more than 0', 'more than all', 'fewer than 1', 'about 0', 'about 1000', 'nearly 1'],
  ...['0 to 0', '5 to 3', '1-1000', '0 of 0', '1 of 2', 'none', 'twelve', 'Infinity', 'NaN'],
];

/** Dates and numbers at their borders, and beyond. */
export const borderMutations: Readonly<Record<string, Mutation>> = {
  'border-date': onPart('value', (random) => random.pick(dates), /^\d{4}-\d\d/),
  'border-date-anywhere': onPart('value', (random) => random.pick(dates)),
  'border-number': onPart('value', (random) => random.pick(numbers), /^[\d.]+%?$|^\d+\/\d+$|all|than|about/),
  'border-number-anywhere': onPart('value', (random) => random.pick(numbers)),
  'date-as-key': onPart('key', (random) => random.pick(dates)),
};
