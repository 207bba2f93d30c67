/** Pictures, in a bundle of their own that is loaded when one is asked for. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotView, TimelineView } from '../../model/view.ts';
import { renderStatusSvg } from '../../picture/document/status-document.tsx';
import { renderTimelineSvg } from '../../picture/document/timeline-document.tsx';
import { packageFolder } from '../contract/package.ts';

/** The style sheet of pictures, which the build makes. */
const builtStyle = (): string => readFileSync(join(packageFolder, 'dist', 'page', 'picture.css'), 'utf8').trim();

/** `status` as an SVG file. */
export const statusSvg = (view: SnapshotView): string => renderStatusSvg(view, builtStyle());

/** `timeline` as an SVG file. */
export const timelineSvg = (view: TimelineView): string => renderTimelineSvg(view, builtStyle());
