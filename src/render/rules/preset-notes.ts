import type { Preset } from '../../model/rule.ts';

/** Source of a rule. */
export interface RuleSource {
  /** The law, or the organization that has the practice. */
  readonly source: string;
  /** The page on which it was read. */
  readonly url?: string;
}

/** Notes on a preset beyond its summary: what it means in practice, its sources, and what is not verified. */
export interface PresetNote {
  readonly about: string;
  readonly sources: readonly RuleSource[];
  /** What was not verified, or not verified against the law itself. */
  readonly unverified?: string;
}

const charter18: RuleSource = {
  source: 'UN Charter, article 18, and the General Assembly’s rules of procedure, rule 86',
  url: 'https://docslib.org/doc/1460945/rules-of-procedure-general-assembly',
};
const rule86 =
  'Rule 86, under which abstaining is not voting, is from general knowledge: only the table of contents of the rules of procedure was seen.';
const tfeu238 = 'https://eur-lex.europa.eu/legal-content/SV/TXT/HTML/?uri=CELEX:12016E238';
const qualifiedMajority = 'https://www.consilium.europa.eu/en/council-eu/voting-system/qualified-majority/';
const wto9 = 'https://9pdf.net/article/rules-decision-making-wto-decision-making-wto.qmj86r87';

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
      {
        source: 'OSCE, Rules of Procedure (MC.DOC/1/06)',
        url: 'http://docplayer.net/2205781-Rules-of-procedure-of-the-organization-for-security-and-co-operation-in-europe.html',
      },
      {
        source: 'OSCE Yearbook 1997, The OSCE and the Federal Republic of Yugoslavia',
        url: 'https://docslib.org/doc/12537765/the-osce-and-the-federal-republic-of-yugoslavia-predrag-simic',
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
        source: 'NATO, protocols on accession, as one is printed in a Norwegian bill',
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
        source: 'NATO, as told by the Congressional Research Service, RS21510',
        url: 'http://congressionalresearch.com/RS21510/document.php?study=NATOs+Decision-Making+Process',
      },
      {
        source: 'Council of the EU, Rules of Procedure (Decision 2009/937/EU), article 12(2)',
        url: 'http://www.liquisearch.com/silence_procedure/council_of_the_european_union',
      },
      {
        source: 'OSCE, Rules of Procedure (MC.DOC/1/06), annex 1',
        url: 'http://docplayer.net/2205781-Rules-of-procedure-of-the-organization-for-security-and-co-operation-in-europe.html',
      },
    ],
    unverified: 'The procedure of the Council of the EU was read only in a secondary source.',
  },
  'simple-majority': {
    about:
      'More than half of all members, present or not: 14 of 27 in the Council of the EU, for its procedure and for requests to the Commission. Abstaining or staying silent has the effect of a no, because the threshold is a share of all members.',
    sources: [{ source: 'TFEU, article 238(1)', url: tfeu238 }],
  },
  'two-thirds': {
    about:
      'At least two thirds of all members, whether they vote or not. The WTO decides this way on the accession of a member if there is no consensus.',
    sources: [{ source: 'WTO, Marrakesh Agreement', url: wto9 }],
    unverified: 'Checked in part: the WTO’s rule was read in a copy of a text on article IX.',
  },
  'majority-of-votes': {
    about:
      'More yes than no. Only yes and no are votes: an abstention is not, and nothing passes if nobody votes. The UN General Assembly decides this way on questions other than important ones, the Apache Software Foundation on procedure.',
    sources: [
      charter18,
      { source: 'Apache Software Foundation, Voting process', url: 'https://www.apache.org/foundation/voting' },
    ],
    unverified: rule86,
  },
  'two-thirds-of-votes': {
    about:
      'At least two yes votes for every no; an abstention is not a vote. The UN General Assembly decides this way on important questions: recommendations on peace and security, elections to councils, admission, suspension and expulsion of members, trusteeship, the budget.',
    sources: [charter18],
    unverified: rule86,
  },
  'eu-qualified-majority': {
    about:
      'For a proposal of the Commission or the High Representative: 15 of 27 members, with 65% of the population. A blocking minority needs four members: with fewer than four not in favour, the majority is reached whatever their size, so 24 members always suffice. An abstention is not in favour. Populations are those of annex III to the Council’s Rules of Procedure, renewed every January (article 11(6)).',
    sources: [
      { source: 'TEU, article 16(4)', url: qualifiedMajority },
      {
        source: 'Council of the EU, New method of calculating a qualified majority (2014)',
        url: 'https://scribd.com/document/397447402/Consiliul-Ue-Noua-Procedura-de-Vot',
      },
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
      { source: 'UN Charter, article 27', url: 'http://uncharter.org/article/27' },
      { source: 'UN, SC/15641, on the vote of 25 March 2024', url: 'https://press.un.org/en/2024/sc15641.doc.htm' },
    ],
    unverified:
      'The practice is shown by that vote; only the table of contents of the handbook on the Council’s procedure was seen.',
  },
};
