import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import type { Translate } from '../../core/translator';
import { escapeMarkdown, plainToMarkdown, whatsAppToMarkdown } from '../markup/whatsAppToMarkdown';
import type { TemplateDefinition } from '../templateDefinition';
import type { FieldValue, FieldValues } from '../templateMessage';
import type { ButtonPreview, CardPreview, TemplatePreview } from '../templatePreview';
import { buttonLabel, offerEnd, previewTemplate } from '../templatePreview';
import { nameKind } from './nameKind';

/** A template that was sent to a customer. */
export interface SentTemplate {
  name: string;
  language: string;
  /** Its parts and their values; absent when only its name is known. */
  filled?: { definition: TemplateDefinition; values: FieldValues };
  /** The name of the person who sent it. */
  sender?: string;
}

/** A template in readable form for the room: who sent which one, and what the customer saw. */
export interface RenderedTemplate {
  /** Rocket.Chat Markdown. */
  text: string;
  /** The same without the line about the sender; the template's name if no more is known. */
  words: string;
  attachments?: IMessageAttachment[];
}

/** Renders a sent template. A one-time code is not repeated, because it is the customer's secret. */
export function renderTemplate({ name, language, filled, sender }: SentTemplate, t: Translate): RenderedTemplate {
  const params = { name: escapeMarkdown(name), language: escapeMarkdown(language) };
  const head = sender
    ? t('messages:templateSentBy', { ...params, sender: escapeMarkdown(sender) })
    : t('messages:templateSent', params);
  if (!filled) {
    return { text: head, words: name };
  }
  const preview = previewTemplate(filled.definition, filled.values);
  const { footer, offer, cards, oneTimeCode } = preview;
  const parts = [
    ...(oneTimeCode === undefined ? partsOf(preview, t, offerOf(offer, t)) : [t('messages:templateCode')]),
    ...(footer ? [`_${escapeMarkdown(footer)}_`] : []),
    ...cards.flatMap((card, at) => [`*${at + 1}*`, ...partsOf(card, t)]),
  ];
  const attachments = [preview, ...cards].flatMap(({ header }) => attachmentOf(header));
  const words = parts.filter((part) => part !== '').join('\n');
  return { text: `${head}\n${words}`, words, ...(attachments.length > 0 ? { attachments } : {}) };
}

function offerOf(offer: TemplatePreview['offer'], t: Translate): string {
  const words = offer ? [plainToMarkdown(offer.text), offerEnd(offer, t)].filter(Boolean) : [];
  return words.length > 0 ? `⏳ ${words.join(' · ')}` : '';
}

/** @param offer is placed between header and body, as on the phone */
function partsOf({ header, body, buttons }: CardPreview, t: Translate, offer = ''): string[] {
  return [
    headerOf(header, t),
    offer,
    body === undefined ? '' : whatsAppToMarkdown(body),
    ...buttons.map((button) => buttonOf(button, t)),
  ];
}

function headerOf(header: CardPreview['header'], t: Translate): string {
  if (!header) {
    return '';
  }
  if (header.format === 'text') {
    return `*${escapeMarkdown(header.text)}*`;
  }
  const kind = nameKind(header.format, t);
  const detail = detailOf(header.value);
  return detail === undefined ? `📎 ${kind}` : `📎 ${kind}: ${escapeMarkdown(detail)}`;
}

function detailOf(value: FieldValue | undefined): string | undefined {
  if (value?.kind === 'location') {
    return [value.name, value.address].filter(Boolean).join(', ') || `${value.latitude}, ${value.longitude}`;
  }
  return value?.kind === 'media' ? value.filename : undefined;
}

/** A picture with an address is shown; another file is linked. */
function attachmentOf(header: CardPreview['header']): IMessageAttachment[] {
  const value = header && header.format !== 'text' ? header.value : undefined;
  if (value?.kind !== 'media' || 'id' in value.source) {
    return [];
  }
  const { source, filename = '' } = value;
  const address = 'link' in source ? source.link : `/file-upload/${source.upload}/${encodeURIComponent(filename)}`;
  return header?.format === 'image'
    ? [{ imageUrl: address }]
    : [{ title: { value: filename || address, link: address } }];
}

const SIGNS: Partial<Record<ButtonPreview['kind'], string>> = {
  url: '🔗',
  phone: '📞',
  call: '📞',
  couponCode: '🎟️',
};

function buttonOf(button: ButtonPreview, t: Translate): string {
  const { kind, target } = button;
  const words = [buttonLabel(button, t), kind === 'oneTimeCode' ? undefined : target].filter(
    (each) => each !== undefined && each !== '',
  );
  return `${SIGNS[kind] ?? '▫️'} ${words.map((each) => escapeMarkdown(each ?? '')).join(' · ')}`;
}
