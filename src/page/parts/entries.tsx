import type { SectionEntry } from '../../render/layout/section.ts';

/** Entries behind a label, as a part of a list of terms; nothing without entries. */
export function Entries({ label, entries }: { readonly label: string; readonly entries: readonly SectionEntry[] }) {
  if (entries.length === 0) return undefined;
  return (
    <div>
      <dt>{label}</dt>
      {entries.map((entry) => (
        <dd>
          {typeof entry === 'string' ? (
            entry
          ) : (
            <>
              <span class="when">{entry[0]}</span> {entry[1]}
            </>
          )}
        </dd>
      ))}
    </div>
  );
}
