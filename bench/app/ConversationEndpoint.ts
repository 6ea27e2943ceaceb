import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { OmnichannelSourceType } from '@rocket.chat/apps-engine/definition/livechat/ILivechatRoom';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { readCustomer } from './readCustomer';
import { visitorOf } from './visitorOf';

/** `POST { customer }` (digits): opens their conversation, so that they are known from then on. */
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
    const customer = readCustomer(request.content);
    const livechat = modify.getCreator().getLivechatCreator();
    const visitor = await livechat.createAndReturnVisitor(visitorOf(customer));
    if (!visitor) throw new Error('No visitor');
    const address = '+551155550100';
    const source = { type: OmnichannelSourceType.APP, label: address, destination: address };
    const icons = { sidebarIcon: 'whatsapp', defaultIcon: 'whatsapp' };
    const customFields = { whatsapp: { number: address, customer } };
    // @ts-expect-error -- the accessor takes a room without an agent (the routing then chooses), its type does not say so
    const routed: IUser = undefined;
    await livechat.createRoom(visitor, routed, { source: { ...source, ...icons }, customFields });
    return { status: 200 };
  }
}
