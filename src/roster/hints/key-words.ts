import { didYouMean } from '../../text/suggest.ts';
import { meantBy, type OtherWords } from './other-words.ts';

/** Other words for the keys that several kinds of entries have. */
const sharedWords: OtherWords<string> = {
  code: 'member, country, who, iso',
  date: 'when, since, on, at, day, dated, time',
  circa: 'about, around, approximate, approximately, approx, ca',
  stance: 'vote, votes, voted, position, opinion, view, answer, reply, response, choice, ballot, verdict, status',
  leaning: 'lean, leans, leaning to, tendency, tends, inclination, inclined, signals',
  follows: 'follow, following, goes with, votes with, aligned with, with, same as, like',
  basis: 'evidence, confidence',
  by: 'who, speaker, author, spokesperson, said by, stated by, reported by, according to, attributed to',
  why: 'reason, reasons, because, rationale, explanation, motive, motives, cause, justification, reasoning',
  wants:
    'want, wanted, demand, demands, asks, asking, asks for, condition, conditions, request, requests, requires, needs, wishes',
  source: 'url, urls, link, links, ref, refs, reference, references, citation, cite',
  quote: 'quotation, quotes, words, statement, said, excerpt',
  denied: 'denial, denies, deny, refuted, retracted, disputed, contradicted',
  note: 'comment, comments, remark, remarks, description, details, memo',
};

/** Other words for the keys of one kind of entry. */
const wordsOf: Readonly<Record<string, OtherWords<string>>> = {
  'a roster': {
    title: 'question, name, subject, topic, motion, proposal, matter, headline',
    body: 'organisation, organization, organ, institution, committee, council, assembly, board',
    'as-of': 'date, day, on, at, now',
    rule: 'rules, threshold, majority, quorum, decision rule, voting rule, procedure, requirement',
    members: 'countries, states, voters, delegations, participants, parties, people, positions, votes, stances',
    claims: 'reports, counts, reported, aggregates',
    milestones: 'deadline, deadlines, events, dates, calendar, timeline',
    demands: 'demand, wants, conditions, requests, asks',
    decision: 'result, results, outcome',
    expect: 'expected, expectations, tests, assert',
    sources: 'references, bibliography, links, urls, refs',
  },
  'a member': {
    name: 'country, state, full name, label, title',
    joined: 'join, joins, entered, member since, accession, acceded',
    left: 'leave, leaves, exit, exited, withdrew, until, member until',
    weights: 'weight',
    positions: 'history, statements',
  },
  'a claim': {
    supporting: 'support, supporters, for, yes, ayes, in favour, in favor, backing',
    'holding-out': 'against, opposed, opposing, opponents, no, noes, not supporting, holding back',
    holdouts: 'holdout, hold outs, names, list',
    of: 'about, whom, regarding, members, group, groups',
    among: 'within, in, of whom, counted among, out of, base',
  },
  'a criterion': {
    count: 'counts, counted, counting, stance, stances',
    among: 'group, groups, members, within',
    'at-least': 'min, minimum, atleast, threshold, needed, required, quorum',
    'more-than': 'above, over, greater than, exceeds',
    'at-most': 'max, maximum, up to, atmost',
    'fewer-than': 'less than, below, under',
    of: 'base, out of, denominator',
    by: 'weight, weights, weighted by, weighing',
    'with-why': 'with reason, with reasons, reasoned',
    'not-before': 'after, from, earliest, not until',
    label: 'name, title, description',
  },
  'a list of stances': { except: 'excluding, without, but, exclude, not' },
  'a list of members': { except: 'excluding, without, but, exclude, not' },
  'a candidate': { member: 'country, code, state', history: 'events, entries, statuses, status' },
  'a demand': { id: 'demand, key, name, code', text: 'what, wants, description, title' },
  'an entry of "demands"': {
    text: 'what, wants, want, description, title, name',
    history: 'events, entries, statuses, status, positions',
  },
  'an entry of a demand': { status: 'state, stage, stance, outcome, result, answer' },
  'an entry of a candidate': { status: 'state, stage, stance' },
  'a milestone': { name: 'title, what, event, label' },
  'a decision': { outcome: 'result, status, decision, decided' },
  'an expectation': { 'as-of': 'date, day, on, at', outcome: 'result, status' },
  'a source': {
    title: 'headline, name',
    publisher: 'outlet, newspaper, medium, media, site, website, organisation, organization, author',
    date: 'published, year',
    url: 'link, href, uri, address, web',
  },
};

const isTime = /^\d{4}-\d{2}/;
const isNumber = /^\d[\d.]{0,19}$/;

/**
 * The hint for a key that an entry does not have: the key that it means, or the nearest; undefined without either.
 *
 * @param what the entry is called in messages: `a position`
 * @param keys of the entry
 * @param value that stands under the key
 */
export function keyHint(what: string, key: string, keys: readonly string[], value?: unknown): string | undefined {
  if (what === 'a member') {
    if (isTime.test(key)) return `write positions: [{ date: ${key}, stance: … }]`;
    if (typeof value === 'string' && isNumber.test(value)) return `write weights: { ${weightNamed(key)}: ${value} }`;
    if (key === 'position' && typeof value === 'object') return 'did you mean "positions"?';
  }
  const meant = meantBy(key, keys, wordsOf[what] ?? {}) ?? meantBy(key, keys, sharedWords);
  return meant === undefined ? didYouMean(key, keys) : `did you mean "${meant}"?`;
}

/** The name of a weight that was written as a key of its member. */
const weightNamed = (key: string): string => (/^weights?$/i.test(key) ? 'NAME' : key);
