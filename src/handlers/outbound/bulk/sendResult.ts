import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { AppError } from '../../errors/AppError';
import { reasonOf } from '../../errors/reasonOf';
import type { Host } from '../../Host';
import { readUploadRefusal } from '../../media/storeByEngine';
import { openDirectRoom } from '../../omnichannel/openDirectRoom';
import type { TemplateJob } from '../../records/templateJobs';
import type { Translate } from '../../translation/Translate';
import { resultCsv } from './listResult';

/**
 * Sends the result of a list as a CSV file in the direct messages between the app and a user: nobody else sees the
 * customers' phones there.
 *
 * @throws AppError with what Rocket.Chat has against the file
 */
export async function sendResult(host: Host, user: IUser, t: Translate, job: TemplateJob): Promise<void> {
  const bytes = await resultCsv(host, t, job);
  const room = await openDirectRoom(host, user);
  const day = new Date().toISOString().slice(0, 10);
  const filename = `${job.template.name.replace(/[^\w.-]+/g, '_')}-${day}.csv`;
  const appUser = await host.memory.appUser.get(host);
  try {
    await host.modify.getCreator().getUploadCreator().uploadBuffer(bytes, { filename, room, user: appUser });
  } catch (error) {
    const refusal = readUploadRefusal(error) ?? { key: 'media:notStored', params: { details: reasonOf(error) } };
    throw new AppError({ kind: 'refused', retry: 'no', ...refusal, cause: error });
  }
}
