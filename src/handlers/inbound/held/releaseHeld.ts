import type { Host } from '../../core/Host';
import type { HeldEntry } from '../../core/records/Entry';
import { conversationKey, findByKey } from '../../omnichannel/conversations/conversations';
import { readRefusal } from '../../omnichannel/createRoom';
import { customerLock } from '../webhook/customerLocks';
import { findHeld } from './held';
import { isSomeoneThere } from './isSomeoneThere';
import { release } from './release';

/** Lets those in who wait, where somebody is there for them by now; who cannot be let in keeps nobody else out. */
export async function releaseHeld(host: Host): Promise<void> {
  const waiting = new Map<string, HeldEntry>();
  for (const held of await findHeld(host)) {
    waiting.set(conversationKey(held.number, held.customer), held);
  }
  for (const held of waiting.values()) {
    try {
      await letIn(host, held);
    } catch (error) {
      if (readRefusal(error) !== 'nobody-there') {
        host.logger.error('A waiting customer could not be released and keeps waiting:', String(error));
      }
    }
  }
}

async function letIn(host: Host, { number: digits, customer }: HeldEntry): Promise<void> {
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = number && (await findByKey(host, digits, customer));
  if (number && conversation && (await isSomeoneThere(host, number, conversation))) {
    await host.memory.locks.run(customerLock(digits, customer), () => release(host, number, conversation));
  }
}
