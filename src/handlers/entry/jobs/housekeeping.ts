import { purgeSnapshots } from '../../../flows/snapshots';
import { DAY, MINUTE } from '../../core/durations';
import type { Host } from '../../core/Host';
import { purgeMinute } from '../../core/records/entries';
import { changeInstall, readInstall } from '../../core/records/install';
import { KEPT } from '../../core/records/KEPT';
import { minute } from '../../core/records/minute';
import { keepWaiting } from '../../inbound/held/keepWaiting';

/** The most minutes of one run, so that the first run after a long pause does not block the scheduler. */
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
