import type {
  IOutboundEmailMessageProvider,
  IOutboundMessageProviders,
  IOutboundPhoneMessageProvider,
} from '@rocket.chat/apps-engine/definition/outboundCommunication/IOutboundCommsProvider';
import { OutboundMessageBridge } from '@rocket.chat/apps-engine/server/bridges/OutboundMessagesBridge';
import { refuse } from './refuse';

/** Providers of outbound messages. As on the real server only phone providers can be used, one an app. */
export class WorkbenchOutboundMessageBridge extends OutboundMessageBridge {
  readonly #providers = new Map<string, IOutboundPhoneMessageProvider>();

  list(): IOutboundPhoneMessageProvider[] {
    return [...this.#providers.values()];
  }

  find(providerId: string): IOutboundPhoneMessageProvider | undefined {
    return this.#providers.get(providerId);
  }

  protected async registerPhoneProvider(provider: IOutboundPhoneMessageProvider): Promise<void> {
    this.#providers.set(provider.appId, provider);
  }

  protected async registerEmailProvider(provider: IOutboundEmailMessageProvider): Promise<void> {
    refuse('OutboundMessageBridge', `registerEmailProvider("${provider.name}")`);
  }

  protected async unRegisterProvider(provider: IOutboundMessageProviders): Promise<void> {
    this.#providers.delete(provider.appId);
  }
}
