import type { Host } from '../Host';
import { changeInstall, readInstall } from '../records/install';
import { purgeMinute } from '../records/entries';
import { minute } from '../records/minute';
import { purgeSnapshots } from '../records/snapshots';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** WhatsApp repeats webhooks for days and reactions come for a month (Meta: reactions to messages of the last 30 days). */
const KEPT = 31 * DAY;

/** So many minutes at most in one run, lest the first run after a long pause blocks the scheduler. */
const MOST_MINUTES = 2_880;

/** Forgets what is not needed any more, minute by minute, without looking at what stays. */
export async function housekeeping(host: Host): Promise<void> {
  const now = Date.now();
  await purgeSnapshots(host, now);
  const { purgedUntil } = await readInstall(host);
  const end = now - KEPT;
  let at = purgedUntil ?? end - DAY;
  for (let walked = 0; at < end && walked < MOST_MINUTES; walked += 1) {
    await purgeMinute(host, minute(at));
    at += MINUTE;
  }
  await changeInstall(host, { purgedUntil: at });
}
