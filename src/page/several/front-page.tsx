import type { Front, FrontRow } from './front.ts';

/** The list of several decisions, each of which leads to its page. */
export function FrontPage({ front }: { readonly front: Front }) {
  return (
    <main class="front">
      <h1>{front.head}</h1>
      {front.left !== undefined && <p class="deck">{front.left}</p>}
      <ol class="decisions">
        {front.rows.map((row, index) => (
          <li key={index}>
            <Row row={row} number={index + 1} />
          </li>
        ))}
      </ol>
    </main>
  );
}

/** The address of a decision in a file about several; the first is 1. */
export const addressOf = (number: number): string => `#d=${number}`;

function Row({ row, number }: { readonly row: FrontRow; readonly number: number }) {
  const { title, body, state, outcome, stateText, need, names, due, moved, asOf } = row;
  const facts = [body, asOf, due, moved].filter((text) => text !== '');
  return (
    <>
      <b class={`stamp minor ${state === 'decided' ? '' : outcome}`}>{stateText}</b>
      <a href={addressOf(number)}>{title}</a>
      <span class="need">{need}</span>
      {names !== '' && (
        <p>
          <b>Holding out:</b> {names}
        </p>
      )}
      <p>{facts.join(' · ')}</p>
    </>
  );
}
