import type { Message } from '../../documents/Message';
import { isSameDay } from './isSameDay';

const GROUPING_MS = 300_000;

/** Whether a message follows another of the same person so closely that name and picture are left out. */
export function isSequential(before: Message, message: Message): boolean {
  return (
    before.t === undefined &&
    message.t === undefined &&
    before.u._id === message.u._id &&
    before.alias === message.alias &&
    before.private === message.private &&
    message.groupable !== false &&
    isSameDay(before.ts, message.ts) &&
    Date.parse(message.ts) - Date.parse(before.ts) < GROUPING_MS
  );
}
