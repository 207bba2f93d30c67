import { Chalk } from 'chalk';
import type { Theme } from '../../render/layout/theme.ts';

/** The colours of a terminal: the sixteen that its owner has chosen. Loaded only where there is colour. */
export function colours(): Theme {
  const chalk = new Chalk({ level: 1 });
  return {
    outcome: { reached: chalk.green.bold, open: chalk.yellow.bold, blocked: chalk.red.bold },
    strong: chalk.bold,
    faint: chalk.dim,
    error: chalk.red.bold,
    advice: chalk.yellow,
  };
}
