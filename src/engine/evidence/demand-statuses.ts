import type { Demand, DemandEvent, Position, Roster } from '../../model/roster.ts';
import type { AnsweredDemand, DemandAnswer, DemandStanding, Standing } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { isBy } from '../time/dates.ts';
import type { MemberSteps } from './claims.ts';

/** What is known of the demands of a roster. */
export interface KnownDemands {
  /** Ids by the texts of demands. */
  readonly idOf: ReadonlyMap<string, string>;
  /** What has become of demands, by id; none for those that are only asked. */
  readonly answers: ReadonlyMap<string, DemandAnswer>;
}

/** Ids of the roster's demands by their texts. */
export const idsByText = (demands: readonly Demand[]): ReadonlyMap<string, string> =>
  new Map(demands.flatMap(({ id, text }) => (text === undefined ? [] : [[text, id] as const])));

/** What has become of the roster's demands by a date. */
export function demandsBy(demands: readonly Demand[], asOf: Time): KnownDemands {
  const answers = demands.flatMap((demand) => {
    const answer = answerBy(demand, asOf);
    return answer === undefined ? [] : [[demand.id, answer] as const];
  });
  return { idOf: idsByText(demands), answers: new Map(answers) };
}

/** What has become of a demand by a date; undefined while it is only asked. */
export const answerBy = ({ history }: Demand, asOf: Time): DemandAnswer | undefined =>
  history.filter(({ date }) => isBy(date, asOf)).reduce(answerAfter, undefined);

/** What has become of a demand after one more event. The same status once more continues its run. */
export function answerAfter(before: DemandAnswer | undefined, event: DemandEvent): DemandAnswer {
  const { date, circa, status } = event;
  const run = before?.status === status ? before : undefined;
  const by = event.by ?? run?.by;
  const sources = event.sources.length === 0 ? (run?.sources ?? []) : event.sources;
  return { status, since: run?.since ?? date, circa: run?.circa ?? circa, ...(by !== undefined && { by }), sources };
}

/** Whether there is nothing more to be met. */
export const isDone = ({ status }: DemandAnswer): boolean => status === 'met' || status === 'dropped';

type Asked = Pick<Position, 'wants' | 'wantIds'>;

/** The id of something that is wanted: its own, or that of the demand in the same words; undefined for one without. */
export const idOfWant = (text: string, { wantIds = {} }: Asked, idOf: KnownDemands['idOf']): string | undefined =>
  Object.hasOwn(wantIds, text) ? wantIds[text] : idOf.get(text);

/** What is still asked of what was wanted, and what has become of it. */
export type StillAsked = Pick<Standing, keyof Asked | 'answered'>;

/** What a member still asks for, given what has become of demands. */
export function stillAsked(asked: Asked, { idOf, answers }: KnownDemands): StillAsked {
  if (idOf.size === 0 && answers.size === 0) return asAsked(asked);
  const demands = asked.wants.map((text) => {
    const id = idOfWant(text, asked, idOf);
    return { text, id, answer: id === undefined ? undefined : answers.get(id) };
  });
  const open = demands.filter(({ answer }) => answer === undefined || !isDone(answer));
  const ids = open.flatMap(({ text, id }) => (id === undefined ? [] : [[text, id] as const]));
  return {
    wants: open.map(({ text }) => text),
    ...(ids.length > 0 && { wantIds: Object.fromEntries(ids) }),
    answered: demands.flatMap(({ text, id, answer }): AnsweredDemand[] =>
      id === undefined || answer === undefined ? [] : [{ id, text, ...answer }],
    ),
  };
}

const nothing: readonly string[] = [];
const noAnswers: readonly AnsweredDemand[] = [];
const asksNothing: StillAsked = { wants: nothing, answered: noAnswers };

/** Everything that was wanted, where nothing has become of it. */
export function asAsked({ wants, wantIds }: Asked): StillAsked {
  if (wantIds !== undefined) return { wants, wantIds, answered: noAnswers };
  return wants.length === 0 ? asksNothing : { wants, answered: noAnswers };
}

/** The ids of the demands that positions name. */
export const demandsIn = (positions: readonly Position[], idOf: KnownDemands['idOf']): ReadonlySet<string> =>
  new Set(positions.flatMap((position) => position.wants.flatMap((text) => idOfWant(text, position, idOf) ?? [])));

/** The ids of the demands that a member has asked for. Who takes back what it said asks for nothing by that. */
export const askedIn = (positions: readonly Position[], idOf: KnownDemands['idOf']): ReadonlySet<string> =>
  demandsIn(
    positions.filter(({ stance }) => stance !== 'undeclared'),
    idOf,
  );

/** The roster's demands with what has become of them by a date, and with all that have asked for them. */
export function demandStandings(
  { demands }: Pick<Roster, 'demands'>,
  histories: readonly Pick<MemberSteps, 'member'>[],
  { asOf, onRecord }: { readonly asOf: Time; readonly onRecord: boolean },
): DemandStanding[] {
  if (demands.length === 0) return [];
  const { idOf, answers } = demandsBy(demands, asOf);
  const askedBy = new Map<string, string[]>();
  for (const { member } of histories) {
    const { code, positions } = member;
    const said = onRecord ? positions.filter(({ basis }) => basis === 'stated') : positions;
    for (const id of askedIn(said, idOf)) {
      const codes = askedBy.get(id);
      if (codes === undefined) askedBy.set(id, [code]);
      else codes.push(code);
    }
  }
  return demands.map(({ id, text }) => {
    const answer = answers.get(id);
    const members = (askedBy.get(id) ?? []).sort(compareText);
    return { id, ...(text !== undefined && { text }), members, ...(answer && { answer }) };
  });
}
