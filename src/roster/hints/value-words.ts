import {
  type CandidateStatus,
  candidateStatuses,
  type DecisionOutcome,
  type DemandStatus,
  decisionOutcomes,
  demandStatuses,
  namings,
} from '../../model/roster.ts';
import { type Leaning, leanings, type Outcome, outcomes, writtenBases } from '../../model/stance.ts';
import { hintFrom, type OtherWords } from './other-words.ts';

const outcomeWords: OtherWords<Outcome> = {
  reached: 'adopted, passed, approved, agreed, accepted, met, done, yes, true',
  open: 'pending, undecided, unmet, ongoing, waiting, not yet',
  blocked: 'block, rejected, failed, defeated, vetoed, no, false',
};

const decisionWords: OtherWords<DecisionOutcome> = {
  adopted: 'passed, approved, agreed, accepted, carried, reached, elected, appointed, ratified, yes',
  rejected: 'failed, defeated, blocked, vetoed, refused, lost, no',
  withdrawn: 'dropped, abandoned, cancelled, canceled, pulled, lapsed',
};

const demandWords: OtherWords<DemandStatus> = {
  promised: 'pledged, agreed, offered, assured, committed, announced, planned',
  met: 'granted, fulfilled, satisfied, delivered, done, kept, resolved, yes',
  dropped: 'withdrawn, abandoned, given up, waived, retracted, lapsed',
  refused: 'rejected, denied, declined, ruled out, no',
};

const statusWords: OtherWords<CandidateStatus> = {
  interested: 'considering, possible, rumoured, rumored, mentioned',
  declared: 'running, announced, nominated, candidate, official, standing, proposed',
  withdrawn: 'dropped out, quit, out, gave up, pulled out',
  appointed: 'elected, chosen, selected, won, confirmed, named',
};

const basisWords = {
  stated: 'official, on record, public, quoted, confirmed, said',
  reported:
    'unofficial, off the record, leaked, media, press, anonymous, unnamed, sources, rumour, rumor, heard, claimed',
};

const leaningWords: OtherWords<Leaning> = {
  support: 'yes, for, in favour, in favor, pro, supporting, positive, approve, toward, towards',
  oppose: 'no, against, con, opposing, negative, reject, away',
};

const namingWords = { 'iso-3166': 'iso, countries, country, iso 3166 1, true, yes', none: 'off, no, false, codes' };

/** The hint for an outcome that is none. */
export const outcomeHint = hintFrom(outcomes, outcomeWords);
/** The hint for the outcome of a decision that is none. */
export const decisionHint = hintFrom(decisionOutcomes, decisionWords);
/** The hint for a demand's status that is none. */
export const demandHint = hintFrom(demandStatuses, demandWords);
/** The hint for a candidate's status that is none. */
export const statusHint = hintFrom(candidateStatuses, statusWords);
/** The hint for a basis that is none. */
export const basisHint = hintFrom(writtenBases, basisWords);
/** The hint for a leaning that is none. */
export const leaningHint = hintFrom(leanings, leaningWords);
/** The hint for a way to name members that is none. */
export const namingHint = hintFrom(namings, namingWords);

/** The hint for a text that is neither `true` nor `false`: which of them is meant; undefined if neither is. */
export const truthHint = hintFrom(['true', 'false'], { true: 'yes, y, on, 1', false: 'no, n, off, 0' });
