import { showTime } from '../core/showTime';
import type { Translate } from '../core/translator';
import type { TemplateButton, TemplateCard, TemplateDefinition } from './templateDefinition';
import { fieldId } from './templateFields';
import { filledText } from './templateMessage';
import type { FieldValue, FieldValues } from './templateMessage';

/** A button as the customer sees it. */
export interface ButtonPreview {
  kind: TemplateButton['kind'];
  label: string;
  /** The address or phone number that it opens, or the code that it copies. */
  target?: string;
}

/** A template or a card of its carousel as the customer sees it. */
export interface CardPreview {
  header?:
    | { format: 'text'; text: string }
    | { format: 'image' | 'video' | 'document' | 'gif' | 'location' | 'product'; value?: FieldValue };
  body?: string;
  buttons: ButtonPreview[];
}

/** The whole message as the customer sees it. Variables without a value keep their placeholder. */
export interface TemplatePreview extends CardPreview {
  footer?: string;
  offer?: { text: string; endsAt?: number };
  cards: CardPreview[];
  /** WhatsApp writes the text of an authentication message around this code. */
  oneTimeCode?: string;
  codeExpiresAfter?: number;
}

/** Renders a template with these values, for screens and for the copy in the room. */
export function previewTemplate(definition: TemplateDefinition, values: FieldValues): TemplatePreview {
  const { footer, offer, isAuthentication, codeExpiresAfter } = definition;
  const ends = values[fieldId({}, 'offer')];
  const code = definition.buttons.find(({ kind }) => kind === 'oneTimeCode');
  return {
    ...previewCard(definition, values, {}),
    footer,
    offer: offer && { text: offer.text, endsAt: ends?.kind === 'time' ? ends.at : undefined },
    cards: definition.cards.map((card, at) => previewCard(card, values, { card: at })),
    oneTimeCode: isAuthentication && code ? textAt(values, fieldId({}, 'button', code.index, 'code')) : undefined,
    codeExpiresAfter,
  };
}

/** When an offer ends, in words; empty if it has no end. The time is in UTC, because the reader's time zone is unknown. */
export function offerEnd({ endsAt }: NonNullable<TemplatePreview['offer']>, t: Translate): string | undefined {
  return endsAt === undefined ? undefined : t('templates:offerUntil', { time: showTime(endsAt, t, {}) });
}

/** What a button is called. The phone itself names those that copy a code, and their templates mostly have no label for them. */
export function buttonLabel({ kind, label }: ButtonPreview, t: Translate): string {
  if (label !== '') return label;
  if (kind === 'couponCode') return t('templates:couponCodeAlone');
  return kind === 'oneTimeCode' ? t('templates:oneTimeCode') : '';
}

function previewCard(card: TemplateCard, values: FieldValues, at: { card?: number }): CardPreview {
  return {
    header: previewHeader(card, values, at),
    body: filledText(card, 'body', values, at) || undefined,
    buttons: card.buttons.map((button) => ({
      kind: button.kind,
      label: button.label,
      target: targetOf(button, values, at),
    })),
  };
}

function previewHeader(card: TemplateCard, values: FieldValues, at: { card?: number }): CardPreview['header'] {
  if (!card.header) return undefined;
  if (card.header.format === 'text') return { format: 'text', text: filledText(card, 'header', values, at) ?? '' };
  return { format: card.header.format, value: values[fieldId(at, 'header')] };
}

function targetOf(button: TemplateButton, values: FieldValues, at: { card?: number }): string | undefined {
  const valueOf = (name: string) => textAt(values, fieldId(at, 'button', button.index, name));
  if (button.kind === 'phone') return button.phone;
  if (button.kind === 'couponCode' || button.kind === 'oneTimeCode') return valueOf('code');
  if (button.kind !== 'url') return undefined;
  const suffix = valueOf('suffix');
  const start = button.url.indexOf('{{');
  return button.hasSuffix && suffix !== undefined ? button.url.slice(0, start) + suffix : button.url;
}

function textAt(values: FieldValues, id: string): string | undefined {
  const value = values[id];
  return value?.kind === 'text' && value.text.trim() !== '' ? value.text.trim() : undefined;
}
