import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import {
  ApiEndpoint,
  type IApiEndpointInfo,
  type IApiRequest,
  type IApiResponse,
} from '@rocket.chat/apps-engine/definition/api';
import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { OmnichannelSourceType } from '@rocket.chat/apps-engine/definition/livechat/ILivechatRoom';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { readConversation, readText } from './readBodies';

/** The visitor that stands for a customer. */
function visitorOf(customer: string): IVisitor {
  return {
    token: `bare-${customer}`,
    username: customer,
    name: `Customer ${customer}`,
    phone: [{ phoneNumber: `+${customer}` }],
  };
}

/** Answers, and does nothing. */
export class EmptyEndpoint extends ApiEndpoint {
  override path = 'empty';

  async post(): Promise<IApiResponse> {
    return { status: 200 };
  }
}

/** `POST ?trips=5`: so many of the cheapest round trips there are, one after another; answers after the first one. */
export class ReadsEndpoint extends ApiEndpoint {
  override path = 'reads';

  async post({ query }: IApiRequest, _endpoint: IApiEndpointInfo, read: IRead): Promise<IApiResponse> {
    const trips = Number(query.trips);
    const settings = read.getEnvironmentReader().getServerSettings();
    await settings.getValueById('Site_Url');
    void (async () => {
      for (let trip = 1; trip < trips; trip += 1) {
        await settings.getValueById('Site_Url');
      }
    })();
    return { status: 200 };
  }
}

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

/** `POST { customer, number? }` (digits): opens their conversation, so that they are known from then on. */
export class ConversationEndpoint extends ApiEndpoint {
  override path = 'conversation';

  async post(
    request: IApiRequest,
    _endpoint: IApiEndpointInfo,
    _read: IRead,
    modify: IModify,
    _http: IHttp,
    _persistence: IPersistence,
  ): Promise<IApiResponse> {
    const { customer, number = '551155550100' } = readConversation(request.content);
    const livechat = modify.getCreator().getLivechatCreator();
    const visitor = await livechat.createAndReturnVisitor(visitorOf(customer));
    if (!visitor) throw new Error('No visitor');
    const address = `+${number}`;
    const source = { type: OmnichannelSourceType.APP, label: address, destination: address };
    const icons = { sidebarIcon: 'whatsapp', defaultIcon: 'whatsapp' };
    const customFields = { whatsapp: { number, customer } };
    // @ts-expect-error -- the accessor takes a room without an agent (the routing then chooses), its type does not say so
    const routed: IUser = undefined;
    await livechat.createRoom(visitor, routed, { source: { ...source, ...icons }, customFields });
    return { status: 200 };
  }
}
