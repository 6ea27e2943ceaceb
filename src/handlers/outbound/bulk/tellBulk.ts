import { drawingOf } from '../../../blocks/elements';
import { listNotice } from '../../../blocks/listResult';
import type { Host } from '../../core/Host';
import { notifyByIds, openDirectRoom } from '../../omnichannel/notifyUser';
import { postAsApp } from '../../omnichannel/postAsApp';
import type { TemplateJob } from './templateJobs';
import { countOpenBatch } from './listResult';
import { translatorOf } from '../../core/translator';
import { sayState } from './sayPerson';

/**
 * Shows the progress of a list to the person who sends it, in the room where they started it: one line that only they
 * see and that replaces the earlier one. It disappears when they reload the page; the direct message at the end stays.
 * Never throws.
 */
export async function tellProgress(host: Host, job: TemplateJob): Promise<void> {
  const { id, sentBy, roomId, template, total, skipped: _, ...counts } = job;
  if (!sentBy || !roomId) {
    return;
  }
  try {
    const t = await translatorOf(host);
    const done = counts.sent + counts.waiting + counts.failed + counts.uncertain;
    const params = { template: template.name, done, total, failed: counts.failed };
    const text = `${sayState(job, t)}\n${t('bulk:progress', params)}`;
    const notice = listNotice(drawingOf({ host, t }), { text, job: id });
    await notifyByIds(host, { userId: sentBy.id, roomId }, { id: `list-${id}`, ...notice });
  } catch (error) {
    host.logger.warn('How far a list is could not be shown:', String(error));
  }
}

/**
 * Tells the person who sends to a list, by direct message, that it is finished or that the app paused it, and why.
 * After a crash it may be told twice. Never throws.
 */
export async function tellEnd(host: Host, ended: TemplateJob | undefined): Promise<void> {
  if (!ended?.sentBy || ended.origin !== 'bulk') {
    return;
  }
  try {
    const user = await host.read.getUserReader().getById(ended.sentBy.id);
    if (!isThere(user)) {
      return;
    }
    const job = await countOpenBatch(host, ended);
    await tellProgress(host, job);
    const t = await translatorOf(host);
    const { template, total, sent, waiting, failed, uncertain } = job;
    const params = { template: template.name, total, sent: sent + waiting, failed, uncertain };
    const text = `${sayState(job, t)}\n${t('bulk:ended', params)}`;
    await postAsApp(host, await openDirectRoom(host, user), listNotice(drawingOf({ host, t }), { text, job: job.id }));
  } catch (error) {
    host.logger.error('The end of a list could not be announced:', String(error));
  }
}

/** The result may be missing, although its type does not say so. */
function isThere<User>(user: User | null | undefined): user is User {
  return user !== null && user !== undefined;
}
