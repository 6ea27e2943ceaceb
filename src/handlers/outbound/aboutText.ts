/** The texts that the app sends by itself. */
export type AutomaticKind = 'welcome' | 'finished' | 'offline' | 'consent' | 'reminder';

/** What the records of one of the app's own texts are found by. @param where the room, or the customer where there is none */
export function aboutText(kind: AutomaticKind, where: string): string {
  return `${kind} ${where}`;
}
