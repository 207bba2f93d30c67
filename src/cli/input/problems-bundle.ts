/** Loaded only when something is wrong, or to prove that nothing is. */
export { renderDiagnostics, renderDiagnosticsJson, renderValid } from '../../render/problems/terminal.ts';
export { readAssumptions } from '../../roster/diagnose/assumptions.ts';
export { diagnose } from '../../roster/diagnose/diagnose.ts';
export { placesOfStandings } from '../../roster/diagnose/places-of-standings.ts';
