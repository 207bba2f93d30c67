import { useRef } from 'preact/hooks';
import type { Severity } from '../model/diagnostic.ts';

interface EditorProps {
  readonly text: string;
  /** The worst severity by line, one-based. */
  readonly marks: ReadonlyMap<number, Severity>;
  readonly field: { current: HTMLTextAreaElement | null };
  readonly edit: (text: string) => void;
  /** The text is to be answered now. */
  readonly settle: () => void;
}

/**
 * A field for YAML with the numbers of its lines. It is a plain field, so that screen readers, phones and the undo of the
 * browser know it.
 */
export function Editor({ text, marks, field, edit, settle }: EditorProps) {
  const gutter = useRef<HTMLPreElement>(null);
  return (
    <div class="editor">
      <pre ref={gutter} class="gutter" aria-hidden="true">
        {numbers(text.split('\n').length, marks)}
      </pre>
      <textarea
        ref={field}
        id="roster"
        aria-label="Roster in YAML"
        value={text}
        wrap="off"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        onInput={({ currentTarget }) => edit(currentTarget.value)}
        onChange={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) settle();
        }}
        onScroll={({ currentTarget }) => {
          if (gutter.current !== null) gutter.current.scrollTop = currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

/** The numbers of so many lines: text, with an element for each line that has a mark. */
function numbers(count: number, marks: ReadonlyMap<number, Severity>) {
  const parts: (string | ReturnType<typeof Mark>)[] = [];
  let from = 1;
  const rest = (to: number): string => Array.from({ length: to - from }, (_, index) => `${from + index}\n`).join('');
  for (const [line, severity] of [...marks].sort(([a], [b]) => a - b)) {
    parts.push(rest(line), <Mark key={line} line={line} severity={severity} />, '\n');
    from = line + 1;
  }
  return [...parts, rest(count + 1)];
}

const Mark = ({ line, severity }: { readonly line: number; readonly severity: Severity }) => (
  <span class={severity}>{line}</span>
);
