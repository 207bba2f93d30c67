import type { Preset } from '../../model/rule.ts';

/** Source of a rule. */
export interface RuleSource {
  /** The law, or the organization that has the practice. */
  readonly source: string;
  /** Address of its text. */
  readonly url?: string;
}

/** Notes on a preset beyond its summary: what it means in practice, its sources, and what is not verified. */
export interface PresetNote {
  readonly about: string;
  readonly sources: readonly RuleSource[];
  /** What is not certain. */
  readonly unverified?: string;
}

const assemblyVotes: readonly RuleSource[] = [
  { source: 'UN Charter, article 18', url: 'https://www.un.org/en/about-us/un-charter/chapter-4' },
  {
    source: 'UN General Assembly, Rules of Procedure, rules 83 to 86: abstaining is not voting',
    url: 'https://www.un.org/en/ga/about/ropga/',
  },
];
const tfeu238 = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:12016E238';
const qualifiedMajority = 'https://www.consilium.europa.eu/en/council-eu/voting-system/qualified-majority/';
const wto9 = 'https://www.wto.org/english/docs_e/legal_e/04-wto_e.htm';
const osceRules = 'https://www.osce.org/mc/22775';

/** The notes on each preset. docs/rules.md has the same text. */
export const presetNotes: Readonly<Record<Preset, PresetNote>> = {
  consensus: {
    about:
      'There is no vote: members talk until nobody objects. A member whose position is unknown does not count as agreeing; where silence means consent, write "no-objections" or "silence" instead. { consensus: { except: [YU] } } leaves members out, as the CSCE did in July 1992 when it suspended the Federal Republic of Yugoslavia (consensus minus one).',
    sources: [
      {
        source: 'NATO, Consensus decision-making at NATO',
        url: 'https://www.nato.int/en/what-we-do/introduction-to-nato/consensus-decision-making-at-nato',
      },
      { source: 'OSCE, Rules of Procedure (MC.DOC/1/06)', url: osceRules },
      {
        source: 'CSCE, Prague Meeting of the Council, January 1992, for consensus minus one',
        url: 'https://www.osce.org/mc/40270',
      },
    ],
    unverified:
      'When consensus minus one began: the Prague document is dated January 1992, but a note of the US Helsinki Commission says 1991.',
  },
  unanimity: {
    about:
      'Every member must say yes. A protocol on accession to NATO takes effect this way, once every party has notified its acceptance. It is stricter than unanimity in EU law, where an abstention does not prevent a decision: for that, write "consensus".',
    sources: [
      {
        source: 'NATO, protocol on accession, as printed in a Norwegian bill',
        url: 'https://regjeringen.no/no/dokumenter/prop.-16-s-20162017/id2518765/?ch=7',
      },
      { source: 'TFEU, article 238(4), for what it is not', url: tfeu238 },
    ],
  },
  'no-objections': {
    about:
      'Silence is assent: a member that is absent or says nothing does not prevent a decision, and no support is needed. The rule is reached from the first day until a member objects; "silence" adds a deadline, and so does "not-before" with "closes" in a rule of your own.',
    sources: [
      { source: 'WTO, Marrakesh Agreement, article IX, footnote 1: nobody present formally objects', url: wto9 },
      {
        source: 'Apache Software Foundation, Voting process: lazy consensus',
        url: 'https://www.apache.org/foundation/voting',
      },
    ],
  },
  silence: {
    about:
      'A text is circulated with a deadline and adopted unless an objection stands at that time. Until the deadline the rule is open, only time is missing, and an objection may still be withdrawn; after it nothing changes the result. One objection breaks the silence, as those of Belgium, Germany and France did at NATO on 10 February 2003.',
    sources: [
      {
        source: 'NATO, according to the Congressional Research Service, RS21510',
        url: 'https://digital.library.unt.edu/ark:/67531/metacrs5245/',
      },
      {
        source: 'Council of the EU, Rules of Procedure (Decision 2009/937/EU), article 12(2)',
        url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32009D0937',
      },
      { source: 'OSCE, Rules of Procedure (MC.DOC/1/06), annex 1', url: osceRules },
    ],
  },
  'simple-majority': {
    about:
      'More than half of all members, present or not: 14 of 27 in the Council of the EU, for its procedure and for requests to the Commission. Abstaining or staying silent has the effect of a no, because the threshold is a share of all members.',
    sources: [{ source: 'TFEU, article 238(1)', url: tfeu238 }],
  },
  'two-thirds': {
    about:
      'At least two thirds of all members, whether they vote or not. The WTO decides this way on the accession of a member if there is no consensus.',
    sources: [{ source: 'WTO, Marrakesh Agreement, article XII', url: wto9 }],
  },
  'majority-of-votes': {
    about:
      'More yes than no. Only yes and no are votes: an abstention is not, and nothing passes if nobody votes. The UN General Assembly decides this way on questions other than important ones, the Apache Software Foundation on procedure.',
    sources: [
      ...assemblyVotes,
      { source: 'Apache Software Foundation, Voting process', url: 'https://www.apache.org/foundation/voting' },
    ],
  },
  'two-thirds-of-votes': {
    about:
      'At least two yes votes for every no; an abstention is not a vote. The UN General Assembly decides this way on important questions: recommendations on peace and security, elections to councils, admission, suspension and expulsion of members, trusteeship, the budget.',
    sources: assemblyVotes,
  },
  'eu-qualified-majority': {
    about:
      'For a proposal of the Commission or the High Representative: 15 of 27 members, with 65% of the population. A blocking minority needs four members: with fewer than four not in favour, the majority is reached whatever their size, so 24 members always suffice. An abstention is not in favour. Populations are those of annex III to the Council’s Rules of Procedure, renewed every January (article 11(6)).',
    sources: [
      {
        source: 'TEU, article 16(4)',
        url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:12016M016',
      },
      { source: 'Council of the EU, Qualified majority', url: qualifiedMajority },
    ],
  },
  'eu-reinforced-qualified-majority': {
    about:
      'Where the Council of the EU does not act on a proposal of the Commission or the High Representative: 20 of 27 members, with 65% of the population.',
    sources: [
      { source: 'TFEU, article 238(2)', url: tfeu238 },
      { source: 'Council of the EU, Qualified majority', url: qualifiedMajority },
    ],
    unverified:
      'Whether a blocking minority needs four members here too: the article does not repeat it, so the preset leaves it out.',
  },
  'un-security-council': {
    about:
      'Nine of fifteen, and no veto. Although the Charter asks for the concurring votes of the permanent members, in practice their abstention or absence is not a veto: on 25 March 2024 the United States abstained, and the resolution was adopted. With nine in favour, a permanent member’s no is a veto; another member’s no is only one vote fewer. Procedural matters take nine votes and cannot be vetoed: { at-least: 9 }.',
    sources: [
      { source: 'UN Charter, article 27', url: 'https://www.un.org/en/about-us/un-charter/chapter-5' },
      { source: 'UN, SC/15641, on the vote of 25 March 2024', url: 'https://press.un.org/en/2024/sc15641.doc.htm' },
    ],
  },
};
