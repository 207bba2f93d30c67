/** What is only needed when something is wrong, or to prove that nothing is: loaded when called for. */
export { renderDiagnostics, renderDiagnosticsJson, renderValid } from '../render/diagnostics.ts';
export { readAssumptions } from '../roster/assumptions.ts';
export { diagnose } from '../roster/diagnose.ts';
export { placesOfStandings } from '../roster/standing-places.ts';
