import type { IConfigurationExtend } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { IPostMessageSent } from '@rocket.chat/apps-engine/definition/messages';
import { ConversationEndpoint } from './ConversationEndpoint';
import { EmptyEndpoint } from './EmptyEndpoint';
import { ReadsEndpoint } from './ReadsEndpoint';
import { SameCallsEndpoint } from './SameCallsEndpoint';

/** Nothing but round trips, as bare as they can be written: the measure for what a real app adds to them. */
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
      ],
    });
  }

  /** An app that hears agents is asked about every message, its own included; the bare one too, then. */
  checkPostMessageSent(): Promise<boolean> {
    return Promise.resolve(false);
  }

  executePostMessageSent(): Promise<void> {
    return Promise.resolve();
  }
}
