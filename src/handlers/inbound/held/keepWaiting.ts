import { DAY } from '../../core/durations';
import type { Host } from '../../core/Host';
import { file, readRetention, removeEntry } from '../../core/records/entries';
import type { HeldEntry } from '../../core/records/Entry';
import { workAlone } from '../../core/records/leases';
import { showDay } from '../../core/showTime';
import { translatorOf } from '../../core/translator';
import { readNumbers } from '../../numbers/numbers';
import { forgetWarning, warnAdmins } from '../../numbers/warnAdmins';
import { formatPhone } from '../../whatsapp/phoneNumbers';
import { customerLock } from '../webhook/customerLocks';
import { findHeld, storeHeld } from './hold';
import { releaseOf } from './release';

/** Messages that wait longer than this are filed under a new minute, so that they are never purged. */
const RENEWED = 7 * DAY;

/** The time before the purge at which the admins are warned of waiting messages whose number is disconnected. */
const NOTICE = 7 * DAY;

/**
 * Protects messages that wait for an agent from the purge, as long as their number is connected. Messages to a disconnected
 * number are purged with their minute, about a month later. The admins are warned once, a week before, when there is still
 * time to connect the number again. The work grows with the number of waiting messages.
 */
export async function keepWaiting(host: Host): Promise<void> {
  const connected = new Set((await readNumbers(host)).map(({ digits }) => digits));
  const retention = await readRetention(host);
  const waiting = await findHeld(host);
  for (const digits of new Set(waiting.map(({ number }) => number))) {
    const held = waiting.filter(({ number }) => number === digits);
    if (connected.has(digits)) {
      await renew(host, digits, held.filter(isOlderThan(RENEWED)));
    } else if (held.some(isOlderThan(retention - NOTICE))) {
      await tell(host, digits, { held, retention });
    }
  }
}

async function renew(host: Host, digits: string, old: readonly HeldEntry[]): Promise<void> {
  for (const customer of new Set(old.map((held) => held.customer))) {
    await host.memory.locks.run(customerLock(digits, customer), () => renewOf(host, { number: digits, customer }));
  }
  if (old.length > 0) {
    await forgetWarning(host, occasionOf(digits));
  }
}

/**
 * Not while they are being let in, here or on another instance: a message that is filed again at that moment would come
 * in twice.
 */
async function renewOf(host: Host, of: { number: string; customer: string }): Promise<void> {
  await workAlone(host, releaseOf(of), async (goOn) => {
    for (const held of (await findHeld(host, of)).filter(isOlderThan(RENEWED))) {
      goOn();
      // The new record is stored first: a crash in between leaves two records, and the second one is recognised when
      // they are let in.
      await storeHeld(host, { ...held, ...file(Date.now(), held.wamid), wamid: held.wamid });
      await removeEntry(host, held);
    }
  });
}

async function tell(
  host: Host,
  digits: string,
  { held, retention }: { held: readonly HeldEntry[]; retention: number },
): Promise<void> {
  const goes = Math.min(...held.map(filedAt)) + retention;
  const date = showDay(goes, await translatorOf(host));
  const params = { number: formatPhone(digits), waiting: held.length, date };
  await warnAdmins(host, occasionOf(digits), 'warnings:stillWaiting', params);
}

function occasionOf(digits: string): string {
  return `waiting ${digits}`;
}

function isOlderThan(age: number): (held: HeldEntry) => boolean {
  return (held) => Date.now() - filedAt(held) > age;
}

function filedAt(held: HeldEntry): number {
  return Date.parse(`${held.minute}:00Z`);
}
