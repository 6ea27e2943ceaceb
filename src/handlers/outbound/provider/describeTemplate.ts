import type { IOutboundProviderTemplate } from '@rocket.chat/apps-engine/definition/outboundCommunication';
import type { CachedTemplate } from '../../records/templates';
import type { TemplateDefinition } from '../../whatsapp/templateDefinition';
import { fieldsOf } from '../../whatsapp/templateFields';

type Component = IOutboundProviderTemplate['components'][number];

/** What the server's schema lets through (`OutboundProviderMetadataSchema`); its type says small letters. */
const SCORES = ['GREEN', 'YELLOW', 'RED'];

/** Formats of a header that the dialog of Outbound Messages asks a value for. */
const FORMATS = ['text', 'image', 'video', 'document'] as const;

/**
 * Whether the dialog of Outbound Messages can fill a template in: it knows a header, a body and a footer, and leaves out
 * the values of buttons, cards and offers (`template.ts` of the client).
 */
export function isFillable(definition: TemplateDefinition): boolean {
  const { header, cards, offer, unknownParts, isAuthentication } = definition;
  const isKnown = !header || FORMATS.some((format) => format === header.format);
  const isOnlyText = fieldsOf(definition).every(({ place }) => place.part === 'header' || place.part === 'body');
  return isKnown && isOnlyText && cards.length === 0 && !offer && unknownParts.length === 0 && !isAuthentication;
}

/**
 * A template as the dialog reads it. Its types and formats are in small letters, because the dialog compares them so, and
 * a header always says its format: without one the dialog asks for a file.
 */
export function describeTemplate(template: CachedTemplate, sender: string): IOutboundProviderTemplate {
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
