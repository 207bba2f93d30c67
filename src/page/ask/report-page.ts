import type { Roster } from '../../model/roster.ts';
import type { Stance } from '../../model/stance.ts';
import type { Time } from '../../model/time.ts';

/** What a report is made of: the data block of its page. All of it is plain data. */
export interface ReportPage {
  readonly roster: Roster;
  /** The date that the page begins with. */
  readonly at: Time;
  /** The assumptions that it begins with, by code. */
  readonly ifs: Readonly<Record<string, Stance>>;
  /** Whether it begins with stated positions alone. */
  readonly onRecord: boolean;
  /** The origin of the roster, as shown to users. */
  readonly origin: string;
  /** How a terminal names the roster. */
  readonly designator: string;
  /** The version of this program. */
  readonly version: string;
}

/** The script and the style of a page, which the build makes. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}
