import type { IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint, type IApiRequest, type IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { UserType } from '@rocket.chat/apps-engine/definition/users';
import { readRoom, readSending, readWamid, type Sending } from './readBodies';

let sending: Sending | undefined;

/** `POST { url, keys }`: from then on what agents write is sent. */
export class SendingEndpoint extends ApiEndpoint {
  override path = 'sending';

  post({ content }: IApiRequest): Promise<IApiResponse> {
    sending = readSending(content);
    return Promise.resolve({ status: 200 });
  }
}

/** Whether it is an agent's message and agents' messages are sent. */
export function isToBeSent({ room, sender }: IMessage): boolean {
  return sending !== undefined && room.type === RoomType.LIVE_CHAT && sender.type === UserType.USER;
}

const by = (id: string) => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, id);

/**
 * Does the calls that an agent's text costs, with arguments of the same size and in the same order: writes that it is
 * sent, reads its queue, sends it, writes and reads the link, and removes the first record. It decides, checks and
 * remembers nothing.
 */
export async function sendBare(message: IMessage, read: IRead, persistence: IPersistence): Promise<void> {
  const { id = '', text = '', room } = message;
  const { number, customer } = readRoom(room.customFields);
  const facts = { number, customer, roomId: room.id, messageId: id, postedAt: Date.now(), words: text };
  const queue = `${number} ${customer}`;
  const own = [by(`entry:${id}`), by(`minute:${new Date().toISOString().slice(0, 16)}`), by(`about:${id}`)];
  await persistence.createWithAssociations({ kind: 'outbox', ...facts, queue, piece: '0', state: 'sending' }, [
    ...own,
    by(`queue:${queue}`),
    by('queue'),
  ]);
  await read.getPersistenceReader().readByAssociation(by(`queue:${queue}`));
  const wamid = await send({ number, customer, text, id });
  await persistence.createWithAssociations({ kind: 'link', direction: 'out', ...facts, wamid, delivery: 'accepted' }, [
    ...own.slice(1),
    by(`wamid:${wamid}`),
  ]);
  await read.getPersistenceReader().readByAssociation(by(`wamid:${wamid}`));
  await persistence.removeByAssociations(own.slice(0, 1));
}

async function send(message: { number: string; customer: string; text: string; id: string }): Promise<string> {
  const { number, customer, text, id } = message;
  if (!sending) throw new Error('Nobody said where texts go');
  const answer = await fetch(sending.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'D360-API-KEY': sending.keys[number] ?? '' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: customer,
      type: 'text',
      text: { body: text, preview_url: false },
      biz_opaque_callback_data: id,
    }),
  });
  return readWamid(await answer.json());
}
