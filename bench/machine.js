import { arch, cpus, loadavg, platform, release } from 'node:os';

/**
 * Average number of processes that wanted a processor in the last minute. Above the number of processors, times are
 * inflated.
 */
export const load = () => `load ${(loadavg()[0] ?? 0).toFixed(1)}`;

/** The machine and the date of the figures, so that they can be compared. */
export function machine() {
  const processors = cpus();
  return [
    `node ${process.version} on ${platform()} ${release()} ${arch()}`,
    `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown processor'}, ${load()} at the start`,
    `Figures are from this machine at this moment (${new Date().toISOString().slice(0, 16)}Z): compare ratios, not times.`,
  ].join('\n');
}
