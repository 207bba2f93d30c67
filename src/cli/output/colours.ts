import { Chalk } from 'chalk';
import type { Paint, Painted, Theme } from '../../render/layout/theme.ts';

/** A theme in the sixteen colours that the terminal is set to. Loaded only where there is colour. */
export function colours(): Theme {
  const chalk = new Chalk({ level: 1 });
  const by =
    (style: (text: string) => string): Paint =>
    (text) =>
      style(text) as Painted;
  return {
    outcome: { reached: by(chalk.green.bold), open: by(chalk.yellow.bold), blocked: by(chalk.red.bold) },
    stance: {
      support: by(chalk.green),
      'no-objection': by(chalk.cyan),
      abstain: by(chalk.cyan),
      undeclared: by(chalk.dim),
      unclear: by((text) => text),
      conditional: by(chalk.yellow),
      withheld: by(chalk.magenta),
      oppose: by(chalk.red),
      recused: by(chalk.dim),
    },
    strong: by(chalk.bold),
    faint: by(chalk.dim),
    error: by(chalk.red.bold),
    advice: by(chalk.yellow),
  };
}
