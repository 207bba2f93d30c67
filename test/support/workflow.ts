import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { emptyFolder, repository } from './bin.ts';
import { gitEnvironment } from './repository.ts';
import { type Command, commandsIn, outputsIn } from './runner.ts';

type Texts = Readonly<Record<string, string>>;

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Texts;
  readonly if?: string;
  readonly shell?: string;
  readonly env?: Texts;
  readonly run?: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface Workflow {
  readonly permissions: Texts;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

/** A file of YAML of this repository. */
export const yamlFile = (path: string): unknown => parse(readFileSync(join(repository, path), 'utf8'));

/** What expressions may ask for: `inputs.roster`, `steps.check.outputs.outcome`, `github.action_path`. */
type Context = Readonly<Record<string, string>>;

function value(expression: string, context: Context): string {
  const text = /^'(.*)'$/.exec(expression)?.[1];
  const known = text ?? context[expression];
  if (known === undefined && !/^steps\.[\w-]+\.outputs\.[\w-]+$/.test(expression))
    throw new Error(`this runner knows nothing of ${expression}`);
  return known ?? '';
}

/** A text with its expressions evaluated, as the runner does where a step's `env`, `with` or `run` has any. */
const evaluated = (text: string, context: Context): string =>
  text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => value(expression, context));

function holds(condition: string, context: Context): boolean {
  const [, left = '', operator, right = ''] = /^(\S+) ([!=]=) (\S+)$/.exec(condition) ?? [];
  return (value(left, context) === value(right, context)) === (operator === '==');
}

/** What became of a job, or of an action in it. */
export interface Ended {
  /** Of the first step that failed; 0 when none did. */
  readonly code: number;
  readonly stderr: string;
  readonly commands: readonly Command[];
  /** The summaries of all steps, one after the other. */
  readonly summary: string;
  readonly outputs: Texts;
  /** The steps that were left out, for they are actions of others. */
  readonly skipped: readonly string[];
}

/** Where a job runs: the folder that the repository was checked out into, and where the action is. */
export interface Runner {
  readonly workspace: string;
  readonly actionPath: string;
}

/** Runs steps as the runner does, in a shell of their own each; actions of others are not there and left out. */
export function runSteps(steps: readonly Step[], runner: Runner, given: Context = {}): Ended {
  const context: Record<string, string> = { 'github.action_path': runner.actionPath, ...given };
  const skipped: string[] = [];
  const commands: Command[] = [];
  let [stderr, summary, code] = ['', '', 0];
  let outputs: Texts = {};
  for (const step of steps) {
    if (step.if !== undefined && !holds(step.if, context)) continue;
    if (step.uses !== undefined && step.uses !== './') {
      skipped.push(step.uses);
      continue;
    }
    const ended = step.uses === './' ? runAction(step.with ?? {}, runner, context) : runScript(step, runner, context);
    commands.push(...ended.commands);
    stderr += ended.stderr;
    summary += ended.summary;
    outputs = ended.outputs;
    for (const [name, text] of Object.entries(outputs)) context[`steps.${step.id}.outputs.${name}`] = text;
    code = ended.code;
    if (code !== 0) break;
  }
  const last = Object.fromEntries(Object.entries(context).filter(([name]) => name.startsWith('steps.')));
  return { code, stderr, commands, summary, outputs: { ...outputs, ...last }, skipped };
}

/** Runs the action of this repository. Inputs that there are not, the runner warns of; here they are an error. */
export function runAction(given: Texts, runner: Runner, outer: Context = {}): Ended {
  const action = yamlFile('action.yml') as Action;
  const inputs: Record<string, string> = {};
  for (const [name, input] of Object.entries(action.inputs)) inputs[`inputs.${name}`] = input.default;
  for (const [name, text] of Object.entries(given)) {
    if (action.inputs[name] === undefined) throw new Error(`there is no input ${name}`);
    inputs[`inputs.${name}`] = evaluated(text, outer);
  }
  const ended = runSteps(action.runs.steps, runner, inputs);
  const outputs = Object.entries(action.outputs).map(([name, output]) => [
    name,
    evaluated(output.value, ended.outputs),
  ]);
  return { ...ended, outputs: Object.fromEntries(outputs) };
}

function runScript(step: Step, { workspace }: Runner, context: Context): Ended {
  const folder = emptyFolder();
  const [script, output, summary] = ['script.sh', 'output', 'summary'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(script, evaluated(step.run ?? '', context));
  for (const file of [output, summary]) writeFileSync(file, '');
  const env = Object.entries(step.env ?? {}).map(([name, text]) => [name, evaluated(text, context)]);
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      ...gitEnvironment,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(env),
    },
  });
  return {
    code: status ?? -1,
    stderr,
    commands: [...commandsIn(stdout), ...commandsIn(stderr)],
    summary: readFileSync(summary, 'utf8'),
    outputs: outputsIn(readFileSync(output, 'utf8')),
    skipped: [],
  };
}
