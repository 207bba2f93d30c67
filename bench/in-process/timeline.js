const sizes = [1_000, 10_000, 100_000];
const shapes = [
  '10 positions a member',
  '10 positions a member, 50 complete lists',
  '10 positions a member, rounds, terms and weights',
  '10 positions a member, as many reports about ten members as members, some denied',
];
const stances = ['support', 'withheld', 'no-objection', 'oppose'];

const dayOf = (number) => new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
const codeOf = (index) => `M${String(index).padStart(6, '0')}`;

const years = Array.from({ length: 10 }, (_, year) => year);

/** A weight for every year, and for every seventh member two terms. */
const timesOf = (member) => ({
  weights: { size: Object.fromEntries(years.map((year) => [dayOf(365 * year), `${1 + ((member + year) % 9)}`])) },
  ...(member % 7 === 0 && { terms: [{ left: dayOf(2190) }, { joined: dayOf(2190) }] }),
});

/**
 * A roster with `size` positions, spread over ten years. Each list names every tenth member, one further than the list
 * before.
 */
function madeHistory(shape, size) {
  const count = size / 10;
  const lists = shape === shapes[1] ? 50 : 0;
  const changing = shape === shapes[2];
  const reports = shape === shapes[3] ? count : 0;
  const basis = lists === 0 && reports === 0 ? 'stated' : 'reported';
  const members = Array.from({ length: count }, (_, member) => {
    const positions = Array.from({ length: 10 }, (_, turn) => {
      const stance = stances[(member + turn) % stances.length];
      return { date: dayOf(365 * turn + (member % 365)), stance, basis, why: 'wants to hear first what others think' };
    });
    return [codeOf(member), { positions, ...(changing && timesOf(member)) }];
  });
  const claims = Array.from({ length: lists }, (_, list) => ({
    date: dayOf(73 * list),
    by: 'an agency',
    holdouts: Array.from({ length: count / 10 }, (_, index) => codeOf(10 * index + (list % 10))),
  }));
  const tellings = Array.from({ length: reports }, (_, report) => ({
    date: dayOf((report * 7) % 3650),
    of: Array.from({ length: Math.min(10, count) }, (_, index) => codeOf((report + index) % count)),
    stance: stances[report % stances.length],
    ...(report % 5 === 0 && { denied: { date: dayOf(((report * 7) % 3650) + 2), by: 'an embassy' } }),
  }));
  return {
    title: 'A made history',
    rule: changing ? { by: 'size', 'at-least': '65%' } : 'consensus',
    members: Object.fromEntries(members),
    // A round a year, and a vote that closes in the middle.
    ...(changing && { rounds: years.map((year) => ({ date: dayOf(365 * year) })), closes: dayOf(1900) }),
    ...(lists + reports > 0 && { claims: [...claims, ...tellings] }),
  };
}

/** The phases of `timeline` by the number of positions, without reading the roster. */
export const measure = {
  title: 'timeline by positions',
  unit: 'positions',
  uses: {
    rosterOf: 'roster/read/read-roster.ts',
    timeline: 'engine/timeline.ts',
    renderTimeline: 'render/timeline/terminal.ts',
    renderTimelineJson: 'render/timeline/json.ts',
    unicode: 'render/timeline/chart/glyphs.ts',
    plainTheme: 'render/layout/theme.ts',
  },
  cases: shapes.flatMap((shape) => sizes.map((size) => ({ shape, size }))),
  prepare: ({ shape, size }) => ({ written: madeHistory(shape, size), known: {} }),
  phases: {
    sweep: ({ written, known }, { rosterOf, timeline }) => {
      // Reading is measured elsewhere: it is done once, in the first run.
      known.roster ??= rosterOf(written);
      return known.roster && { result: timeline([known.roster]) };
    },
    table: ({ result }, { renderTimeline, plainTheme, unicode }) => ({
      table: renderTimeline({ timeline: result }, { width: 80, theme: plainTheme, all: false }, unicode),
    }),
    json: ({ result }, { renderTimelineJson }) => ({ json: renderTimelineJson(result) }),
  },
};
