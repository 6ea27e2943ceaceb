import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import type { Host } from '../core/Host';
import { postAsApp } from '../omnichannel/postAsApp';
import type { AppPost } from '../omnichannel/postAsApp';
import { warnAdmins } from '../numbers/warnAdmins';

/**
 * Tells the agents of a conversation something that is no answer to the customer, such as what happened or what the app
 * has sent by itself. While the customer waits it is posted quietly: their own message has marked the room unread
 * already, and the app must not be taken for the agent who answers, nor make an unserved contact an active one. Afterwards
 * it is posted like any message, so that the agents see that there is something new. An admin may want it to count always.
 *
 * @returns its id
 */
export async function postNotice(host: Host, room: IRoom, post: AppPost): Promise<string> {
  const counts = await host.memory.settings.get('countAutomaticMessages');
  return postWithinLimit(host, room, { ...post, quiet: !counts && !isAnswered(room) });
}

/** Posts a text that the app sent to the customer by itself. It does not count as an answer, unless an admin wants that. */
export async function postAutomaticText(host: Host, room: IRoom, text: string): Promise<void> {
  await postWithinLimit(host, room, { text, quiet: !(await host.memory.settings.get('countAutomaticMessages')) });
}

/**
 * Posts what has gone to the customer by somebody's hand or by the app itself: the former is an answer, as if they had
 * written it; the latter is not, unless an admin wants it to count.
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
 * Posts into a conversation what an agent has to notice, whatever it counts as: their message has failed.
 *
 * @param unnoticed is called when Rocket.Chat takes the post only without a notification to anybody
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
 * Where the licence's monthly active contacts are used up, Rocket.Chat takes no message of an app or an agent in a
 * conversation with a contact who does not count yet (`BeforeSaveCheckMAC.ts`). It does for the rest of the month, so
 * nothing is tried again: the message is posted quietly, which is not held to the limit, and the setup channel is told
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
 * Whether somebody has answered the customer's last message, in this month: a contact whom nobody has answered in this
 * month does not count for the licence yet.
 */
function isAnswered(room: IRoom): boolean {
  const parsed = v.safeParse(answeredSchema, room);
  return parsed.success && monthOf(parsed.output.lastModifiedAt) === monthOf(new Date());
}

function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}
