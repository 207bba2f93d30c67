import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { parse } from 'yaml';
import { emptyFolder, type Run, repository } from './bin.ts';
import { inPipe } from './host.ts';
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
  /** What was uploaded as an artifact: the files of its folder, by artifact and name. */
  readonly uploads: Readonly<Record<string, Texts>>;
}

/** Where a job runs: the folder that the repository was checked out into, and where the action is. */
export interface Runner {
  readonly workspace: string;
  readonly actionPath: string;
  /** Whether scripts start the built program; else they have this process run the command line. */
  readonly built?: boolean;
  /** Further variables of the runner, such as `GITHUB_EVENT_NAME`. */
  readonly env?: Texts;
}

/** The token of a job. */
export const jobToken = 'token-of-the-job';

/** Runs steps as the runner does, in a shell of their own each; actions of others are not there and left out. */
export async function runSteps(steps: readonly Step[], runner: Runner, given: Context = {}): Promise<Ended> {
  const context: Record<string, string> = {
    'github.action_path': runner.actionPath,
    'github.token': jobToken,
    ...given,
  };
  const skipped: string[] = [];
  const uploads: Record<string, Texts> = {};
  const commands: Command[] = [];
  let [stderr, summary, code] = ['', '', 0];
  let outputs: Texts = {};
  for (const step of steps) {
    if (step.if !== undefined && !holds(step.if, context)) continue;
    if (step.uses?.startsWith('actions/upload-artifact@')) {
      const [name = '', path = ''] = [step.with?.name, step.with?.path].map((text = '') => evaluated(text, context));
      uploads[name] = textsIn(path);
      continue;
    }
    if (step.uses !== undefined && step.uses !== './') {
      skipped.push(step.uses);
      continue;
    }
    const ended = await (step.uses === './'
      ? runAction(step.with ?? {}, runner, context)
      : runScript(step, runner, context));
    commands.push(...ended.commands);
    Object.assign(uploads, ended.uploads);
    stderr += ended.stderr;
    summary += ended.summary;
    outputs = ended.outputs;
    for (const [name, text] of Object.entries(outputs)) context[`steps.${step.id}.outputs.${name}`] = text;
    code = ended.code;
    if (code !== 0) break;
  }
  const last = Object.fromEntries(Object.entries(context).filter(([name]) => name.startsWith('steps.')));
  return { code, stderr, commands, summary, outputs: { ...outputs, ...last }, skipped, uploads };
}

/** The texts of the files in a folder, by name. */
const textsIn = (folder: string): Texts =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

const tokenOfJob: Context = { 'github.token': jobToken };

/** Runs the action of this repository. Inputs that there are not, the runner warns of; here they are an error. */
export async function runAction(given: Texts, runner: Runner, outer: Context = {}): Promise<Ended> {
  const action = yamlFile('action.yml') as Action;
  const inputs: Record<string, string> = {};
  for (const [name, input] of Object.entries(action.inputs))
    inputs[`inputs.${name}`] = evaluated(input.default, tokenOfJob);
  for (const [name, text] of Object.entries(given)) {
    if (action.inputs[name] === undefined) throw new Error(`there is no input ${name}`);
    inputs[`inputs.${name}`] = evaluated(text, outer);
  }
  const ended = await runSteps(action.runs.steps, runner, inputs);
  const outputs = Object.entries(action.outputs).map(([name, output]) => [
    name,
    evaluated(output.value, ended.outputs),
  ]);
  return { ...ended, outputs: Object.fromEntries(outputs) };
}

/**
 * `node` for a script of bash: it hands its arguments to this process, which answers with an exit code and with files of
 * what was printed. Other scripts than the command line are started.
 */
const nodeHere = `node() {
  local code stdout stderr
  if [ "\${1##*/}" != rutte-tally.js ]; then command node "$@"; return; fi
  printf '%s\\0' "$#" "$@" >&3
  read -r code stdout stderr <&4
  cat "$stdout"
  cat "$stderr" >&2
  return "$code"
}
`;

/** What the program does that a script has started, run in this process. */
function runHere(words: readonly string[], { workspace, actionPath }: Runner, env: Texts): Promise<Run> {
  const [program, ...args] = words;
  if (program !== join(actionPath, 'bin', 'rutte-tally.js')) throw new Error(`a script started ${program}`);
  return inPipe(args, { cwd: workspace, env });
}

async function runScript(step: Step, runner: Runner, context: Context): Promise<Ended> {
  const folder = emptyFolder();
  const files = ['script.sh', 'output', 'summary', 'stdout', 'stderr'] as const;
  const [script, output, summary, ...said] = files.map((name) => join(folder, name)) as [
    string,
    string,
    string,
    ...string[],
  ];
  writeFileSync(script, `${runner.built ? '' : nodeHere}${evaluated(step.run ?? '', context)}`);
  for (const file of [output, summary]) writeFileSync(file, '');
  const env = {
    ...gitEnvironment,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: runner.workspace,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: emptyFolder(),
    ...runner.env,
    ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, evaluated(text, context)])),
  };
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: runner.workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  let [stdout, stderr, asked] = ['', '', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [, , , asks, answers] = child.stdio as [null, Readable, Readable, Readable, Writable];
  asks.setEncoding('utf8').on('data', async (text: string) => {
    asked += text;
    const [count = '', ...words] = asked.split('\0').slice(0, -1);
    if (count === '' || words.length < Number(count)) return;
    asked = '';
    const run = await runHere(words, runner, env);
    for (const [index, file] of said.entries()) writeFileSync(file, [run.stdout, run.stderr][index] ?? '');
    answers.write(`${run.code} ${said.join(' ')}\n`);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return {
    code: code ?? -1,
    stderr,
    commands: [...commandsIn(stdout), ...commandsIn(stderr)],
    summary: readFileSync(summary, 'utf8'),
    outputs: outputsIn(readFileSync(output, 'utf8')),
    skipped: [],
    uploads: {},
  };
}
