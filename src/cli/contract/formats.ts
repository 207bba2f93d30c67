/** Values of `--color`. */
export const colorModes = ['auto', 'always', 'never'] as const;
/** A value of `--color`. */
export type ColorMode = (typeof colorModes)[number];

/** Output formats. YAML is the readable format of a command that answers with a roster. */
export const formats = ['table', 'json', 'markdown', 'csv', 'github', 'junit', 'yaml', 'ics', 'svg'] as const;
/** An output format. */
export type Format = (typeof formats)[number];

type Answers = Readonly<Record<Format, boolean>>;

/**
 * Whether each command answers in each format, in the order of its help; the first `true` is the default. The command's
 * own table of renderers needs an entry for each `true`, or it does not compile.
 */
const answersOf = {
  status: {
    table: true,
    json: true,
    markdown: true,
    csv: true,
    svg: true,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
  },
  check: {
    table: true,
    json: true,
    markdown: true,
    csv: true,
    github: true,
    junit: true,
    yaml: false,
    ics: false,
    svg: false,
  },
  list: {
    table: true,
    json: true,
    markdown: true,
    csv: true,
    ics: true,
    github: false,
    junit: false,
    yaml: false,
    svg: false,
  },
  matrix: {
    table: true,
    json: true,
    markdown: true,
    csv: true,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
    svg: false,
  },
  agreement: {
    table: true,
    json: true,
    markdown: true,
    csv: true,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
    svg: false,
  },
  diff: {
    table: true,
    json: true,
    markdown: true,
    csv: true,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
    svg: false,
  },
  timeline: {
    table: true,
    json: true,
    csv: true,
    markdown: true,
    svg: true,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
  },
  member: {
    table: true,
    json: true,
    markdown: true,
    csv: true,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
    svg: false,
  },
  snapshot: {
    yaml: true,
    json: true,
    table: false,
    markdown: false,
    csv: false,
    github: false,
    junit: false,
    ics: false,
    svg: false,
  },
  validate: {
    table: true,
    json: true,
    markdown: true,
    csv: false,
    github: true,
    junit: true,
    yaml: false,
    ics: false,
    svg: false,
  },
  record: {
    table: true,
    json: true,
    markdown: false,
    csv: false,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
    svg: false,
  },
  init: {
    table: true,
    json: true,
    markdown: false,
    csv: false,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
    svg: false,
  },
  report: {
    table: true,
    json: true,
    markdown: false,
    csv: false,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
    svg: false,
  },
  rules: {
    table: true,
    json: true,
    markdown: true,
    csv: false,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
    svg: false,
  },
  import: {
    table: true,
    json: true,
    markdown: false,
    csv: false,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
    svg: false,
  },
  schema: {
    json: true,
    table: false,
    markdown: false,
    csv: false,
    github: false,
    junit: false,
    yaml: false,
    ics: false,
    svg: false,
  },
} as const satisfies Readonly<Record<string, Answers>>;

/** A command with a choice of formats. */
export type Answering = keyof typeof answersOf;

/** The formats of a command, as a type. */
export type FormatOf<Name extends Answering> = {
  [F in Format]: (typeof answersOf)[Name] extends Readonly<Record<F, true>> ? F : never;
}[Format];

/** The formats of a command, in the order of its help. */
export function formatsOf<Name extends Answering>(name: Name): readonly FormatOf<Name>[] {
  const answers: Answers = answersOf[name];
  const inOrder = Object.keys(answers) as Format[];
  return inOrder.filter((format): format is FormatOf<Name> => answers[format]);
}

/** Options that every command takes on how to answer. */
export interface CommonOptions {
  readonly format: Format;
  readonly color: ColorMode;
  /** Show everything, not only what matters most. */
  readonly all?: boolean;
  /** Drawn with ASCII alone. */
  readonly ascii?: boolean;
  /** CSV begins with a byte order mark. */
  readonly bom?: boolean;
}
