const sizes = [1_000, 10_000, 100_000];
const shapes = ['10 positions a member', '10 positions a member, 50 complete lists'];
const stances = ['support', 'withheld', 'no-objection', 'oppose'];

const dayOf = (number) => new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
const codeOf = (index) => `M${String(index).padStart(6, '0')}`;

/**
 * A roster with `size` positions, spread over ten years. Each list names every tenth member, one further than the list
 * before.
 */
function madeHistory(shape, size) {
  const count = size / 10;
  const lists = shape === shapes[0] ? 0 : 50;
  const basis = lists === 0 ? 'stated' : 'reported';
  const members = Array.from({ length: count }, (_, member) => {
    const positions = Array.from({ length: 10 }, (_, turn) => {
      const stance = stances[(member + turn) % stances.length];
      return { date: dayOf(365 * turn + (member % 365)), stance, basis, why: 'wants to hear first what others think' };
    });
    return [codeOf(member), { positions }];
  });
  const claims = Array.from({ length: lists }, (_, list) => ({
    date: dayOf(73 * list),
    by: 'an agency',
    holdouts: Array.from({ length: count / 10 }, (_, index) => codeOf(10 * index + (list % 10))),
  }));
  return {
    title: 'A made history',
    rule: 'consensus',
    members: Object.fromEntries(members),
    ...(lists > 0 && { claims }),
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
      table: renderTimeline(result, { width: 80, theme: plainTheme, all: false }, unicode),
    }),
    json: ({ result }, { renderTimelineJson }) => ({ json: renderTimelineJson(result) }),
  },
};
