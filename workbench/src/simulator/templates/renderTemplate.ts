import type { JsonObject } from '../json';
import { isObject, listOf, objectOf, textOf, wordOf } from '../json';
import type { TemplateRecord } from '../store/templates';
import { buttonsOf, componentOf, fillVariables, parameterValues } from './components';

const SECURITY = ' is your verification code. For your security, do not share this code.';

/** A template with the parameters of a checked send filled in, as the phone draws it. */
export function renderTemplate(template: TemplateRecord, sent: JsonObject[]): RenderedTemplate {
  const cards = listOf(componentOf(template.components, 'CAROUSEL')?.cards);
  const sentCards = listOf(componentOf(sent, 'carousel')?.cards);
  return {
    name: template.name,
    language: template.language,
    category: template.category,
    ...renderParts(template.components, sent),
    offer: renderOffer(template.components, sent),
    ...(cards.length > 0 && {
      cards: cards.map((card, index) => renderParts(listOf(card.components), listOf(sentCards[index]?.components))),
    }),
  };
}

function renderParts(
  components: JsonObject[],
  sent: JsonObject[],
): Pick<RenderedTemplate, 'header' | 'body' | 'footer' | 'buttons'> {
  const body = componentOf(components, 'BODY');
  const values = parameterValues(listOf(componentOf(sent, 'body')?.parameters));
  const text = textOf(body?.text) ?? (body ? `{{1}}${SECURITY}` : undefined);
  const footer = componentOf(components, 'FOOTER');
  const minutes = textOf(footer?.code_expiration_minutes);
  return {
    header: renderHeader(components, sent),
    body: text === undefined ? undefined : fillVariables(text, values),
    footer: textOf(footer?.text) ?? (minutes && `This code expires in ${minutes} minutes.`),
    buttons: buttonsOf(components).map((button, index) => renderButton(button, sentButton(sent, index))),
  };
}

function renderOffer(components: JsonObject[], sent: JsonObject[]): RenderedTemplate['offer'] {
  const offer = componentOf(components, 'LIMITED_TIME_OFFER')?.limited_time_offer;
  if (offer === undefined) return undefined;
  const [parameter] = listOf(componentOf(sent, 'limited_time_offer')?.parameters);
  const endsAt = Number(objectOf(parameter?.limited_time_offer).expiration_time_ms);
  return { text: textOf(objectOf(offer).text) ?? '', ...(endsAt > 0 && { endsAt }) };
}

function renderHeader(components: JsonObject[], sent: JsonObject[]): RenderedHeader | undefined {
  const header = componentOf(components, 'HEADER');
  if (!header) return undefined;
  const format = wordOf(header.format ?? 'TEXT');
  const parameters = listOf(componentOf(sent, 'header')?.parameters);
  if (format === 'TEXT') return { format, text: fillVariables(textOf(header.text) ?? '', parameterValues(parameters)) };
  const parameter = objectOf(parameters[0]);
  if (format === 'LOCATION') return { format, location: objectOf(parameter.location) };
  const media = objectOf(parameter[format.toLowerCase()]);
  return { format, media: { id: textOf(media.id), link: textOf(media.link), filename: textOf(media.filename) } };
}

function renderButton(button: JsonObject, parameter: JsonObject): RenderedButton {
  const url = textOf(button.url);
  const text = textOf(parameter.text);
  const code = textOf(parameter.coupon_code) ?? (button.type === 'OTP' ? text : undefined);
  return {
    type: String(button.type),
    text: textOf(button.text) ?? 'Copy code',
    url: url === undefined ? undefined : fillVariables(url, text === undefined ? {} : { '1': text }),
    phoneNumber: textOf(button.phone_number),
    payload: button.type === 'QUICK_REPLY' ? (textOf(parameter.payload) ?? textOf(button.text)) : undefined,
    code,
  };
}

function sentButton(sent: JsonObject[], index: number): JsonObject {
  const button = sent.find(
    (component) => String(component.type).toLowerCase() === 'button' && Number(component.index) === index,
  );
  const [parameter] = listOf(button?.parameters);
  return isObject(parameter) ? parameter : {};
}

/** A template button as the phone draws it. */
interface RenderedButton {
  type: string;
  text: string;
  url?: string;
  phoneNumber?: string;
  /** What a tap on a quick reply sends back. */
  payload?: string;
  code?: string;
}

/** The header above a template's text. */
interface RenderedHeader {
  format: string;
  text?: string;
  /** The media object of the send: `{id}` or `{link}`. */
  media?: { id?: string; link?: string; filename?: string };
  location?: Record<string, unknown>;
}

/** A template with its parameters filled in, as the phone draws it. */
export interface RenderedTemplate {
  name: string;
  language: string;
  category: string;
  header?: RenderedHeader;
  /** A limited-time offer; when it ends, in milliseconds, where the send says so. */
  offer?: { text: string; endsAt?: number };
  body?: string;
  footer?: string;
  buttons: RenderedButton[];
  cards?: { header?: RenderedHeader; body?: string; buttons: RenderedButton[] }[];
}
