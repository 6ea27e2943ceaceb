import { App } from '@rocket.chat/apps-engine/definition/App';
import type { IConfigurationExtend, IHttp, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import type { IMessage, IPostMessageSent } from '@rocket.chat/apps-engine/definition/messages';
import { ConversationEndpoint, EmptyEndpoint, ReadsEndpoint, SameCallsEndpoint } from './endpoints';
import { isToBeSent, sendBare, SendingEndpoint } from './sends';

/** An app of bare round trips: it shows how much a real app adds to them. */
export class BareApp extends App implements IPostMessageSent {
  protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    await configuration.api.provideApi({
      visibility: ApiVisibility.PRIVATE,
      security: ApiSecurity.UNSECURE,
      endpoints: [
        new EmptyEndpoint(this),
        new ReadsEndpoint(this),
        new SameCallsEndpoint(this),
        new ConversationEndpoint(this),
        new SendingEndpoint(this),
      ],
    });
  }

  /** An app that hears agents is asked about every message, its own included; the bare one too, then. */
  checkPostMessageSent(message: IMessage): Promise<boolean> {
    return Promise.resolve(isToBeSent(message));
  }

  executePostMessageSent(message: IMessage, read: IRead, _http: IHttp, persistence: IPersistence): Promise<void> {
    return sendBare(message, read, persistence);
  }
}
