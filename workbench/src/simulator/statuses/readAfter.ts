import type { Switches } from '../switches/Switches';

const GLANCE_MS = 200;

/** How long after the send a message is read: at a glance when the chat is open on the phone, else as switched, or never. */
export function readAfter(
  { deliveredAfterMs, readAfterMs }: Pick<Switches, 'deliveredAfterMs' | 'readAfterMs'>,
  isOpen: boolean,
): number | null {
  return isOpen ? deliveredAfterMs + GLANCE_MS : readAfterMs;
}
