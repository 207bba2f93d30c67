import type { Time } from '../../model/time.ts';
import { visible } from '../../text/escape-controls.ts';

/** An event of a calendar: a whole day, or a moment. */
export interface CalendarEvent {
  /** The same from run to run, so that a calendar that knows the event changes it in place. */
  readonly id: string;
  readonly at: Time;
  /** When this was known. */
  readonly known: Time;
  readonly summary: string;
  readonly description: string;
}

/** Events in the format of RFC 5545 (iCalendar). Text may come from a roster. */
export function calendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//rutte-tally//rutte-tally//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ id, at, known, summary, description }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${moment(known)}`,
    at.instant === undefined ? `DTSTART;VALUE=DATE:${dayDigits(at)}` : `DTSTART:${moment(at)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    // To have a deadline does not keep anybody busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const dayDigits = ({ day }: Time): string => day.replaceAll('-', '');

/** A moment in UTC; of a day its beginning. */
function moment(time: Time): string {
  if (time.instant === undefined) return `${dayDigits(time)}T000000Z`;
  return `${new Date(time.instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

const escaped = (text: string): string => visible(text).replace(/[\\;,]/g, '\\$&');

/** Most octets of a line, without its end. */
const mostOctets = 75;
const encoder = new TextEncoder();

/** A line in pieces that are short enough, no character divided; each piece but the first begins with a blank. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const more = encoder.encode(character).length;
    if (octets + more > mostOctets) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += character;
    octets += more;
  }
  return [...pieces, piece].join('\r\n');
}
