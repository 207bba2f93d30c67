import { useMemo } from 'preact/hooks';
import type { MemberHistory } from '../../../model/member-history.ts';
import { type Stance, stances } from '../../../model/stance.ts';
import { Chip } from '../../../picture/sign.tsx';
import type { Answers } from '../../ask/answers.ts';
import type { Acts, Ask } from '../../ask/ask.ts';

interface SupposeProps {
  readonly history: MemberHistory;
  readonly ask: Ask;
  readonly answers: Answers;
  readonly acts: Acts;
}

/** The stances to suppose; to have said nothing is none to move to. */
const choices: readonly Stance[] = stances.filter((stance) => stance !== 'undeclared');

/** The stances that a member might move to, each with the outcome that it would lead to. */
export function Suppose({ history, ask, answers, acts }: SupposeProps) {
  const outcomes = useMemo(() => answers.outcomes(history), [answers, history]);
  const { standing, member } = history;
  if (standing === undefined) return null;
  return (
    <fieldset class="suppose">
      <legend>What if it moved to</legend>
      {choices.map((stance) => {
        const isNow = standing.stance === stance;
        return (
          <button key={stance} type="button" aria-pressed={isNow} onClick={() => acts.toggle(member.code, stance)}>
            <Chip stance={stance} assumed={ask.ifs.get(member.code) === stance} />
            <span>{stance}</span>
            <span class={`to ${outcomes.get(stance)}`}>
              {isNow && !standing.assumed ? 'as it is' : outcomes.get(stance)}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
