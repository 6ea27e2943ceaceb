import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import type { Host } from '../core/Host';
import { postAsApp } from '../omnichannel/postAsApp';
import type { AppPost } from '../omnichannel/postAsApp';
import { warnAdmins } from '../numbers/warnAdmins';

/**
 * Posts a notice for the agents that is not an answer to the customer, such as news or an automatic text. While the
 * customer waits for an answer it is posted silently: their own message has already marked the room unread, and the
 * notice must not count as an agent's answer, nor make an unserved contact an active one. Otherwise it is posted
 * normally, so that the agents see something new. A setting makes all notices count.
 *
 * @returns its id
 */
export async function postNotice(host: Host, room: IRoom, post: AppPost): Promise<string> {
  const counts = await host.memory.settings.get('countAutomaticMessages');
  return postWithinLimit(host, room, { ...post, quiet: !counts && !isAnswered(room) });
}

/**
 * Posts an automatic text that was sent to the customer. It does not count as an answer, unless the setting says so.
 */
export async function postAutomaticText(host: Host, room: IRoom, text: string): Promise<void> {
  await postWithinLimit(host, room, { text, quiet: !(await host.memory.settings.get('countAutomaticMessages')) });
}

/**
 * Posts a text that was sent to the customer by a person or by the app. A person's text counts as their answer. The
 * app's does not, unless the setting says so.
 *
 * @returns its id
 */
export async function postSent(
  host: Host,
  room: IRoom,
  post: AppPost,
  { isByPerson }: { isByPerson: boolean },
): Promise<string> {
  const counts = isByPerson || (await host.memory.settings.get('countAutomaticMessages'));
  return postWithinLimit(host, room, { ...post, quiet: !counts });
}

/**
 * Posts a card that an agent must notice, because their message failed, whether or not it counts as an answer.
 *
 * @param unnoticed is called when Rocket.Chat accepts the post only without notifying anybody
 * @returns its id
 */
export async function postAlarm(
  host: Host,
  room: IRoom,
  post: AppPost,
  unnoticed?: () => Promise<void>,
): Promise<string> {
  return postWithinLimit(host, room, post, unnoticed);
}

/**
 * When the licence's monthly active contacts are used up, Rocket.Chat refuses messages of apps and agents in
 * conversations with contacts who do not count yet (`BeforeSaveCheckMAC.ts`). This lasts for the rest of the month, so
 * nothing is retried: the message is posted silently, which is exempt from the limit, and the setup channel is told
 * once a month that agents cannot answer.
 */
async function postWithinLimit(
  host: Host,
  room: IRoom,
  post: AppPost,
  unnoticed?: () => Promise<void>,
): Promise<string> {
  try {
    return await postAsApp(host, room, post);
  } catch (error) {
    if (!String(error).includes('error-mac-limit-reached')) {
      throw error;
    }
    await warnAdmins(host, `contacts limit ${monthOf(new Date())}`, 'warnings:contactsLimit');
    const id = await postAsApp(host, room, { ...post, quiet: true });
    await unnoticed?.();
    return id;
  }
}

const answeredSchema = v.object({
  isWaitingResponse: v.literal(false),
  lastModifiedAt: v.pipe(v.unknown(), v.toDate()),
});

/**
 * Whether somebody answered the customer's last message in this month. A contact without an answer in this month does
 * not count for the licence yet.
 */
function isAnswered(room: IRoom): boolean {
  const parsed = v.safeParse(answeredSchema, room);
  return parsed.success && monthOf(parsed.output.lastModifiedAt) === monthOf(new Date());
}

function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}
