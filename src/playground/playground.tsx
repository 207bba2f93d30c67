import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Severity } from '../model/diagnostic.ts';
import { lineIndex, linesOf } from '../text/lines.ts';
import { type Example, hashOf, textOf } from './address.ts';
import { answerTo } from './answer.ts';
import { Editor } from './editor.tsx';
import type { PlaygroundBrowser } from './playground-browser.ts';
import { ProblemList } from './problem-list.tsx';
import { StartFrom } from './start-from.tsx';
import { ViewChoice } from './view-choice.tsx';
import { AnswerView, type View } from './views.tsx';

/** What the playground is made of. */
export interface PlaygroundData {
  /** The version of this program. */
  readonly version: string;
  /** Texts to begin with, the first one first. */
  readonly examples: readonly Example[];
}

interface PlaygroundProps {
  readonly data: PlaygroundData;
  /** The text of the address; undefined for an address that holds none. */
  readonly start: string | undefined;
  readonly browser: PlaygroundBrowser;
}

/** Said of an address that holds something else. */
const unreadable = 'The address holds no roster that can be read.';

/** A text as the program decodes it: without a byte order mark. */
const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

/** Milliseconds of rest before a text is answered: a long one takes longer. */
const restOf = (text: string): number => 150 + text.length / 400;

/** Milliseconds of rest before the address follows: browsers limit how often it may. */
const addressRest = 400;

/** A roster to edit, its problems, and what the program answers about it. */
export function Playground({ data: { version, examples }, start, browser }: PlaygroundProps) {
  const isOwn = (one: string): boolean => !examples.some((example) => example.text === one);
  const [text, setText] = useState(start ?? examples[0]?.text ?? '');
  const [own, setOwn] = useState(isOwn(text) ? text : '');
  const [asked, setAsked] = useState(text);
  const [view, setView] = useState<View>('status');
  const [columns, setColumns] = useState(80);
  const [said, setSaid] = useState(start === undefined && browser.hash() !== '' ? unreadable : '');
  const field = useRef<HTMLTextAreaElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const waiting = useRef<(() => void) | undefined>(undefined);
  const answer = useMemo(() => answerTo(asked, { today: browser.today(), version }), [asked, browser, version]);
  const lines = useMemo(() => linesOf(asked), [asked]);
  const marks = useMemo(() => {
    const worst = new Map<number, Severity>();
    for (const { span, severity } of answer.diagnosis.diagnostics) {
      const line = span && lineIndex(lines, span.start) + 1;
      if (line !== undefined && worst.get(line) !== 'error') worst.set(line, severity);
    }
    return worst;
  }, [answer, lines]);

  const show = (next: string): void => {
    waiting.current?.();
    setText(withoutMark(next));
    setAsked(withoutMark(next));
    if (isOwn(next)) setOwn(next);
  };
  useEffect(() => browser.ready(), [browser]);
  useEffect(
    () =>
      browser.onHash(async () => {
        const shared = await textOf(browser.hash(), examples);
        if (shared !== undefined) show(shared);
        setSaid(shared === undefined ? unreadable : '');
      }),
    [browser, examples],
  );
  useEffect(() => (panel.current === null ? undefined : browser.onColumns(panel.current, setColumns)), [browser]);
  const isFirst = useRef(true);
  useEffect(() => {
    // An address that somebody came with stays as it is until the text changes.
    if (isFirst.current) {
      isFirst.current = false;
      return undefined;
    }
    let isCurrent = true;
    const prevent = browser.after(addressRest, () => {
      void hashOf(asked, examples).then((hash) => isCurrent && browser.setHash(hash));
    });
    return () => {
      isCurrent = false;
      prevent();
    };
  }, [asked, browser, examples]);

  const name = examples.find((example) => example.text === text)?.name ?? '';
  return (
    <div class={`playground ${view}`}>
      <section class="source" aria-label="Roster">
        <div class="bar">
          <StartFrom
            examples={examples}
            name={name}
            choose={(chosen) => show(examples.find((example) => example.name === chosen)?.text ?? own)}
          />
          <button
            type="button"
            onClick={async () => {
              browser.setHash(await hashOf(text, examples));
              setSaid((await browser.copyAddress()) ? 'Link copied.' : 'Copy the address of this page to share it.');
            }}
          >
            Copy link
          </button>
          <p class="said" role="status">
            {said}
          </p>
        </div>
        <Editor
          text={text}
          marks={marks}
          field={field}
          edit={(written) => {
            const next = withoutMark(written);
            waiting.current?.();
            waiting.current = browser.after(restOf(next), () => setAsked(next));
            setText(next);
            setOwn(next);
            setSaid('');
          }}
          settle={() => show(field.current?.value ?? text)}
        />
        <ProblemList
          diagnosis={answer.diagnosis}
          lines={lines}
          go={({ start, end }) => field.current && browser.select(field.current, start, end)}
        />
      </section>
      <div class="answer">
        <ViewChoice view={view} choose={setView} />
        <div ref={panel} id="answer" class="panel" data-columns={columns}>
          <AnswerView key={`${view} ${asked}`} view={view} answer={answer} columns={columns} browser={browser} />
        </div>
      </div>
    </div>
  );
}
