import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { HttpStatusCode } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { ApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import { OmnichannelSourceType } from '@rocket.chat/apps-engine/definition/livechat/ILivechatRoom';

/** Answers with what it was asked, as the app saw it. */
export class EchoEndpoint extends ApiEndpoint {
  override path = 'echo';

  get = this.#echo;
  post = this.#echo;
  put = this.#echo;

  async #echo(request: IApiRequest): Promise<IApiResponse> {
    const { method, query, content, user, headers } = request;
    return this.json({
      status: HttpStatusCode.CREATED,
      headers: { 'x-probe': 'yes' },
      content: { method, query, content, user: user?.username ?? null, agent: headers['x-agent'] ?? null },
    });
  }
}

/** Always throws. */
export class FailingEndpoint extends ApiEndpoint {
  override path = 'fail';

  get(): Promise<IApiResponse> {
    throw new Error('The endpoint fails as it was told to');
  }
}

/** The icon of conversations, as plain SVG. */
export class IconEndpoint extends ApiEndpoint {
  override path = 'get-sidebar-icon';

  async get(): Promise<IApiResponse> {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';
    return { status: HttpStatusCode.OK, headers: { 'Content-Type': 'image/svg+xml' }, content: svg };
  }
}

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
