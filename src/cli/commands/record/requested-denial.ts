import type { Denial, Member, Position, Roster } from '../../../model/roster.ts';
import { momentOf, type Time } from '../../../model/time.ts';
import { addDenial, type ReportDenial } from '../../../roster/amend/add-denial.ts';
import { defined } from '../../../text/defined.ts';
import { enumeration, quote } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { directoryOf, memberNamed } from '../../input/find-member.ts';
import { parseDate } from '../../input/parse-date.ts';
import { nothing, type Recording } from './recording.ts';
import { checkSources, refuseOptions, type Saying, sourcesIn, textIn } from './written-options.ts';

/** The options that say something of a denial. */
const fitting: readonly Saying[] = ['date', 'by', 'source'];

/** The denial of a report that is to be recorded, and where. `today` is an ISO day. @throws UsageError */
export function requestedDenial(
  words: readonly string[],
  { denied, ...options }: WrittenOptions & { readonly denied: string },
  today: string,
): Recording {
  const [word, designator, third] = words;
  if (word === undefined) throw new UsageError('missing-argument', 'whose report is denied? Write CODE --denied DATE');
  if (third !== undefined)
    throw new UsageError('excess-arguments', 'a denial takes no stance: pass only the member and the roster');
  refuseOptions(options, fitting, 'does not apply to a denial');
  const { date = today, by, source } = options;
  const report = parseDate('--denied', denied, today);
  const denial = defined<Denial>({
    date: parseDate('--date', date, today),
    by: textIn('--by', by),
    sources: sourcesIn(source),
  });
  return {
    designator,
    add: (text, values, before) => {
      const amended =
        before === undefined ? { code: word, report, denial } : resolved(before, { word, report, denial });
      const result = addDenial(text, values, amended);
      if (result === undefined) return undefined;
      return { ...nothing, text: result, denials: [amended], dates: [denial.date] };
    },
  };
}

/** The denial of a report that is in the roster. @throws UsageError */
function resolved(
  roster: Roster,
  { word, report, denial }: Omit<ReportDenial, 'code'> & { readonly word: string },
): ReportDenial {
  checkSources(denial.sources, '--source', roster);
  const member = memberNamed(word, directoryOf(roster));
  const position = positionAt(member, report);
  if (position?.date === undefined) throw noReport(member, report);
  const name = `${quote(member.code)}, ${position.date.text}`;
  if (position.basis !== 'reported')
    throw new UsageError(
      'denied-statement',
      `--denied: ${name}: the member said so itself, and only a report can be denied`,
    );
  if (position.denied !== undefined)
    throw new UsageError(
      'denied-already',
      `--denied: ${name}: this report was already denied on ${position.denied.date.text}`,
    );
  return { code: member.code, report: position.date, denial };
}

/** The position of a time, or the only one of a day. */
function positionAt({ positions }: Member, time: Time): Position | undefined {
  const ofDay = positions.filter(({ date }) => date?.day === time.day);
  const exact = ofDay.find(({ date }) => momentOf(date) === momentOf(time));
  return exact ?? (time.instant === undefined && ofDay.length === 1 ? ofDay[0] : undefined);
}

function noReport({ code, positions }: Member, { text }: Time): UsageError {
  const reports = positions.filter(({ basis, date, denied }) => basis === 'reported' && date && denied === undefined);
  const known =
    reports.length === 0
      ? 'there is no dated report about it'
      : `reports about it are of ${enumeration(
          reports.map(({ date }) => String(date?.text)),
          'and',
        )}`;
  return new UsageError('no-report', `--denied: ${quote(code)} has no position of ${text}; ${known}`);
}
