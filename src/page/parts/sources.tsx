import type { Source, SourceRefs } from '../../model/roster.ts';
import { sourceEntries } from '../../render/member/sources.ts';
import { safeAddress } from './link.ts';

interface SourcesProps {
  readonly refs: SourceRefs;
  /** Those of the roster, by their keys. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** The sources of a statement, as links where their addresses are of the web. */
export function Sources({ refs, sources }: SourcesProps) {
  const entries = sourceEntries(refs, sources);
  if (entries.length === 0) return undefined;
  return (
    <span class="sources">
      {entries.map(({ text, address }, index) => {
        const href = safeAddress(address);
        return (
          <>
            {index === 0 ? ' ' : ' · '}
            {href === undefined ? (
              <bdi>{text}</bdi>
            ) : (
              <a href={href} rel="noopener noreferrer nofollow">
                <bdi>{text}</bdi>
              </a>
            )}
          </>
        );
      })}
    </span>
  );
}
