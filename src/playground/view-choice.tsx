import { type View, views, viewTitles } from './views.tsx';

interface ViewChoiceProps {
  readonly view: View;
  readonly choose: (view: View) => void;
}

/** A button for each way to see an answer. */
export const ViewChoice = ({ view, choose }: ViewChoiceProps) => (
  <section class="bar choice" aria-label="Show as">
    {views.map((one) => (
      <button key={one} type="button" id={`view-${one}`} aria-pressed={one === view} onClick={() => choose(one)}>
        {viewTitles[one]}
      </button>
    ))}
  </section>
);
