/** Loaded only when a text is read as YAML or as a roster; the build has read the bundled ones. */
export { readRoster, rosterOf } from '../../roster/read/read-roster.ts';
export { readValues } from '../../roster/yaml/values.ts';
