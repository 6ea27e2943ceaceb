import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { readText } from './readText';
import { visitorOf } from './visitorOf';

const by = (id: string) => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, id);

/**
 * Takes the webhook of one text and does the calls that a text of a known customer costs, with arguments of the same
 * size, in the same order, answering after the same one. It decides, checks and remembers nothing.
 */
export class SameCallsEndpoint extends ApiEndpoint {
  override path = 'same';

  async post(
    { content }: IApiRequest,
    _endpoint: IApiEndpointInfo,
    read: IRead,
    modify: IModify,
    _http: IHttp,
    persistence: IPersistence,
  ): Promise<IApiResponse> {
    const body: unknown = content;
    const { id: wamid, from, timestamp, text } = readText(body);
    const associations = [by(`entry:${wamid}`), by(`minute:${timestamp}`), by(`wamid:${wamid}`)];
    await persistence.createWithAssociations({ kind: 'inbox', wamid, body }, associations);
    void (async () => {
      const visitor = visitorOf(from);
      await read.getPersistenceReader().readByAssociation(by(`wamid:${wamid}`));
      const [room] = await read.getLivechatReader().getLivechatRooms(visitor);
      if (!room) throw new Error('The customer has no room');
      const creator = modify.getCreator();
      // @ts-expect-error -- of the room only the id is read, by Rocket.Chat; its type does not say so
      const target: IRoom = { id: room.id, type: room.type };
      const post = creator.startLivechatMessage().setRoom(target).setVisitor(visitor).setToken(visitor.token);
      post.setText(text.body);
      post.setData({ ...post.getMessage(), createdAt: new Date(Number(timestamp) * 1_000) });
      const messageId = await creator.finish(post);
      const link = { kind: 'link', wamid, direction: 'in', number: visitor.username, roomId: room.id, messageId };
      await persistence.updateByAssociations(associations, link);
    })();
    return { status: 200 };
  }
}
