import { codeOf, madeHistories, madeRoster, shapes } from './made-rosters.js';

const many = (size, make) => Array.from({ length: size }, (_, index) => make(index));
const dayOf = (number) => new Date(Date.UTC(1900, 0, 1 + number)).toISOString().slice(0, 10);
const stances = ['support', 'withheld', 'undeclared', 'conditional', 'no-objection', 'oppose', 'unclear'];
const stanceOf = (index) => stances[index % stances.length];

const membersOf = (size, make = (index) => ({ stance: stanceOf(index), date: dayOf(10 + (index % 1000)) })) =>
  Object.fromEntries(many(size, (index) => [codeOf(index), make(index)]));

const textOf = (parts) =>
  Object.entries({ title: 'A made decision', 'as-of': '2024-06-20', rule: 'consensus', ...parts })
    .map(([key, value]) =>
      typeof value === 'object' && Object.keys(value).length > 0
        ? Array.isArray(value)
          ? `${key}:\n${value.map((item) => `  - ${JSON.stringify(item)}\n`).join('')}`
          : `${key}:\n${Object.entries(value)
              .map(([name, item]) => `  ${JSON.stringify(name)}: ${JSON.stringify(item)}\n`)
              .join('')}`
        : `${key}: ${JSON.stringify(value)}\n`,
    )
    .join('');

/** Of `size` members `few` by a moving start, so that each is named now and then. */
const some = (size, index, few = 3) => [...new Set(many(few, (place) => codeOf((7 * index + place) % size)))];

/** Rosters by what grows in them, each a function from a size to a text that is about as long as the size. */
export const growing = {
  members: (size) => madeRoster(shapes[0], size),
  'members in support': (size) => madeRoster(shapes[1], size),
  positions: (size) => madeHistories(size / 10),
  'positions of one member': (size) =>
    textOf({
      members: {
        A: { positions: many(size, (index) => ({ date: dayOf(index), stance: stanceOf(index), why: 'so' })) },
        B: 'support',
      },
    }),
  'members and a tenth as many complete lists': (size) =>
    textOf({
      members: membersOf(size, () => ({})),
      claims: many(size / 10, (index) => ({ date: dayOf(index), by: 'an agency', holdouts: some(size, index) })),
    }),
  'a tenth as many members, complete lists': (size) =>
    textOf({
      members: membersOf(size / 10),
      claims: many(size, (index) => ({ date: dayOf(index), by: 'an agency', holdouts: some(size / 10, index) })),
    }),
  'members that opposed once, as many lists': (size) =>
    textOf({
      members: membersOf(size, (index) => ({
        positions: [
          { date: dayOf(index % 9), stance: 'oppose' },
          { date: dayOf(10 + (index % 9)), stance: 'support' },
        ],
      })),
      claims: many(size, (index) => ({ date: dayOf(20 + index), by: 'an agency', holdouts: [] })),
    }),
  'opponents, as many members that join and lists': (size) =>
    textOf({
      members: {
        ...membersOf(size, () => ({ stance: 'oppose', date: dayOf(3) })),
        ...Object.fromEntries(many(size, (index) => [`J${index}`, { joined: dayOf(20 + index) }])),
      },
      claims: many(size, (index) => ({ date: dayOf(20 + index), by: 'an agency', holdouts: [] })),
    }),
  'members and counts': (size) =>
    textOf({
      members: membersOf(size),
      claims: many(size, (index) => ({ date: dayOf(index), by: 'an agency', supporting: `at least ${index % 3}` })),
    }),
  'members and reports about three': (size) =>
    textOf({
      members: membersOf(size, () => ({})),
      claims: many(size, (index) => ({
        date: dayOf(index),
        by: 'x',
        of: some(size, index),
        stance: index % 2 === 0 ? 'unclear' : 'support',
      })),
    }),
  'members, groups of ten, counts among them': (size) =>
    textOf({
      members: membersOf(size),
      groups: Object.fromEntries(many(size / 10, (index) => [`group ${index}`, some(size, index, 10)])),
      claims: many(size / 10, (index) => ({ date: dayOf(index), by: 'x', among: `group ${index}`, supporting: 2 })),
    }),
  'members and demands': (size) =>
    textOf({
      members: membersOf(size, (index) => ({
        stance: 'conditional',
        wants: [{ id: `d${index}` }, { id: `d${(index + 1) % size}` }],
      })),
      demands: Object.fromEntries(
        many(size, (index) => [
          `d${index}`,
          {
            text: `demand ${index}`,
            ...(index % 3 === 0 && { history: [{ date: dayOf(index), status: 'promised' }] }),
          },
        ]),
      ),
    }),
  'members and followers': (size) =>
    textOf({
      members: membersOf(size, (index) =>
        index === 0 ? 'oppose' : { stance: 'unclear', follows: [codeOf(index - 1)] },
      ),
    }),
  'members and rounds': (size) =>
    textOf({ members: membersOf(size), rounds: many(size, (index) => ({ date: dayOf(index) })) }),
  'members, terms': (size) =>
    textOf({
      members: membersOf(size / 10, (index) => ({
        terms: many(10, (turn) => ({ joined: dayOf(20 * turn + (index % 7)), left: dayOf(20 * turn + 10) })),
      })),
    }),
  'terms of one member': (size) =>
    textOf({
      members: {
        A: { terms: many(size, (turn) => ({ joined: dayOf(2 * turn), left: dayOf(2 * turn + 1) })) },
        B: 'support',
      },
    }),
  'members with weights': (size) =>
    textOf({
      rule: { by: 'size', 'at-least': '65%' },
      members: membersOf(size, (index) => ({
        stance: stanceOf(index),
        weights: { size: `${index % 97}.${index % 10}` },
      })),
    }),
  'weights over time': (size) =>
    textOf({
      rule: { by: 'size', 'at-least': '65%' },
      members: {
        A: { weights: { size: Object.fromEntries(many(size, (index) => [dayOf(index), `${index % 7}`])) } },
        B: { stance: 'support', weights: { size: 1 } },
      },
    }),
  'criteria of a rule': (size) =>
    textOf({
      rule: {
        all: many(size / 10, (index) => ({ count: 'support', 'at-least': 1 + (index % 5), label: `part ${index}` })),
      },
      members: membersOf(20),
    }),
  'criteria about ten members each': (size) =>
    textOf({
      rule: { all: many(size / 100, (index) => ({ among: some(size, index, 10), 'at-least': 1 })) },
      members: membersOf(size),
    }),
  'members, and criteria about four each': (size) =>
    textOf({
      rule: { all: many(size / 4, (index) => ({ among: some(size, index, 4), 'at-least': 2 })) },
      members: membersOf(size),
    }),
  'candidates, milestones and sources': (size) =>
    textOf({
      members: membersOf(20),
      candidates: Object.fromEntries(
        many(size, (index) => [`name ${index}`, { history: [{ date: dayOf(index), status: 'declared' }] }]),
      ),
      milestones: many(size, (index) => ({
        date: dayOf(45_000 + (index % 9_000)),
        name: `stone ${index}`,
        deadline: true,
      })),
      sources: Object.fromEntries(
        many(size, (index) => [`s${index}`, { title: 't', url: `https://example.org/${index}` }]),
      ),
    }),
  'members, each denied': (size) =>
    textOf({
      members: membersOf(size, (index) => ({
        positions: [
          { date: dayOf(index), stance: 'support', basis: 'reported', denied: { date: dayOf(index + 5), by: 'x' } },
          { date: dayOf(index + 9), stance: stanceOf(index) },
        ],
      })),
    }),
  expectations: (size) =>
    textOf({
      members: membersOf(20),
      expect: many(size, (index) => ({ 'as-of': dayOf(index), outcome: 'open' })),
    }),
  'a vote that closes': (size) => textOf({ closes: '1901-01-01', members: membersOf(size) }),
  'reports about one member': (size) =>
    textOf({
      members: { A: 'undeclared', B: 'support' },
      claims: many(size, (index) => ({ date: dayOf(index >> 1), by: 'x', of: ['A'], stance: stanceOf(index >> 1) })),
    }),
  'members, as many reports about one': (size) =>
    textOf({
      members: membersOf(size, () => ({ stance: 'withheld', date: '2000-01-01' })),
      claims: many(size, (index) => ({ date: dayOf(index), by: 'x', of: [codeOf(1)], stance: 'withheld' })),
    }),
  'members, as many reports about all': (size) =>
    textOf({
      members: membersOf(size, () => ({})),
      groups: { all: many(size, codeOf) },
      claims: many(size, (index) => ({
        date: dayOf(index),
        by: 'x',
        of: 'all',
        stance: index % 2 === 0 ? 'unclear' : 'support',
      })),
    }),
  'members with terms, and counts': (size) =>
    textOf({
      members: membersOf(size, (index) => ({ joined: dayOf(index % 7), left: dayOf(50_000), stance: 'support' })),
      claims: many(size, (index) => ({ date: dayOf(10 + index), by: 'x', supporting: 'at least 1' })),
    }),
  'positions of one member, as many lists': (size) =>
    textOf({
      members: {
        A: { positions: many(size, (index) => ({ date: dayOf(2 * index), stance: stanceOf(index) })) },
        B: 'support',
      },
      claims: many(size, (index) => ({ date: dayOf(2 * index + 1), by: 'x', holdouts: index % 3 === 0 ? ['A'] : [] })),
    }),
  'members, as many lists of one day': (size) =>
    textOf({
      members: membersOf(size, (index) => ({ stance: index % 2 === 0 ? 'oppose' : 'support' })),
      claims: many(size, (index) => ({ date: '2000-01-01', by: `agency ${index}`, holdouts: some(size, index) })),
    }),
  'terms and positions of one member': (size) =>
    textOf({
      members: {
        A: {
          terms: many(size, (turn) => ({ joined: dayOf(4 * turn), left: dayOf(4 * turn + 3) })),
          positions: many(size, (turn) => ({ date: dayOf(4 * turn + 1), stance: stanceOf(turn) })),
        },
        B: 'support',
      },
      claims: many(size, (index) => ({ date: dayOf(4 * index + 2), by: 'x', supporting: 'at least 1' })),
    }),
  'demands of one member': (size) =>
    textOf({
      members: {
        A: { stance: 'conditional', date: '2000-01-01', wants: many(size, (index) => ({ id: `d${index}` })) },
        B: 'support',
      },
      demands: Object.fromEntries(many(size, (index) => [`d${index}`, { text: `demand ${index}` }])),
    }),
  'history of one demand': (size) =>
    textOf({
      members: { A: { stance: 'conditional', date: '1900-01-01', wants: [{ id: 'd' }] }, B: 'support' },
      demands: {
        d: {
          text: 'a demand',
          history: many(size, (index) => ({ date: dayOf(index), status: ['promised', 'refused'][index % 2] })),
        },
      },
    }),
  'history of one candidate': (size) =>
    textOf({
      members: { A: 'support', B: 'oppose' },
      candidates: {
        C: { history: many(size, (index) => ({ date: dayOf(index), status: ['declared', 'withdrawn'][index % 2] })) },
      },
    }),
  'members and groups': (size) =>
    textOf({
      members: membersOf(size),
      groups: Object.fromEntries(many(size, (index) => [`group ${index}`, some(size, index)])),
    }),
  'invalid: a weight that few have': (size) =>
    textOf({
      rule: { by: 'size', 'at-least': '65%' },
      members: membersOf(size, (index) => (index === 0 ? { weights: { size: 1 } } : { weights: { syze: 1 } })),
    }),
  'invalid: a weight a criterion': (size) =>
    textOf({
      rule: { all: many(size / 20, (index) => ({ by: `w${index}`, among: some(size, index), 'at-least': 1 })) },
      members: membersOf(size),
    }),
  'invalid: quotes that are never closed': (size) =>
    `${textOf({})}members:\n${many(size, (index) => `  ${codeOf(index)}: "\n`).join('')}`,
  'invalid: unknown codes in a group': (size) =>
    textOf({ members: membersOf(size), groups: { all: many(size, (index) => `X${codeOf(index)}`) } }),
  'invalid: unknown stances': (size) => textOf({ members: membersOf(size, () => 'suport') }),
  'invalid: unknown keys': (size) => textOf({ members: membersOf(size, () => ({ stanc: 'support' })) }),
  'invalid: unknown sources': (size) =>
    textOf({
      members: membersOf(size, (index) => ({ stance: 'support', source: `t${index}` })),
      sources: Object.fromEntries(many(size, (index) => [`s${index}`, { title: 't' }])),
    }),
  'invalid: repeated codes': (size) =>
    `${textOf({})}members:\n${many(size, (index) => `  ${codeOf(index >> 1)}: support\n`).join('')}`,
  'invalid: two positions of one date': (size) =>
    textOf({ members: { A: { positions: many(size, (index) => ({ date: dayOf(index >> 1), stance: 'support' })) } } }),
  'advice for every member': (size) =>
    textOf({
      members: membersOf(size, (index) => ({ stance: 'oppose', date: dayOf(60_000 + (index % 999)) })),
      sources: { s: { title: 't' } },
    }),
};
