import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IJobContext, IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { StartupType } from '@rocket.chat/apps-engine/definition/scheduler';
import { guarded } from '../../core/hideSecrets';
import type { HostMaker } from '../../core/Host';
import type { jobs } from './jobs';

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

  // A method, not an arrow: the engine calls it on the app itself, with the log of this very run; older ones
  // (1.53 for one) call it on the processor, and give the app itself that log.
  async function processor(
    this: IApp | IProcessor,
    job: IJobContext,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<void> {
    const logger = ('getLogger' in this ? this : app).getLogger();
    await guarded(() => run(makeHost({ read, modify, http, persistence, logger }), job));
  }
}
