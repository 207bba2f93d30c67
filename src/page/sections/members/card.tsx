import { useMemo } from 'preact/hooks';
import type { MemberHistory } from '../../../model/member-history.ts';
import type { MemberView, SnapshotView, StatusView } from '../../../model/view.ts';
import { Chip } from '../../../picture/sign.tsx';
import { memberSections } from '../../../render/coalitions/member.ts';
import { demandStoryLines } from '../../../render/evidence/demands.ts';
import { reportMentionLines } from '../../../render/evidence/reports.ts';
import { followerLines, followsLines } from '../../../render/member/following.ts';
import { hiddenLines, mentionText, nameAndCode, standingText, weightText } from '../../../render/member/terminal.ts';
import { termLines } from '../../../render/member/terms.ts';
import { candidateLines, conflictText, datedText } from '../../../render/words/claims-and-dates.ts';
import { yearOf } from '../../../render/words/dates.ts';
import { visible } from '../../../text/escape-controls.ts';
import type { Answers } from '../../ask/answers.ts';
import type { Acts, Ask } from '../../ask/ask.ts';
import type { ReportPage } from '../../ask/report-page.ts';
import { Entries } from '../../parts/entries.tsx';
import { Evidence } from '../../parts/evidence.tsx';
import { Positions } from './positions.tsx';
import { Suppose } from './suppose.tsx';

interface CardProps {
  readonly code: string;
  readonly page: ReportPage;
  readonly answers: Answers;
  readonly ask: Ask;
  readonly view: SnapshotView;
  readonly settled: StatusView | undefined;
  readonly acts: Acts | undefined;
  onClose(): void;
}

/** One member, as `member` tells of it, and the outcome that each stance would lead to. */
export function Card({ code, page, answers, ask, view, settled, acts, onClose }: CardProps) {
  const history = useMemo(() => answers.history(view, code), [answers, view, code]);
  if (history === undefined) return null;
  const { standing, snapshot } = history;
  const year = yearOf(snapshot.asOf);
  return (
    <>
      <div class="cardhead">
        <h3>
          {standing !== undefined && <Chip stance={standing.stance} assumed={standing.assumed} />}
          {nameAndCode(history)}
        </h3>
        {acts !== undefined && (
          <button type="button" aria-label="Close" onClick={onClose}>
            ✕
          </button>
        )}
      </div>
      <p class="meta">
        <b>{standing?.stance ?? 'not a member'}</b> {standingText(history)[1]}
      </p>
      {standing !== undefined && <Evidence standing={standing} sources={page.roster.sources} year={year} />}
      {acts !== undefined && <Suppose history={history} ask={ask} answers={answers} acts={acts} />}
      <About history={history} year={year} />
      {settled !== undefined && <Part view={{ ...settled, history }} />}
      <Positions history={history} year={year} />
    </>
  );
}

/** Who the member is, and what was said of it. */
function About({ history, year }: { readonly history: MemberHistory; readonly year: string }) {
  const { member, standing, weights, groups, mentions, conflicts, candidates, demands, positions } = history;
  const isOfPosition = positions.some(({ note }) => note === member.note);
  return (
    <dl class="terms">
      <Entries label="Member" entries={termLines(history)} />
      <Entries label="Follows" entries={followsLines(history)} />
      <Entries label="Followers" entries={followerLines(history)} />
      <Entries label="Groups" entries={groups.map(visible)} />
      <Entries label="Weights" entries={weights.map((weight) => weightText(weight, standing !== undefined))} />
      <Entries label="Note" entries={member.note === undefined || isOfPosition ? [] : [visible(member.note)]} />
      <Entries label="Lists" entries={mentions.map((mention) => [datedText(mention, year), mentionText(mention)])} />
      <Entries label="Reports" entries={reportMentionLines(history, year)} />
      <Entries label="Asked for" entries={demandStoryLines(demands, year)} />
      <Entries
        label="Conflict"
        entries={conflicts.map((conflict) => conflictText(conflict, year, () => member.name))}
      />
      <Entries label="Candidates" entries={candidateLines(candidates, year)} />
      <Entries label="Not shown" entries={hiddenLines(history)} />
    </dl>
  );
}

/** Its part in what it would take. */
const Part = ({ view }: { readonly view: MemberView }) => (
  <dl class="terms">
    {memberSections(view).map(([label, lines]) => (
      <Entries key={label} label={label} entries={lines} />
    ))}
  </dl>
);
