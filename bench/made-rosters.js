/** The shapes in which made rosters write their members. */
export const shapes = ['flow mappings, one position each', 'flat, CODE: support'];

/** Half of the members hold out, so that there is something to list. */
const stances = ['support', 'withheld', 'no-objection', 'oppose'];

/** The code of a member by its zero-based index: `M000012`. */
export const codeOf = (index) => `M${String(index).padStart(6, '0')}`;

const lines = {
  'flow mappings, one position each': (code, index) =>
    `  ${code}: { stance: ${stances[index % stances.length]}, date: 2024-02-21, by: Minister of ${code}, why: ${why}, source: daily }`,
  'flat, CODE: support': (code) => `  ${code}: support`,
};
const why = 'wants to hear first what the neighbours make of it';

/** The text of a roster with `size` members. A mistake misspells the stance of the member in the middle. */
export function madeRoster(shape, size, mistake = false) {
  const members = Array.from({ length: size }, (_, index) => {
    const line = lines[shape](codeOf(index), index);
    return mistake && index === size >> 1 ? line.replace(/support|withheld|no-objection|oppose/, 'suport') : line;
  });
  return rosterOf(members);
}

/** The text of a roster whose members have ten positions each, on lines of their own. */
export function madeHistories(size) {
  const position = (code, month) => [
    `      - date: 2023-${String(month).padStart(2, '0')}-01`,
    `        stance: ${stances[month % stances.length]}`,
    `        by: Minister of ${code}`,
    `        why: ${why}`,
    '        source: daily',
  ];
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const codes = Array.from({ length: size }, (_, index) => codeOf(index));
  return rosterOf(
    codes.flatMap((code) => [`  ${code}:`, '    positions:', ...months.flatMap((month) => position(code, month))]),
  );
}

const rosterOf = (members) =>
  [
    'title: A made decision',
    'as-of: 2024-06-20',
    'rule: consensus',
    'members:',
    ...members,
    'sources:',
    '  daily: { title: A report, publisher: The Daily, date: 2024-02-21, url: https://example.org/report }',
    '',
  ].join('\n');
