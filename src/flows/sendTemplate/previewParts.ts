import type { PreviewPart } from '../../blocks/templatePreview';
import type { Translate } from '../../handlers/core/translator';
import { escapeMarkdown, whatsAppToMarkdown } from '../../handlers/whatsapp/markup/whatsAppToMarkdown';
import type { TemplateDefinition } from '../../handlers/whatsapp/templateDefinition';
import type { FieldValues } from '../../handlers/whatsapp/templateMessage';
import type { ButtonPreview, CardPreview, TemplatePreview } from '../../handlers/whatsapp/templatePreview';
import { buttonLabel, offerEnd, previewTemplate } from '../../handlers/whatsapp/templatePreview';

const buttonSigns: Partial<Record<ButtonPreview['kind'], string>> = {
  quickReply: ':leftwards_arrow_with_hook:',
  url: ':link:',
  phone: ':telephone_receiver:',
  call: ':telephone_receiver:',
  couponCode: ':clipboard:',
  oneTimeCode: ':clipboard:',
};

const headerWords = {
  image: 'templates:headerImage',
  video: 'templates:headerVideo',
  document: 'templates:headerDocument',
  gif: 'templates:headerGif',
  location: 'templates:headerLocation',
  product: 'templates:headerProduct',
} as const;

/** A template with these values as the phone shows it. Variables without a value keep their placeholder. */
export function previewParts(definition: TemplateDefinition, values: FieldValues, t: Translate): PreviewPart[] {
  const preview = previewTemplate(definition, values);
  const body = definition.isAuthentication && !preview.body ? codeText(preview, t) : undefined;
  const first = partOf(preview, t);
  const offerWords = preview.offer && [escapeMarkdown(preview.offer.text), offerEnd(preview.offer, t)];
  const offer = offerWords && `:hourglass_flowing_sand: ${offerWords.filter(Boolean).join(' · ')}`;
  const main: PreviewPart = {
    ...first,
    body: [offer, body ?? first.body].filter(Boolean).join('\n') || undefined,
    footer: preview.footer ?? expiryText(preview, t),
  };
  const cards = preview.cards.map((card, at) => ({
    ...partOf(card, t),
    title: t('templates:card', { number: at + 1, count: preview.cards.length }),
  }));
  return [main, ...cards];
}

function partOf({ header, body, buttons }: CardPreview, t: Translate): PreviewPart {
  const media = header && header.format !== 'text' ? header : undefined;
  const value = media?.value;
  // A header of a kind that is not known here has no text that could be shown.
  const title = header?.format === 'text' && header.text !== '' ? `*${escapeMarkdown(header.text)}*` : undefined;
  const picture =
    media?.format === 'image' && value?.kind === 'media' && 'link' in value.source && URL.canParse(value.source.link)
      ? value.source.link
      : undefined;
  return {
    header: title ?? (media && mediaLine(media, t)),
    picture,
    body: body === undefined ? undefined : whatsAppToMarkdown(body),
    buttons: buttons.map((button) => buttonLine(button, t)),
  };
}

function mediaLine({ format, value }: Exclude<NonNullable<CardPreview['header']>, { format: 'text' }>, t: Translate) {
  const details =
    value?.kind === 'location'
      ? [value.name, value.address].filter(Boolean).join(', ') || `${value.latitude}, ${value.longitude}`
      : value?.kind === 'media'
        ? 'link' in value.source
          ? value.source.link
          : (value.filename ?? '')
        : '';
  const sign = format === 'location' ? ':round_pushpin:' : ':paperclip:';
  return `${sign} ${t(headerWords[format])}${details ? `: ${escapeMarkdown(details)}` : ''}`;
}

function buttonLine(button: ButtonPreview, t: Translate): string {
  const { kind, target } = button;
  const words = [buttonLabel(button, t), target]
    .filter((each) => each !== undefined && each !== '')
    .map((each) => escapeMarkdown(each ?? ''));
  return `${buttonSigns[kind] ?? ':small_blue_diamond:'} ${words.join(' · ')}`;
}

function codeText({ oneTimeCode }: TemplatePreview, t: Translate): string {
  return t('templates:codeText', { code: escapeMarkdown(oneTimeCode ?? '{{1}}') });
}

function expiryText({ codeExpiresAfter }: TemplatePreview, t: Translate): string | undefined {
  return codeExpiresAfter === undefined ? undefined : t('templates:codeExpires', { minutes: codeExpiresAfter });
}
