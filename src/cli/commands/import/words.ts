import { stances } from '../../../model/stance.ts';
import { renderWords, renderWordsJson, type Words } from '../../../render/files/words.ts';
import { stanceWords, vagueWords } from '../../../roster/hints/stance-words.ts';
import { type ExitCode, exit } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import { UsageError } from '../../contract/usage-error.ts';
import type { Shell } from '../../output/shell.ts';
import { ballotWords } from './readers/datatracker.ts';
import { reviewWords } from './readers/github-reviews.ts';
import { kindWords } from './readers/kinds.ts';
import { unVoteWords } from './readers/un-votes.ts';
import { voteNumbers } from './readers/votes-json.ts';

const listed = (text: string | undefined): readonly string[] => text?.split(', ') ?? [];

const words: Words = {
  stances: stances.map((stance) => ({ stance, words: listed(stanceWords[stance]) })),
  kinds: (
    [
      ['github-reviews', reviewWords],
      ['datatracker', ballotWords],
      ['un-votes', unVoteWords],
      ['votes-json', voteNumbers],
    ] as const
  ).map(([kind, own]) => ({
    kind,
    what: kindWords[kind],
    words: [...own].map(([word, stance]) => ({ word, stance })),
  })),
  open: vagueWords.map(([text, hint]) => ({ words: listed(text), hint })),
};

/** `import --words`: the words that are taken for stances, and those that are not. */
export function wordsCommand(files: readonly string[], shell: Shell<FormatOf<'import'>>): ExitCode {
  if (files.length > 0) throw new UsageError('conflicting-option', '--words reads no file: leave it out');
  shell.answer(shell.format === 'json' ? renderWordsJson(words) : renderWords(words, shell.answers));
  return exit.done;
}
