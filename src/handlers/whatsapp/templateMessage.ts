import { fillVariables, type TemplateButton, type TemplateCard, type TemplateDefinition } from './templateDefinition';
import { fieldId, fieldsOf, type TemplateField } from './templateFields';

/**
 * A field's value. A list of products is a text with one product id per line. A file has Meta's id, an address, or the
 * id of an upload in Rocket.Chat, which is uploaded to Meta when the template is sent.
 */
export type FieldValue =
  | { kind: 'text'; text: string }
  | { kind: 'media'; source: MediaSource; filename?: string }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { kind: 'time'; at: number };

/** The source of a header's file. */
export type MediaSource = { id: string } | { link: string } | { upload: string };

/** Values by the ids of their fields. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;

/** Why a value cannot be sent; the screen that shows the form has a sentence for each. */
export type ProblemReason =
  | 'valueMissing'
  | 'mediaMissing'
  | 'locationMissing'
  | 'expiryMissing'
  | 'valueHasBreaks'
  | 'valueTooLong'
  | 'bodyTooLong'
  | 'headerTooLong'
  | 'linkMalformed'
  | 'locationMalformed'
  | 'expiryPast'
  | 'tooManyProducts';

/** An error of a field's value. */
export interface FieldProblem {
  field: string;
  reason: ProblemReason;
  params?: Record<string, string | number>;
}

/** The `template.components` of a send, or the errors to correct first. */
export type TemplateParts = { ok: true; components: object[] } | { ok: false; problems: FieldProblem[] };

/** Meta: a header's text may have 60 characters, a body's 1,024, including the values of variables. */
const TEXT_LIMITS = { header: 60, body: 1024 } as const;
/** Meta refuses values with a line break, a tab or more than three spaces in a row (code 132018). */
const FORBIDDEN_WHITESPACE = /[\n\r\t]| {4}/;

/**
 * Builds the components of a template message exactly as the definition requires: a parameter for every variable, and
 * no component without values. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 * @param now epoch milliseconds; an offer must end later
 */
export function buildTemplateParts(definition: TemplateDefinition, values: FieldValues, now: number): TemplateParts {
  const problems = [
    ...fieldsOf(definition).flatMap((field) => problemOf(field, values[field.id], now)),
    ...lengthProblems(definition, values),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const offer = values[fieldId({}, 'offer')];
  const cards = definition.cards.map((card, at) => ({
    card_index: at,
    components: cardComponents(card, { card: at }, { definition, values }),
  }));
  const components = [
    ...cardComponents(definition, {}, { definition, values }),
    ...(offer?.kind === 'time' ? [offerComponent(offer.at)] : []),
    ...(cards.length > 0 ? [{ type: 'carousel', cards }] : []),
  ];
  return { ok: true, components };
}

/** How many characters the filled text has left before WhatsApp refuses it; undefined when there is no such text. */
export function charactersLeft(
  card: TemplateCard,
  part: 'header' | 'body',
  values: FieldValues,
  at: { card?: number } = {},
): number | undefined {
  const words = filledText(card, part, values, at);
  return words === undefined ? undefined : TEXT_LIMITS[part] - [...words].length;
}

/** A header's or body's text with the values filled in. Variables without a value stay unchanged. */
export function filledText(
  card: TemplateCard,
  part: 'header' | 'body',
  values: FieldValues,
  at: { card?: number } = {},
): string | undefined {
  const source = part === 'body' ? card.body : card.header?.format === 'text' ? card.header : undefined;
  return source && fillVariables(source.text, (variable) => textOf(values, fieldId(at, part, variable)) || undefined);
}

interface Sending {
  definition: TemplateDefinition;
  values: FieldValues;
}

function cardComponents(card: TemplateCard, at: { card?: number }, { definition, values }: Sending): object[] {
  const header = headerParameters(card, at, { definition, values });
  const code = card.buttons.find(({ kind }) => kind === 'oneTimeCode');
  const body = code
    ? [{ type: 'text', text: textOf(values, fieldId(at, 'button', code.index, 'code')) }]
    : textParameters(card.body?.variables ?? [], 'body', at, { definition, values });
  return [
    ...(header.length > 0 ? [{ type: 'header', parameters: header }] : []),
    ...(body.length > 0 ? [{ type: 'body', parameters: body }] : []),
    ...card.buttons.flatMap((button) => buttonComponent(button, at, values)),
  ];
}

function headerParameters({ header }: TemplateCard, at: { card?: number }, sending: Sending): object[] {
  const { values } = sending;
  if (!header) return [];
  if (header.format === 'text') return textParameters(header.variables, 'header', at, sending);
  if (header.format === 'product') {
    const product = {
      catalog_id: textOf(values, fieldId(at, 'header', 'catalog')),
      product_retailer_id: textOf(values, fieldId(at, 'header', 'product')),
    };
    return [{ type: 'product', product }];
  }
  const value = values[fieldId(at, 'header')];
  if (value?.kind === 'location') {
    const { latitude, longitude, name, address } = value;
    return [{ type: 'location', location: { latitude, longitude, name, address } }];
  }
  if (value?.kind !== 'media') return [];
  const filename = header.format === 'document' && value.filename ? { filename: value.filename } : {};
  return [{ type: header.format, [header.format]: { ...value.source, ...filename } }];
}

function textParameters(
  variables: readonly string[],
  part: 'header' | 'body',
  at: { card?: number },
  { definition, values }: Sending,
): object[] {
  return variables.map((variable) => ({
    type: 'text',
    ...(definition.isNamed ? { parameter_name: variable } : {}),
    text: textOf(values, fieldId(at, part, variable)),
  }));
}

function buttonComponent(button: TemplateButton, at: { card?: number }, values: FieldValues): object[] {
  const valueOf = (name: string) => textOf(values, fieldId(at, 'button', button.index, name));
  const built = buttonParameters[button.kind]?.(valueOf, button);
  return built
    ? [{ type: 'button', sub_type: built.subType, index: String(button.index), parameters: [built.parameter] }]
    : [];
}

type ParameterBuilder = (
  valueOf: (name: string) => string,
  button: TemplateButton,
) => { subType: string; parameter: object } | undefined;

/** The parameter of each kind of button. An unlisted kind, or one that returns nothing, has no component in a send. */
const buttonParameters: Partial<Record<TemplateButton['kind'], ParameterBuilder>> = {
  url: (valueOf, button) =>
    button.kind === 'url' && button.hasSuffix
      ? { subType: 'url', parameter: { type: 'text', text: valueOf('suffix') } }
      : undefined,
  couponCode: (valueOf) => ({
    subType: 'copy_code',
    parameter: { type: 'coupon_code', coupon_code: valueOf('code') },
  }),
  oneTimeCode: (valueOf) => ({ subType: 'url', parameter: { type: 'text', text: valueOf('code') } }),
  // The component has no values, but WhatsApp answers 131009 without it.
  flow: () => ({ subType: 'flow', parameter: { type: 'action', action: { flow_token: 'unused' } } }),
  catalog: (valueOf) => {
    const thumbnail = valueOf('thumbnail');
    const action = { thumbnail_product_retailer_id: thumbnail };
    return thumbnail ? { subType: 'catalog', parameter: { type: 'action', action } } : undefined;
  },
  productList: (valueOf, { label }) => {
    const items = linesOf(valueOf('products')).map((id) => ({ product_retailer_id: id }));
    const sections = [{ title: [...label].slice(0, SECTION_TITLE_LIMIT).join(''), product_items: items }];
    const action = { thumbnail_product_retailer_id: valueOf('thumbnail'), sections };
    return { subType: 'mpm', parameter: { type: 'action', action } };
  },
};

/** Meta: a section's title holds 24 characters. */
const SECTION_TITLE_LIMIT = 24;

function offerComponent(at: number): object {
  return {
    type: 'limited_time_offer',
    parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: at } }],
  };
}

function problemOf(field: TemplateField, value: FieldValue | undefined, now: number): FieldProblem[] {
  const problem = (reason: ProblemReason, params?: FieldProblem['params']) => [{ field: field.id, reason, params }];
  if (isEmpty(value)) return field.isOptional ? [] : problem(MISSING[field.input.kind] ?? 'valueMissing');
  if (value?.kind === 'location') {
    const isOnEarth = Math.abs(value.latitude) <= 90 && Math.abs(value.longitude) <= 180;
    return isOnEarth ? [] : problem('locationMalformed');
  }
  if (value?.kind === 'media') {
    return 'link' in value.source && !isWebAddress(value.source.link) ? problem('linkMalformed') : [];
  }
  if (value?.kind === 'time') return value.at > now ? [] : problem('expiryPast');
  const words = value?.text ?? '';
  if (field.input.kind === 'productList') {
    return linesOf(words).length > PRODUCT_LIMIT ? problem('tooManyProducts', { limit: PRODUCT_LIMIT }) : [];
  }
  if (FORBIDDEN_WHITESPACE.test(words)) return problem('valueHasBreaks');
  const length = [...words].length;
  return field.limit !== undefined && length > field.limit
    ? problem('valueTooLong', { length, limit: field.limit })
    : [];
}

/** Meta: up to 30 products in a message. */
const PRODUCT_LIMIT = 30;

const MISSING: Partial<Record<TemplateField['input']['kind'], ProblemReason>> = {
  media: 'mediaMissing',
  location: 'locationMissing',
  expiry: 'expiryMissing',
};

function lengthProblems(definition: TemplateDefinition, values: FieldValues): FieldProblem[] {
  const cards: { card: TemplateCard; at: { card?: number } }[] = [
    { card: definition, at: {} },
    ...definition.cards.map((card, index) => ({ card, at: { card: index } })),
  ];
  return cards.flatMap(({ card, at }) =>
    (['header', 'body'] as const).flatMap((part): FieldProblem[] => {
      const left = charactersLeft(card, part, values, at);
      const variables =
        part === 'body' ? card.body?.variables : card.header?.format === 'text' && card.header.variables;
      const [variable] = variables || [];
      if (left === undefined || left >= 0 || variable === undefined) return [];
      const reason = part === 'body' ? 'bodyTooLong' : 'headerTooLong';
      return [{ field: fieldId(at, part, variable), reason, params: { over: -left, limit: TEXT_LIMITS[part] } }];
    }),
  );
}

function isEmpty(value: FieldValue | undefined): boolean {
  if (value === undefined) return true;
  if (value.kind === 'text') return value.text.trim() === '';
  return value.kind === 'media' && Object.values(value.source).every((place) => place === '');
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function textOf(values: FieldValues, id: string): string {
  const value = values[id];
  return value?.kind === 'text' ? value.text.trim() : '';
}
