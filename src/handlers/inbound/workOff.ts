import type { Host } from '../Host';
import { file, removeEntry, storeEntry } from '../records/entries';
import type { InboxEntry } from '../records/Entry';
import { KEPT } from '../records/KEPT';
import type { ConnectedNumber } from '../records/numbers';
import { unmarkUndelivered } from '../records/undelivered';
import type { WebhookEvent } from '../whatsapp/webhook/WebhookEvent';
import { giveUpOn } from './giveUpOn';
import { handleEvent } from './handleEvent';
import { layAside } from './layAside';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** After so many tries, over about two days, a webhook is tried once a day, and the admins are told. */
const LATE = 11;

/** For so long: what is done of it already is known a day longer. */
const LONGEST = KEPT - DAY;

/**
 * Works off a stored webhook: every event by itself, those of one customer in their order. When something failed the
 * webhook is filed under a later minute, where the sweep finds it; what was done already is then recognised as repeated.
 * It is given up after a month, and never in silence.
 *
 * Never throws: there is nobody left to answer to.
 *
 * @returns false when it could not even be filed: its record is where it was
 */
export async function workOff(
  host: Host,
  inbox: InboxEntry,
  events: readonly WebhookEvent[],
  numbers: readonly ConnectedNumber[],
): Promise<boolean> {
  const [claimed] = await Promise.allSettled([claim(host, inbox, events)]);
  const outcomes =
    claimed.status === 'rejected'
      ? [claimed]
      : await Promise.allSettled(events.map((event) => handleEvent(host, event, inbox, numbers)));
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
  try {
    if (failures.length > 0) {
      host.logger.error('A webhook could not be worked off and is tried again:', ...failures);
      await tryLater(host, inbox, events, failures.join('; '));
    } else {
      await end(host, inbox);
    }
    return true;
  } catch (error) {
    // The store is out of reach; the record is still there, and the sweep comes by.
    host.logger.error('A webhook could not be settled:', String(error));
    return false;
  }
}

/** The record of a webhook with one message has become the message's link; that of another is not needed any more. */
async function end(host: Host, inbox: InboxEntry): Promise<void> {
  if (!inbox.wamid) {
    await removeEntry(host, inbox);
  } else if (inbox.attempts >= LATE) {
    await unmarkUndelivered(host, inbox);
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

/**
 * Waits 2, 4, 8 … minutes, then a day each time. The new record is written before the old one goes: a crash between leaves
 * two, not none.
 */
async function tryLater(host: Host, inbox: InboxEntry, events: readonly WebhookEvent[], reason: string): Promise<void> {
  const attempts = inbox.attempts + 1;
  const until = inbox.receivedAt + LONGEST;
  if (Date.now() > until) {
    await giveUpOn(host, inbox, events, reason);
    return;
  }
  const isLate = attempts >= LATE;
  const at = Date.now() + (isLate ? DAY : 2 ** attempts * MINUTE);
  const later: InboxEntry = { ...inbox, ...file(at, inbox.wamid), attempts, reason };
  await storeEntry(host, later);
  await removeEntry(host, inbox);
  if (isLate) {
    await layAside(host, { inbox: later, events, reason, until });
  }
}
