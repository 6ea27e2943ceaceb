import type { Host } from '../Host';
import { keepWaiting } from '../inbound/keepWaiting';
import { changeInstall, readInstall } from '../records/install';
import { purgeMinute } from '../records/entries';
import { KEPT } from '../records/KEPT';
import { minute } from '../records/minute';
import { purgeSnapshots } from '../records/snapshots';
import { DAY, MINUTE } from '../durations';

/** So many minutes at most in one run, lest the first run after a long pause blocks the scheduler. */
const MOST_MINUTES = 2_880;

/** Forgets what is not needed any more, minute by minute, without looking at what stays. */
export async function housekeeping(host: Host): Promise<void> {
  const now = Date.now();
  await purgeSnapshots(host, now);
  // When it cannot be kept it must not be purged either: what this throws ends the run.
  await keepWaiting(host);
  const { purgedUntil } = await readInstall(host);
  const end = now - KEPT;
  let at = purgedUntil ?? end - DAY;
  for (let walked = 0; at < end && walked < MOST_MINUTES; walked += 1) {
    await purgeMinute(host, minute(at));
    at += MINUTE;
  }
  await changeInstall(host, { purgedUntil: at });
}
