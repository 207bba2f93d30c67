import { diagnosticsSuite, renderSuites, type Suite } from '../ci/junit.ts';
import type { CheckedDecisions } from './checked.ts';

/** `check` of several rosters as JUnit XML: a suite each, then one for each roster that is not valid. */
export function renderChecksJunit(suites: readonly Suite[], { problems }: CheckedDecisions): string {
  const seen = new Set<string>();
  // Readers take suites of one name for one suite.
  const named = suites.map((suite): Suite => {
    const name = seen.has(suite.name) ? `${suite.name} (${suite.file})` : suite.name;
    seen.add(suite.name);
    return { ...suite, name };
  });
  return renderSuites([...named, ...problems.map(diagnosticsSuite)]);
}
