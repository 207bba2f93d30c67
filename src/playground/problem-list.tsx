import type { Diagnosis, Severity, Span } from '../model/diagnostic.ts';
import { visible } from '../text/escape-controls.ts';
import { type Lines, lineAndColumnOf } from '../text/lines.ts';
import { plural } from '../text/numerals.ts';

interface ProblemListProps {
  readonly diagnosis: Diagnosis;
  readonly lines: Lines;
  readonly go: (span: Span) => void;
}

/** What `validate` says of a text, each problem with a way to its place. */
export function ProblemList({ diagnosis: { diagnostics, more }, lines, go }: ProblemListProps) {
  return (
    <div class="problems">
      <h2>{diagnostics.length === 0 ? 'No problems' : headingText(diagnostics, more)}</h2>
      {diagnostics.length > 0 && (
        <ol>
          {diagnostics.map(({ code, severity, message, span, hint }) => (
            <li key={`${code} ${span?.start} ${message}`}>
              <span class={severity}>{severity}</span> <Place span={span} lines={lines} go={go} />
              {visible(message)} <span class="diagnostic">[{code}]</span>
              {hint !== undefined && <p class="hint">{visible(hint)}</p>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function headingText(diagnostics: Diagnosis['diagnostics'], more: number): string {
  const count = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length;
  const [errors, advice] = [count('error'), count('advice')];
  return [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(advice > 0 ? [plural(advice, 'piece of advice', 'pieces of advice')] : []),
    ...(more > 0 ? [`${more} more not listed`] : []),
  ].join(', ');
}

interface PlaceProps extends Pick<ProblemListProps, 'lines' | 'go'> {
  readonly span: Span | undefined;
}

/** The place of a problem, which leads there. */
function Place({ span, lines, go }: PlaceProps) {
  if (span === undefined) return undefined;
  const { line, column } = lineAndColumnOf(lines, span.start);
  return (
    <>
      <button type="button" class="plain place" onClick={() => go(span)}>
        line {line}, column {column}
      </button>{' '}
    </>
  );
}
