import type { Message } from '../../documents/Message';
import { systemTexts } from './systemTexts';

/** Types that mark a message of a person, not one of the system. */
const ORDINARY = new Set(['e2e', 'discussion-created', 'rtc']);

/** Whether a message was written by the system. An unknown type with a text of its own is an ordinary message. */
export function isSystemMessage({ t, msg }: Message): boolean {
  return t !== undefined && !ORDINARY.has(t) && (t in systemTexts || msg === '');
}
