import type { Stance } from '../model/stance.ts';

/** The stances whose layers are hatched, so that they can be told apart without colour. */
export const hatched: ReadonlySet<Stance> = new Set(['abstain', 'unclear', 'conditional', 'withheld', 'oppose']);

/** The hatchings that layers refer to; once in a document. */
export function Defs() {
  const square = (size: number) => ({ width: size, height: size, patternUnits: 'userSpaceOnUse' }) as const;
  return (
    <defs>
      <pattern id="h-conditional" {...square(7)} patternTransform="rotate(45)">
        <path class="hatch" d="M0 0 H7" />
      </pattern>
      <pattern id="h-withheld" {...square(5)}>
        <path class="hatch" d="M0 0 V5" />
      </pattern>
      <pattern id="h-oppose" {...square(6)} patternTransform="rotate(45)">
        <path class="hatch light" d="M0 0 H6 M0 0 V6" />
      </pattern>
      <pattern id="h-abstain" {...square(6)}>
        <circle class="hatchdot" cx={2} cy={2} r={1} />
      </pattern>
      <pattern id="h-unclear" {...square(6)}>
        <circle class="hatchdot" cx={3} cy={3} r={0.8} />
      </pattern>
    </defs>
  );
}
