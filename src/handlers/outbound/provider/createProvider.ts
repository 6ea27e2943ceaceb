import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type {
  IOutboundMessage,
  IOutboundPhoneMessageProvider,
  ProviderMetadata,
} from '@rocket.chat/apps-engine/definition/outboundCommunication';
import { guarded } from '../../hideSecrets';
import type { Host } from '../../Host';
import type { HostMaker } from '../../HostMaker';
import { findAllTemplates } from '../../records/templates';
import { isHidden } from '../../templates/hiddenTemplates';
import { describeTemplate, isFillable } from './describeTemplate';
import { sendFromProvider } from './sendFromProvider';

type Accessors = [read: IRead, modify: IModify, http: IHttp, persistence: IPersistence];

/** The engine takes the name apart at colons: it has none. */
const NAME = 'WhatsApp 360Dialog (Cloud API)';

/** So many templates of a number are offered, by their names: the dialog asks for all of them each time that it is opened. */
const MOST = 500;

/** The provider of Rocket.Chat's Outbound Messages. Its dialog sends templates, and nothing else. */
export function createProvider(app: IApp, makeHost: HostMaker): IOutboundPhoneMessageProvider {
  const hostOf = ([read, modify, http, persistence]: Accessors) =>
    makeHost({ read, modify, http, persistence, logger: app.getLogger() });
  return {
    type: 'phone',
    // Rocket.Chat finds the provider by it.
    appId: app.getID(),
    name: NAME,
    supportsTemplates: true,
    getProviderMetadata: (...accessors: Accessors) => guarded(() => metadataOf(hostOf(accessors))),
    sendOutboundMessage: (message: IOutboundMessage, ...accessors: Accessors) =>
      guarded(() => sendFromProvider(hostOf(accessors), message)),
  };
}

/** The connected numbers, by which the dialog says who sends, and what it can fill in of their templates. */
async function metadataOf(host: Host): Promise<ProviderMetadata> {
  const templates: ProviderMetadata['templates'] = {};
  const hidden = await host.memory.settings.get('hiddenTemplates');
  for (const { digits } of await host.memory.numbers.get(host)) {
    const approved = (await findAllTemplates(host, digits)).filter(({ status }) => status === 'APPROVED');
    templates[`+${digits}`] = approved
      .filter((template) => isFillable(template.definition) && !isHidden(template, hidden))
      .map((template) => describeTemplate(template, `+${digits}`))
      .sort((one, other) => one.id.localeCompare(other.id))
      .slice(0, MOST);
  }
  return { providerId: host.app.id, providerName: NAME, providerType: 'phone', supportsTemplates: true, templates };
}
