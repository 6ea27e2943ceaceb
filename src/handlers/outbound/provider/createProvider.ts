import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type {
  IOutboundMessage,
  IOutboundPhoneMessageProvider,
  IOutboundProviderTemplate,
  ProviderMetadata,
} from '@rocket.chat/apps-engine/definition/outboundCommunication';
import { guarded } from '../../core/hideSecrets';
import type { Host, HostMaker } from '../../core/Host';
import type { CachedTemplate } from '../../numbers/templates/templates';
import { findAllTemplates } from '../../numbers/templates/templates';
import { isHidden } from '../../numbers/templates/hiddenTemplates';
import type { TemplateDefinition } from '../../whatsapp/templateDefinition';
import { fieldsOf } from '../../whatsapp/templateFields';
import { sendFromProvider } from './sendFromProvider';

type Component = IOutboundProviderTemplate['components'][number];

/** What the server's schema lets through (`OutboundProviderMetadataSchema`); its type says small letters. */
const SCORES = ['GREEN', 'YELLOW', 'RED'];

/** Formats of a header that the dialog of Outbound Messages asks a value for. */
const FORMATS = ['text', 'image', 'video', 'document'] as const;

type Accessors = [read: IRead, modify: IModify, http: IHttp, persistence: IPersistence];

/** The engine takes the name apart at colons: it has none. */
const PROVIDER_NAME = 'WhatsApp 360Dialog (Cloud API)';

/** The most templates of a number that are offered, in order of their names. The dialog loads all of them each time it opens. */
const MOST_TEMPLATES = 500;

/** The provider of Rocket.Chat's Outbound Messages. Its dialog sends templates, and nothing else. */
export function createProvider(app: IApp, makeHost: HostMaker): IOutboundPhoneMessageProvider {
  const hostOf = ([read, modify, http, persistence]: Accessors) =>
    makeHost({ read, modify, http, persistence, logger: app.getLogger() });
  return {
    type: 'phone',
    // Rocket.Chat finds the provider by it.
    appId: app.getID(),
    name: PROVIDER_NAME,
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
      .slice(0, MOST_TEMPLATES);
  }
  return {
    providerId: host.app.id,
    providerName: PROVIDER_NAME,
    providerType: 'phone',
    supportsTemplates: true,
    templates,
  };
}

/**
 * Whether the dialog of Outbound Messages can fill a template in: it knows a header, a body and a footer, and leaves out
 * the values of buttons, cards and offers (`template.ts` of the client).
 */
function isFillable(definition: TemplateDefinition): boolean {
  const { header, cards, offer, unknownParts, isAuthentication } = definition;
  const isKnown = !header || FORMATS.some((format) => format === header.format);
  const isOnlyText = fieldsOf(definition).every(({ place }) => place.part === 'header' || place.part === 'body');
  return isKnown && isOnlyText && cards.length === 0 && !offer && unknownParts.length === 0 && !isAuthentication;
}

/**
 * A template as the dialog reads it. Its types and formats are in small letters, because the dialog compares them so, and
 * a header always says its format: without one the dialog asks for a file.
 */
function describeTemplate(template: CachedTemplate, sender: string): IOutboundProviderTemplate {
  const { name, language, category = '', quality = '', definition, id = '', namespace = '' } = template;
  return {
    // Every language of a name is an entry of the list, which is found by this.
    id: `${name}.${language}`,
    name,
    language,
    type: 'whatsapp',
    category: category.toLowerCase(),
    status: 'approved',
    qualityScore: { score: SCORES.includes(quality) ? quality : 'UNKNOWN', reasons: null },
    components: componentsOf(definition),
    createdAt: '',
    createdBy: '',
    modifiedAt: '',
    modifiedBy: '',
    namespace,
    wabaAccountId: '',
    phoneNumber: sender,
    partnerId: '',
    externalId: id,
    updatedExternal: '',
    rejectedReason: undefined,
  };
}

function componentsOf({ header, body, footer }: TemplateDefinition): Component[] {
  return [
    ...headerOf(header),
    ...(body ? [{ type: 'body', text: body.text } as const] : []),
    ...(footer === undefined ? [] : [{ type: 'footer', text: footer } as const]),
  ];
}

function headerOf(header: TemplateDefinition['header']): Component[] {
  const format = FORMATS.find((each) => each === header?.format);
  if (!header || !format) {
    return [];
  }
  return [{ type: 'header', format, ...(header.format === 'text' ? { text: header.text } : {}) }];
}
