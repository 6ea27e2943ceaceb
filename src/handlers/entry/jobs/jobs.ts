import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IJobContext, IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { StartupType } from '@rocket.chat/apps-engine/definition/scheduler';
import * as v from 'valibot';
import { purgeSnapshots } from '../../../flows/snapshots';
import { DAY, MINUTE } from '../../core/durations';
import { guarded } from '../../core/hideSecrets';
import type { Host, HostMaker } from '../../core/Host';
import { minute } from '../../core/records/association';
import { purgeMinute, readRetention } from '../../core/records/entries';
import { changeInstall, isStoreNewer, readInstall } from '../../core/records/install';
import { translatorOf } from '../../core/translator';
import { keepWaiting } from '../../inbound/held/keepWaiting';
import { recover } from '../../inbound/webhook/recover';
import { REFRESH_SOON } from '../../numbers/templates/fetchTemplates';
import { warnAdmins } from '../../numbers/warnAdmins';
import { postAsApp } from '../../omnichannel/postAsApp';
import { roomForNews } from '../../omnichannel/setupRoom';
import { workQueues } from '../../outbound/delivery/QueueWorkers';
import { sendKeptOfAll } from '../../outbound/sendWhenAnswered';
import { SEND_TEMPLATES, sendTemplates } from '../../outbound/templates/templateQueue';
import { WORK_QUEUES_SOON } from '../lifecycle';
import { CATCH_UP, catchUp } from './catchUp';
import { endJob, EVERY_MINUTE, everyMinute, formerJobs, refreshTemplates } from './everyMinute';
import { watchNumbers } from './watchNumbers';

/** The most minutes of one run, so that the first run after a long pause does not block the scheduler. */
const MOST_MINUTES = 2_880;

/** Deletes old records minute by minute, without reading those that stay. */
export async function housekeeping(host: Host): Promise<void> {
  const now = Date.now();
  await purgeSnapshots(host, now);
  // If the record cannot be filed again, it must not be purged either: the error ends the run.
  await keepWaiting(host);
  const { purgedUntil } = await readInstall(host);
  const end = now - (await readRetention(host));
  let at = purgedUntil ?? end - DAY;
  for (let walked = 0; at < end && walked < MOST_MINUTES; walked += 1) {
    await purgeMinute(host, minute(at));
    at += MINUTE;
  }
  await changeInstall(host, { purgedUntil: at });
}

/** The job that tells admins why a setting stayed as it was. */
export const TELL_SETTING = 'tell-setting';

const dataSchema = v.object({
  id: v.string(),
  problem: v.object({
    key: v.string(),
    params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  }),
});

/** Says in the setup channel why a setting was not saved: an app cannot show an error on the settings page. */
export async function tellSetting(host: Host, data: unknown): Promise<void> {
  const parsed = v.safeParse(dataSchema, data);
  const room = parsed.success ? await roomForNews(host) : undefined;
  if (!parsed.success || !room) {
    return;
  }
  const t = await translatorOf(host);
  const { id, problem } = parsed.output;
  const text = t('warnings:settingKept', { setting: t(`app:${id}`), reason: t(problem.key, problem.params) });
  await postAsApp(host, room, { text: `:warning: ${text}` });
}

interface Job {
  id: string;
  /** In the format of Rocket.Chat's scheduler; absent for a job that runs on request. */
  interval?: string;
  /** @param data the data of a requested job */
  run: (host: Host, data: unknown) => Promise<void>;
}

/** After a start: continues waiting sends and takes up work that a crash left. */
async function resumeWork(host: Host): Promise<void> {
  await recover(host);
  await workQueues(host);
}

/** The scheduled jobs. The scheduler runs a job on one instance. */
export const jobs: readonly Job[] = [
  { id: EVERY_MINUTE, interval: '1 minute', run: everyMinute },
  { id: 'send-kept', interval: '5 minutes', run: sendKeptOfAll },
  { id: 'watch-numbers', interval: '30 minutes', run: watchNumbers },
  { id: 'housekeeping', interval: '1 hour', run: housekeeping },
  { id: REFRESH_SOON, run: refreshTemplates },
  { id: TELL_SETTING, run: tellSetting },
  { id: CATCH_UP, run: catchUp },
  { id: SEND_TEMPLATES, run: sendTemplates },
  { id: WORK_QUEUES_SOON, run: resumeWork },
  ...formerJobs.map((id) => ({ id, run: endJob })),
];

/** A job as Rocket.Chat registers it, for a row of the table. */
export function createProcessor(
  app: IApp,
  makeHost: HostMaker,
  { id, interval, run }: (typeof jobs)[number],
): IProcessor {
  if (interval === undefined) {
    return { id, processor };
  }
  const startupSetting = { type: StartupType.RECURRING, interval, skipImmediate: true } as const;
  return { id, startupSetting, processor };

  // A method, not an arrow function. Newer engines call it on the app itself, with the log of this run. Older ones such
  // as 1.53 call it on the processor, and give the log to the app itself.
  async function processor(
    this: IApp | IProcessor,
    job: IJobContext,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<void> {
    const logger = ('getLogger' in this ? this : app).getLogger();
    const host = makeHost({ read, modify, http, persistence, logger });
    await guarded(async () => ((await isStoreNewer(host)) ? warnOfNewerStore(host) : run(host, job)));
  }
}

/** Once for each version that somebody goes back to. */
async function warnOfNewerStore(host: Host): Promise<void> {
  const { version } = host.app;
  await warnAdmins(host, `store newer ${version}`, 'warnings:storeNewer', { version });
}
