import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { HttpStatusCode } from '@rocket.chat/apps-engine/definition/accessors';
import {
  ApiEndpoint,
  type IApiEndpointInfo,
  type IApiRequest,
  type IApiResponse,
} from '@rocket.chat/apps-engine/definition/api';
import { OmnichannelSourceType } from '@rocket.chat/apps-engine/definition/livechat/ILivechatRoom';

/** `POST { token, phone, name, department?, text }`: a customer writes. */
export class ConversationEndpoint extends ApiEndpoint {
  override path = 'conversation';

  async post(request: IApiRequest, _endpoint: IApiEndpointInfo, read: IRead, modify: IModify): Promise<IApiResponse> {
    const { token, phone, name, department, text } = request.content;
    const livechat = modify.getCreator().getLivechatCreator();
    const visitor = await livechat.createAndReturnVisitor({
      token,
      username: phone.replace('+', ''),
      name,
      phone: [{ phoneNumber: phone }],
      ...(department && { department }),
    });
    if (!visitor) throw new Error('No visitor');
    const open = await read.getLivechatReader().getLivechatRooms(visitor);
    const source = { type: OmnichannelSourceType.APP, id: this.app.getID(), label: '+1 555', destination: '+1 555' };
    const room = open[0] ?? (await livechat.createRoom(visitor, undefined as never, { source }));
    const message = modify.getCreator().startLivechatMessage().setRoom(room).setVisitor(visitor).setText(text);
    const messageId = await modify.getCreator().finish(message);
    return this.json({ status: HttpStatusCode.OK, content: { roomId: room.id, messageId } });
  }
}
