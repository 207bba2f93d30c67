import { madeRoster, shapes } from '../made-rosters.js';

const sizes = [32, 1_000, 10_000, 40_000];

/** The phases of `status` by the number of members. The tally phase takes two snapshots, one of them on record. */
export const measure = {
  title: 'status by members',
  unit: 'members',
  uses: {
    readValues: 'roster/yaml/values.ts',
    rosterSchema: 'roster/schema/roster.ts',
    crossChecks: 'roster/check/cross-checks.ts',
    assemble: 'roster/read/assemble.ts',
    snapshot: 'engine/snapshot.ts',
    snapshotView: 'cli/steps/views.ts',
    statusView: 'cli/steps/views.ts',
    renderStatus: 'render/status/terminal.ts',
    plainTheme: 'render/layout/theme.ts',
  },
  cases: shapes.flatMap((shape) => sizes.map((size) => ({ shape, size }))),
  prepare: ({ shape, size }) => ({ text: madeRoster(shape, size) }),
  phases: {
    'read YAML': ({ text }, { readValues }) => {
      const read = readValues(text);
      return 'value' in read ? read : undefined;
    },
    validate: ({ value }, { rosterSchema, crossChecks, assemble }) => {
      const written = rosterSchema.safeParse(value);
      return written.success && crossChecks(value).length === 0 ? { roster: assemble(written.data) } : undefined;
    },
    tally: ({ roster }, { snapshot, snapshotView, statusView }) => {
      const taken = snapshot(roster, { text: '2024-06-20', day: '2024-06-20' });
      return { view: statusView(snapshotView({ input: { roster, origin: 'made' }, snapshot: taken }), { roster }) };
    },
    render: ({ view }, { renderStatus, plainTheme }) => ({
      answer: renderStatus(view, { width: 80, theme: plainTheme, all: false }),
    }),
  },
};
