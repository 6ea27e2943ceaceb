import type { Host } from '../Host';
import { file, removeEntry, storeEntry } from '../records/entries';
import type { InboxEntry } from '../records/Entry';
import { minute } from '../records/minute';
import type { ConnectedNumber } from '../records/numbers';
import type { WebhookEvent } from '../webhook/WebhookEvent';
import { giveUpOn } from './giveUpOn';
import { handleEvent } from './handleEvent';

/** After so many tries, over about two days, a webhook is laid aside and the setup channel is told. */
const MOST_ATTEMPTS = 11;

/**
 * Works off a stored webhook: every event by itself, those of one customer in their order. When something failed the
 * webhook is filed under a later minute, where the sweep finds it; what was done already is then recognised as repeated.
 *
 * Never throws: there is nobody left to answer to.
 */
export async function workOff(
  host: Host,
  inbox: InboxEntry,
  events: readonly WebhookEvent[],
  numbers: readonly ConnectedNumber[],
): Promise<void> {
  const [claimed] = await Promise.allSettled([claim(host, inbox, events)]);
  const outcomes =
    claimed.status === 'rejected'
      ? [claimed]
      : await Promise.allSettled(events.map((event) => handleEvent(host, event, inbox, numbers)));
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
  try {
    if (failures.length > 0) {
      host.logger.error('A webhook could not be worked off and is tried again:', ...failures);
      await tryLater(host, inbox, failures.join('; '));
    } else if (!inbox.wamid) {
      // The record of a webhook with one message has become the message's link; this one is not needed any more.
      await removeEntry(host, inbox);
    }
  } catch (error) {
    // The store is out of reach; the record is still there, and the sweep comes by.
    host.logger.error('A webhook could not be settled:', String(error));
  }
}

/**
 * Says which messages are being worked on, where the webhook's own record does not: another instance may have been given
 * the same webhook. One round trip for the whole webhook.
 */
async function claim(host: Host, inbox: InboxEntry, events: readonly WebhookEvent[]): Promise<void> {
  const wamids = events.flatMap((event) => ('wamid' in event && event.kind !== 'status' ? (event.wamid ?? []) : []));
  if (!inbox.wamid && wamids.length > 0) {
    const { entry, minute: when, attempts } = inbox;
    await storeEntry(host, { kind: 'claim', entry, minute: when, attempts }, wamids);
  }
}

/** Waits 2, 4, 8 … minutes. The new record is written before the old one goes: a crash between leaves two, not none. */
async function tryLater(host: Host, inbox: InboxEntry, reason: string): Promise<void> {
  const attempts = inbox.attempts + 1;
  if (attempts >= MOST_ATTEMPTS) {
    await giveUpOn(host, inbox, reason);
    return;
  }
  const later = Date.now() + 2 ** attempts * 60_000;
  await storeEntry(host, { ...inbox, ...file(later, inbox.wamid), minute: minute(later), attempts, reason });
  await removeEntry(host, inbox);
}
