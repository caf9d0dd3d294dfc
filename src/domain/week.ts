import { DAY, dayNumber, momentOf, readingAt } from './local-time.ts';

/** When the week that a moment is in began, and when the next one does: Monday at midnight by a zone's clock (milliseconds since 1970). */
export const weekOf = (timeZone: string, at: number): { readonly began: number; readonly next: number } => {
  const today = dayNumber(readingAt(timeZone, at));
  // The day with the number 0 was a Thursday, three days after a Monday.
  const monday = today - ((((today + 3) % 7) + 7) % 7);
  return { began: momentOf(timeZone, monday * DAY), next: momentOf(timeZone, (monday + 7) * DAY) };
};
