const stances = ['support', 'oppose', 'abstain', 'no-objection', 'undeclared', 'withheld', 'recused'];
const members = 193;
const codeOf = (index) => `M${String(index).padStart(3, '0')}`;

/** Decisions of 193 members, of whom one in ten joined after the first decisions. */
const madeDecisions = (size) =>
  Array.from({ length: size }, (_, decision) => ({
    title: `Decision ${decision}`,
    rule: 'simple-majority',
    members: Object.fromEntries(
      Array.from({ length: members }, (_, member) => [member, stances[(member * decision + member) % stances.length]])
        .filter(([member]) => member % 10 !== 0 || 2 * decision >= member)
        .map(([member, stance]) => [codeOf(member), { stance, ...(stance === 'withheld' && { why: 'not yet' }) }]),
    ),
  }));

/** The phases of `agreement` by the number of decisions, without reading the rosters. */
export const measure = {
  title: `agreement of ${members} members by decisions`,
  unit: 'decisions',
  uses: {
    rosterOf: 'roster/read/read-roster.ts',
    snapshot: 'engine/snapshot.ts',
    votingRecord: 'engine/decisions/voting-record.ts',
    matrix: 'engine/decisions/matrix.ts',
    agreement: 'engine/decisions/agreement.ts',
    mostAndLeast: 'engine/decisions/most-and-least.ts',
    partnersOf: 'engine/decisions/partners.ts',
    renderAgreement: 'render/agreement/terminal.ts',
    renderAgreementJson: 'render/agreement/json.ts',
    plainTheme: 'render/layout/theme.ts',
  },
  cases: [10, 100, 1000].map((size) => ({
    shape: 'one position each',
    size,
    ...(size === 100 && { limit: 2000 }),
  })),
  prepare: ({ size }) => ({ written: madeDecisions(size), known: {} }),
  phases: {
    count: ({ written, known }, { rosterOf, snapshot, votingRecord, matrix, agreement, mostAndLeast, partnersOf }) => {
      // Rosters are read once, in the first run: that is measured elsewhere.
      known.records ??= written.map((one) =>
        votingRecord('made.yaml', snapshot(rosterOf(one), { day: '2024-01-01', text: '2024-01-01' })),
      );
      const compared = agreement(matrix(known.records));
      const range = mostAndLeast(compared.pairs);
      return { view: { ...compared, range, partners: partnersOf(compared), passedOver: 0, invalid: 0 } };
    },
    table: ({ view }, { renderAgreement, plainTheme }) => ({
      table: renderAgreement(view, { width: 80, theme: plainTheme, all: false }),
    }),
    json: ({ view }, { renderAgreementJson }) => ({ json: renderAgreementJson(view, []) }),
  },
};
