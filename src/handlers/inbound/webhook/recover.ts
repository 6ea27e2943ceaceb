import { MINUTE, pause } from '../../core/durations';
import type { Host } from '../../core/Host';
import { findByMinute, findEntry, replaceEntry } from '../../core/records/entries';
import type { Entry, InboxEntry } from '../../core/records/Entry';
import { readInstall } from '../../core/records/install';
import { takeLease } from '../../core/records/leases';
import { minute } from '../../core/records/association';
import { aliveUntil } from '../../core/records/processes';
import { readWebhook } from '../../whatsapp/webhook/readWebhook';
import { locksOf } from './customerLocks';
import { LEASE } from './InboxWork';
import { processWebhook } from './processWebhook';
import { routeEvent } from './handleEvent';
import { isRepeated } from './Task';

/** The sweep is at most this far behind, in milliseconds. Webhooks that a crash left are filed under minutes no older than that. */
const BEHIND = 5 * MINUTE;

/** The number of attempts to take up one webhook. A process that is killed while it does so leaves its claim behind for a lease. */
const TRIES = 3;

/** Milliseconds until a webhook is looked at again that another process may be working on; each later pause is twice as long. */
const FIRST_LOOK = 200;

/** The first work of a process: it looks once for what a process before it has left. Never throws. */
export function recoverOnce(host: Host): Promise<void> {
  host.memory.recovered ??= recover(host).catch((error: unknown) => {
    host.logger.error(
      'The sweep at the start failed; the job of every minute looks for interrupted work:',
      String(error),
    );
  });
  return host.memory.recovered;
}

/**
 * Looks for webhooks that a process which was killed has stored and not worked off, and takes them up as soon as it is
 * certain that it was killed: when its lease has ended. Until then their customers' later messages wait for them, so that
 * the order is kept. Resolves when all of that has begun.
 */
export async function recover(host: Host): Promise<void> {
  const now = Date.now();
  const { sweptUntil = now } = await readInstall(host);
  const minutes = new Set<string>();
  for (let at = 0; at <= BEHIND; at += MINUTE) {
    minutes.add(minute(Math.min(now, sweptUntil + at))).add(minute(now - at));
  }
  const found = await Promise.all([...minutes].map((each) => findByMinute(host, each)));
  const numbers = await host.memory.numbers.get(host);
  for (const inbox of found.flat().filter((entry) => isOfAnother(host, entry))) {
    const { events } = readWebhook(inbox.body, inbox.receivedAt);
    const locks = events.flatMap((event) => {
      const number = routeEvent(event, numbers, inbox.sender);
      return number ? locksOf(event, number) : [];
    });
    host.memory.recovering.add(inbox.entry);
    void host.memory.locks
      .run([...new Set(locks)], () => takeUpInTime(host, inbox))
      .catch((error: unknown) => {
        host.logger.error('Interrupted work could not be resumed; the sweep does that:', String(error));
      })
      .finally(() => host.memory.recovering.delete(inbox.entry));
  }
}

/** What other processes have left in the last minutes and nobody will come back for. Never waits for a lease to end. */
export async function takeUpAbandoned(host: Host): Promise<void> {
  const now = Date.now();
  for (const at of [now - 2 * MINUTE, now - MINUTE]) {
    for (const entry of await findByMinute(host, minute(at))) {
      if (entry.kind === 'inbox' && !host.memory.recovering.has(entry.entry)) {
        await takeUp(host, entry);
      }
    }
  }
}

/**
 * Takes a webhook up that nobody works on, and works it off.
 *
 * @param queued is called when its messages have their places in the turns of their customers
 * @returns whether it need not be looked at again: false while another process works on it, and where it failed and could
 *   not be filed anew
 */
export async function takeUp(host: Host, inbox: InboxEntry, queued?: () => void): Promise<boolean> {
  const { inboxWork, numbers } = host.memory;
  if (inboxWork.has(inbox.entry)) {
    return true;
  }
  const ours = await takeOver(host, inbox);
  if (!ours) {
    return (await findEntry(host, inbox.entry))?.kind !== 'inbox';
  }
  try {
    const { events } = readWebhook(ours.body, ours.receivedAt);
    return await processWebhook(host, ours, events, await numbers.get(host), queued);
  } finally {
    inboxWork.end(ours);
  }
}

function isOfAnother({ memory }: Host, entry: Entry): entry is InboxEntry {
  const { inboxWork, recovering } = memory;
  const isKnown = inboxWork.has(entry.entry) || recovering.has(entry.entry);
  return entry.kind === 'inbox' && entry.by !== inboxWork.process.id && !isKnown;
}

/** In the turn of its customers. Resolves when its messages stand first in it, or when another process works on it. */
async function takeUpInTime(host: Host, { entry }: InboxEntry): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await pause(tries * 1_000);
    const current = await waitForLease(host, entry);
    if (!current) {
      return;
    }
    const isQueued = await new Promise<boolean>((resolve, reject) => {
      takeUp(host, current, () => resolve(true)).then(() => resolve(false), reject);
    });
    if (isQueued) {
      return;
    }
  }
}

/**
 * Waits until the lease of a webhook has ended. It looks again now and then, because the other process may be alive: then the
 * customer's next messages need not wait for the whole lease.
 *
 * @returns undefined when another process has worked it off meanwhile, or does so by another record
 */
async function waitForLease(host: Host, entry: string): Promise<InboxEntry | undefined> {
  for (let wait = FIRST_LOOK; ; wait *= 2) {
    const current = await findEntry(host, entry);
    // The record of a repeated message stays until the sweep; nobody has to wait for it.
    const isDone = current?.kind !== 'inbox' || (await isRepeatedAlone(host, current));
    if (isDone) {
      return undefined;
    }
    const left = (await leaseEnd(host, current)) - Date.now();
    if (left <= 0) {
      return current;
    }
    await pause(Math.min(left, wait));
  }
}

/** Whether the one message of a webhook is in its room already, or is brought there by a record that was stored before. */
async function isRepeatedAlone(host: Host, inbox: InboxEntry): Promise<boolean> {
  return inbox.wamid !== undefined && (await isRepeated(host, inbox, inbox.wamid));
}

/** When a webhook's lease ends, epoch milliseconds. */
async function leaseEnd(host: Host, { by, until, receivedAt }: InboxEntry): Promise<number> {
  const own = until ?? receivedAt + LEASE;
  return by === undefined || by === host.memory.inboxWork.process.id ? own : Math.max(own, await aliveUntil(host, by));
}

/**
 * The record as it is ours; undefined where another process works on it or was quicker, or where it is done. That it was
 * taken up is remembered first: what ends the process each time would else be taken up for ever.
 */
async function takeOver(host: Host, inbox: InboxEntry): Promise<InboxEntry | undefined> {
  if ((await leaseEnd(host, inbox)) > Date.now()) {
    return undefined;
  }
  const claim = await takeLease(host, `webhook ${inbox.entry}`, LEASE);
  if (!claim) {
    return undefined;
  }
  try {
    const current = await findEntry(host, inbox.entry);
    const isFree = current?.kind === 'inbox' && (await leaseEnd(host, current)) <= Date.now();
    if (!isFree || claim.left() < LEASE / 2) {
      return undefined;
    }
    const until = Date.now() + LEASE;
    const { process } = host.memory.inboxWork;
    const ours: InboxEntry = { ...current, resumed: true, stuck: current.resumed, by: process.id, until };
    await replaceEntry(host, ours);
    host.memory.inboxWork.begin(host, ours, until);
    return ours;
  } finally {
    await claim.end();
  }
}
