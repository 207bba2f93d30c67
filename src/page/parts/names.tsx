import type { Standing } from '../../model/snapshot.ts';
import { visible } from '../../text/escape-controls.ts';
import type { Acts } from '../ask/ask.ts';

interface NamesProps {
  readonly members: readonly Pick<Standing, 'code' | 'name'>[];
  readonly acts: Acts | undefined;
}

/** Names of members, each of which opens its card in a page that is alive. */
export function Names({ members, acts }: NamesProps) {
  return (
    <span>
      {members.map(({ code, name }, index) => (
        <>
          {index > 0 && ', '}
          {acts === undefined ? (
            visible(name)
          ) : (
            <button type="button" class="plain" onClick={() => acts.pick(code)}>
              {visible(name)}
            </button>
          )}
        </>
      ))}
    </span>
  );
}
