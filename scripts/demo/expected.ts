import { words } from './words';

/** What the transcript shows has to be so. @throws Error saying what was expected. */
export function expected(holds: boolean, what: string): void {
  if (!holds) throw new Error(words.unexpected(what));
}
