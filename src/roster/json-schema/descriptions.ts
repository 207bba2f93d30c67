import { dateMeaning, type PositionKey, positionFields, positionKeys } from '../../model/position-fields.ts';
import type { CandidateStatus, DecisionOutcome, DemandStatus, Names } from '../../model/roster.ts';
import { type Preset, presetSummary, presets } from '../../model/rule.ts';
import { type Leaning, type Outcome, stances, traitsOf, type writtenBases } from '../../model/stance.ts';

/** The purpose of a key, as a sentence with Markdown's backticks, and examples of its value. */
export type KeyWords = readonly [text: string, ...examples: unknown[]];

const position = Object.fromEntries(
  positionKeys.map((key): [PositionKey, KeyWords] => [key, positionFields[key].meaning]),
) as Readonly<Record<PositionKey, KeyWords>>;
const { circa, quote, note } = position;
const sourced = { source: position.source, sources: position.sources };
const date: KeyWords = [dateMeaning, '2024-02-21'];
const closes: KeyWords = [
  'The time at which the vote ends: the positions at that time are final, and the answer is reached or blocked.',
  '2024-07-01T09:00:00Z',
];
const label: KeyWords = ['What people call it.', 'a blocking minority needs four'];
const term = {
  joined: ['In the roster from this date on.', '2024-03-07'],
  left: ['Out of the roster from this date on.', '2020-02-01'],
} as const satisfies Readonly<Record<string, KeyWords>>;
const exceptMembers: KeyWords = ['The codes of members to leave out.'];

/** The purpose of every key, by the mapping's name in messages: `a position`. */
export const keyWords: Readonly<Record<string, Readonly<Record<string, KeyWords>>>> = {
  'a roster': {
    title: ['What is being decided.', 'Mark Rutte for NATO secretary general'],
    body: ['Who decides.', 'NATO'],
    names: [
      'How members without a `name` are named: by the country of their ISO 3166 code, or by the code. Without this key, codes are read as countries if at least five of them are two capital letters and all of those are ISO 3166 codes.',
      'iso-3166',
      'none',
    ],
    'as-of': [
      'The date at which the roster is read, unless `--as-of` says otherwise; the default is today.',
      '2024-02-21',
    ],
    rule: [
      'What it takes to decide: the name of a preset, or criteria of your own.',
      'consensus',
      { count: 'support', 'at-least': '2/3' },
      { silence: '2024-07-01T09:00:00Z' },
    ],
    closes: ['The time at which the vote ends: the positions at that time are final.', '2024-08-24T17:00:00Z'],
    groups: [
      'Lists of members under a name, for `among` in rules and for claims.',
      { 'Baltic states': ['EE', 'LV', 'LT'] },
    ],
    members: ['Who decides, each under a code.', { NL: 'support' }],
    rounds: [
      'New ballots, texts or versions. Positions, reports and lists of holdouts from before the latest one no longer stand; undated positions are from before all.',
      [{ date: '2016-08-05', name: 'second straw poll' }],
    ],
    demands: [
      'What became of demands, each under an id that `wants` can name. A demand that is met or dropped is no longer asked.',
      { visit: { text: 'a visit', history: [{ date: '2024-02-23', status: 'met' }] } },
    ],
    claims: [
      'Aggregate reporting: counts without names, complete lists of holdouts, or reports about several members.',
    ],
    candidates: ['Who is in the running, by name. One of them may be `proposed`.'],
    milestones: ['Dates ahead, such as deadlines.'],
    decision: [
      'The decision, once it is taken.',
      { date: '2024-06-26', outcome: 'adopted', by: 'North Atlantic Council' },
    ],
    expect: ['What the roster must answer on a date; `validate` checks it.'],
    sources: ['Where statements come from, each under a key that `source` can name.'],
    note,
  },
  'a member': {
    ...position,
    name: ["The member's full name. In a roster of countries, an ISO 3166 code needs none.", 'Sweden'],
    ...term,
    terms: [
      'For a member that leaves and comes back, instead of `joined` and `left`: its periods in the roster, in order. What it said in an earlier one no longer stands.',
      [{ left: '2019-01-01' }, { joined: '2023-01-01' }],
    ],
    weights: [
      'Numbers that rules can add up, by name: exact decimals, zero or more. A weight that changes has a value under each date from which it holds.',
      { population: 10551707 },
      { population: { '2024-01-01': 449206579, '2025-01-01': 450380320 } },
    ],
    positions: ['What the member said over time, in any order; no two at the same time.'],
  },
  'a term': term,
  'a position': position,
  'a demand': {
    id: ['Demands with the same id are the same, whatever their words. It may be a key of `demands`.', 'arms-exports'],
    text: [
      "What the member asks for, in its own words. Without it, the text of the id's entry in `demands`.",
      'a post for the region',
    ],
  },
  'an entry of "demands"': {
    text: ['What is asked. A want in the same words is this demand, too.', 'a visit'],
    history: [
      'What became of it, in any order; no two at the same time. Before the first entry it is asked.',
      [{ date: '2024-02-23', status: 'met' }],
    ],
    note,
  },
  'an entry of a demand': {
    date,
    circa,
    status: ['What became of the demand: from that date on it is promised, met, dropped or refused.'],
    by: ['Who said so, or did so.', 'the prime minister'],
    ...sourced,
    quote,
    note,
  },
  'a round': {
    date: ['When it begins: a day or an instant.', '2016-08-05'],
    name: ['What it is called.', 'second straw poll'],
  },
  'a denial': { date, by: ['Who denied it.', 'the foreign minister'], ...sourced },
  'a claim': {
    date,
    circa,
    by: ['Who counted, or reported.', 'a NATO official'],
    of: [
      "A report about several: a group's name or codes. Each of them takes `stance` as a reported position, unless it has stated a settled one itself.",
      ['EE', 'LV', 'LT'],
    ],
    stance: ['What is reported of the members of `of`.'],
    why: position.why,
    wants: position.wants,
    denied: ['Who denied the report, and when: from then on it no longer stands.', { date: '2024-03-14' }],
    supporting: ['How many support it.', 28, 'more than 20', 'about 10', '20-25', '26 of 27', 'two-thirds', 'all'],
    'holding-out': ['How many hold out.', 3, 'about 10', 'fewer than 5', 'none'],
    among: [
      "The members that were counted, if not all: a group's name or codes. Shares, `all` and totals then refer to these.",
      ['EE', 'LV', 'LT'],
    ],
    holdouts: [
      'The codes of all holdouts, where the source means a complete list; an empty list means nobody.',
      ['HU', 'TR'],
    ],
    ...sourced,
    quote,
    note,
  },
  'a candidate': {
    member: ['The code of the member that the candidate comes from.'],
    proposed: ['`true` if the decision is about this candidate; at most one candidate.'],
    history: ["The candidate's statuses over time, in any order."],
    note,
  },
  'an entry of a candidate': { date, circa, status: ["The candidate's status from that date on."], ...sourced, note },
  'a milestone': {
    date,
    circa,
    name: ['What happens then.', 'Washington summit'],
    deadline: ['`true` if the decision is due by then.'],
    ...sourced,
    note,
  },
  'a decision': {
    date,
    outcome: ['What was decided.'],
    by: ['Who decided.', 'North Atlantic Council'],
    ...sourced,
    note,
  },
  'an expectation': {
    'as-of': ['The date to check.', '2024-06-18'],
    outcome: ["The rule's answer."],
    holdouts: ['The codes of all holdouts.', ['RO']],
    support: ['How many support it.', 30],
    members: ['How many are in the roster.', 32],
  },
  'a source': {
    title: ['What it is called.'],
    publisher: ['Who published it.', 'Reuters'],
    date: ['When it was published: a day, a month or a year.', '2024-02-21', '2024-02', 2024],
    url: ['Its full address, beginning with `https://`.', 'https://example.org/article'],
    note,
  },
  'a criterion': {
    count: [
      'What it counts: a stance, a list of stances, or `{ except: [...] }` for all others. The default is `support`.',
    ],
    among: [
      "Which members it looks at: a group's name, a list of codes, or `{ except: [...] }` for all others. The default is all members; `recused` ones are always left out.",
    ],
    'at-least': ['A floor: this much is needed.', '2/3', '55%', 9, 'all but 1'],
    'more-than': ['A floor: more than this is needed.', '1/2', '50%'],
    'at-most': ['A ceiling: this much is allowed.', 0, '1/3'],
    'fewer-than': ['A ceiling: fewer than this are allowed.', 4],
    of: [
      'The base of a share such as `55%`: `members` (all it looks at, the default), `votes` (`support` and `oppose`), or stances.',
    ],
    by: ['What is added up: `members` (the default), or the name of a weight.', 'population'],
    'with-why': ['`true` to count only positions that give a `why`; for ceilings.'],
    'not-before': ['Before this time, a criterion that is met is still open.', '2024-07-01T09:00:00Z'],
    closes,
    label,
  },
  '"all"': { all: ['All of these must be met.'], closes, label },
  '"any"': { any: ['One of these must be met.'], closes, label },
  '"consensus" with exceptions': { consensus: ['Consensus without some members.', { except: ['YU'] }] },
  '"silence"': { silence: ['Agreed unless an objection stands at this time.', '2024-07-01T09:00:00Z'] },
  'a list of members': { except: exceptMembers },
  'a list of stances': { except: ['The stances to leave out.'] },
};

const stanceMeanings = Object.fromEntries(stances.map((stance) => [stance, traitsOf[stance].summary]));

/** Descriptions of presets that differ from their summary, mostly because they are longer. */
const longerMeanings: Readonly<Partial<Record<Preset, string>>> = {
  silence: 'Nobody opposes it by a given time.',
  'two-thirds': 'Two thirds of the members support it.',
  'majority-of-votes': 'More than half of those that support or oppose it support it.',
  'two-thirds-of-votes': 'Two thirds of those that support or oppose it support it.',
  'eu-qualified-majority':
    '55% of members with 65% of the population, or fewer than four not in favour (TEU article 16(4)). Needs the weight "population".',
  'eu-reinforced-qualified-majority':
    '72% of members with 65% of the population (TFEU article 238(2)). Needs the weight "population".',
  'un-security-council':
    'Nine in favour, and nobody of the group "permanent" against (UN Charter, article 27). Needs that group.',
};
const sentence = (clause: string): string => `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;
const presetMeanings = Object.fromEntries(
  presets.map((preset) => [preset, longerMeanings[preset] ?? sentence(presetSummary[preset])]),
);

/** The meaning of each word of every closed list, by the name of a single word in messages: `a stance`. */
export const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a stance': stanceMeanings,
  'a basis': {
    stated: "The member's own officials said it, on record.",
    reported: 'Others, or unnamed officials, say so.',
  } satisfies Record<(typeof writtenBases)[number], string>,
  'a leaning': {
    support: 'It signals a yes.',
    oppose: 'It signals a no.',
  } satisfies Record<Leaning, string>,
  'a way to name members': {
    'iso-3166': 'The English name of the country for an ISO 3166 code; other codes as they are.',
    none: 'Every member by its code.',
  } satisfies Record<Names, string>,
  "a demand's status": {
    promised: 'Somebody promised to meet it; it is still asked.',
    met: 'It was met, and is no longer asked.',
    dropped: 'It was given up, and is no longer asked.',
    refused: 'It was refused; it is still asked, and nobody who wants it can be won by meeting demands.',
  } satisfies Record<DemandStatus, string>,
  "a candidate's status": {
    interested: 'Said to want it.',
    declared: 'A candidate.',
    withdrawn: 'No longer a candidate.',
    appointed: 'Has been appointed.',
  } satisfies Record<CandidateStatus, string>,
  'the outcome of a decision': {
    adopted: 'It was agreed.',
    rejected: 'It was refused.',
    withdrawn: 'It was taken back.',
  } satisfies Record<DecisionOutcome, string>,
  'an outcome': {
    reached: 'The rule is met by the positions as they are.',
    open: 'It is not, but would be if every pending member came to support it.',
    blocked: 'Not even then: a settled member would have to move.',
  } satisfies Record<Outcome, string>,
  'the base of a bound': {
    members: 'Everybody that the criterion looks at.',
    votes: 'Those that support or oppose it.',
    ...stanceMeanings,
  },
  'a preset': presetMeanings,
};

/** A tab stop of a snippet, with the text to replace. */
const place = (turn: number, text: string): string => `\${${turn}:${text}}`;

/** Snippets that editors offer, by the mapping's name in messages. */
export const snippets: Readonly<Record<string, readonly { readonly label: string; readonly body: unknown }[]>> = {
  'a roster': [
    {
      label: 'a new roster',
      body: {
        title: place(1, 'what is being decided'),
        rule: place(2, 'consensus'),
        members: { [place(3, 'NL')]: place(4, 'support') },
      },
    },
  ],
  'a position': [
    {
      label: 'a position',
      body: { date: place(1, '2024-02-21'), stance: place(2, 'support'), by: place(3, 'who said so') },
    },
  ],
  'a claim': [
    {
      label: 'a count',
      body: { date: place(1, '2024-02-21'), by: place(2, 'who counted'), supporting: place(3, 'more than 20') },
    },
    {
      label: 'a report about several members',
      body: { date: place(1, '2024-02-21'), by: place(2, 'who said so'), of: [place(3, 'TR')], stance: 'unclear' },
    },
    {
      label: 'a complete list of holdouts',
      body: { date: place(1, '2024-02-21'), by: place(2, 'who counted'), holdouts: [place(3, 'TR')] },
    },
  ],
  'an expectation': [
    {
      label: 'an expectation',
      body: { 'as-of': place(1, '2024-06-18'), outcome: place(2, 'open'), holdouts: [place(3, 'RO')] },
    },
  ],
  'a milestone': [
    { label: 'a deadline', body: { date: place(1, '2024-07-09'), name: place(2, 'what happens'), deadline: true } },
  ],
};
