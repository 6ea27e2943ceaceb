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
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import { isHidden, MOST_OFFERED } from '../../numbers/templates/sendableTemplates';
import type { TemplateDefinition } from '../../whatsapp/templateDefinition';
import { fieldsOf } from '../../whatsapp/templateFields';
import { sendFromProvider } from './sendFromProvider';

type Component = IOutboundProviderTemplate['components'][number];

/** The values that the server's schema accepts (`OutboundProviderMetadataSchema`). Its type has small letters. */
const SCORES = ['GREEN', 'YELLOW', 'RED'];

/** The kinds of header files that the dialog of Outbound Messages can ask for, and their names. */
const FILES = [
  ['image', 'templates:headerImage'],
  ['video', 'templates:headerVideo'],
  ['document', 'templates:headerDocument'],
] as const;

type Accessors = [read: IRead, modify: IModify, http: IHttp, persistence: IPersistence];

/** The name has no colon, because the engine splits it at colons. */
const PROVIDER_NAME = 'WhatsApp 360Dialog (Cloud API)';

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

/** The connected numbers, which the dialog offers as senders, with the templates that it can fill in. */
async function metadataOf(host: Host): Promise<ProviderMetadata> {
  const templates: ProviderMetadata['templates'] = {};
  const t = await translatorOf(host);
  const hidden = await host.memory.settings.get('hiddenTemplates');
  for (const { digits } of await host.memory.numbers.get(host)) {
    const approved = (await findAllTemplates(host, digits)).filter(({ status }) => status === 'APPROVED');
    templates[`+${digits}`] = approved
      .filter((template) => isFillable(template.definition) && !isHidden(template, hidden))
      .map((template) => describeTemplate(template, `+${digits}`, t))
      .sort((one, other) => one.id.localeCompare(other.id))
      .slice(0, MOST_OFFERED);
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
  const isKnown = !header || header.format === 'text' || FILES.some(([format]) => format === header.format);
  const isOnlyText = fieldsOf(definition).every(({ place }) => place.part === 'header' || place.part === 'body');
  return isKnown && isOnlyText && cards.length === 0 && !offer && unknownParts.length === 0 && !isAuthentication;
}

/**
 * A template in the dialog's form. Its types and formats are in lower case, because the dialog compares them that way.
 */
function describeTemplate(template: CachedTemplate, sender: string, t: Translate): IOutboundProviderTemplate {
  const { name, language, category = '', quality = '', definition, id = '', namespace = '' } = template;
  return {
    // The unique id of a list entry: each language of a name is an entry.
    id: `${name}.${language}`,
    name,
    language,
    type: 'whatsapp',
    category: category.toLowerCase(),
    status: 'approved',
    qualityScore: { score: SCORES.includes(quality) ? quality : 'UNKNOWN', reasons: null },
    components: componentsOf(definition, t),
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

function componentsOf({ header, body, footer }: TemplateDefinition, t: Translate): Component[] {
  return [
    ...headerOf(header, t),
    ...(body ? [{ type: 'body', text: body.text } as const] : []),
    ...(footer === undefined ? [] : [{ type: 'footer', text: footer } as const]),
  ];
}

/**
 * A header of a file is described as a text with one placeholder, which stands for the file's address. The dialog would
 * send the file of a file's header with its `format`, which the server refuses (`docs/server-facts.md`): nothing would
 * be sent, and nobody would be told why. The dialog's preview shows the placeholder itself, so its text is one that
 * people understand.
 */
function headerOf(header: TemplateDefinition['header'], t: Translate): Component[] {
  if (!header) {
    return [];
  }
  if (header.format === 'text') {
    return [{ type: 'header', format: 'text', text: header.text }];
  }
  const file = FILES.find(([format]) => format === header.format);
  return file ? [{ type: 'header', format: 'text', text: `${t(file[1])}: {{${t('templates:address')}}}` }] : [];
}
