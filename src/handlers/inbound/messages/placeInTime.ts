import type { LRU } from 'tiny-lru';
import { SECOND } from '../../core/durations';

/**
 * WhatsApp tells time in whole seconds, and Rocket.Chat sorts a room by time alone: messages of one second get one
 * millisecond each, in the order they came, so that they stay in it.
 *
 * @param last the time given last, by conversation
 * @param at WhatsApp's time, epoch milliseconds
 */
export function placeInTime(last: Pick<LRU<number>, 'get' | 'set'>, conversation: string, at: number): number {
  const before = last.get(conversation);
  const inSameSecond = before !== undefined && Math.floor(before / SECOND) === Math.floor(at / SECOND);
  const full = before !== undefined && before % SECOND === SECOND - 1;
  const placed = inSameSecond && at <= before ? before + (full ? 0 : 1) : at;
  last.set(conversation, placed);
  return placed;
}
