import type { TemplateButton, TemplateCard, TemplateDefinition, TemplateText } from './templateDefinition';

/** The position of a field: in the template itself or in a card of its carousel. */
export interface FieldPlace {
  part: 'header' | 'body' | 'offer' | 'button';
  /** The card's position in the carousel, from 0. */
  card?: number;
  /** The label of the button that the value is for. */
  button?: string;
}

/** The kind of value that a field takes. */
export type FieldInput =
  | { kind: 'text'; variable: string }
  | { kind: 'media'; media: 'image' | 'video' | 'document' | 'gif' }
  | { kind: 'urlSuffix'; url: string }
  | { kind: 'location' | 'couponCode' | 'oneTimeCode' | 'expiry' | 'catalogId' | 'productId' | 'productList' };

/** A value that a person must give before a template can be sent. */
export interface TemplateField {
  /** Unique within the template, and stable until the template changes. */
  id: string;
  place: FieldPlace;
  input: FieldInput;
  /** The author's example. */
  example?: string;
  /** The most characters that WhatsApp accepts, if this value has its own limit. */
  limit?: number;
  isOptional?: boolean;
}

/** Meta: 15 characters for coupon codes and one-time codes. */
const CODE_LIMIT = 15;
/** Meta: an address has at most 2,000 characters. */
const URL_LIMIT = 2000;

/** The fields of a template, in the order of the message. */
export function fieldsOf(definition: TemplateDefinition): TemplateField[] {
  return [
    ...fieldsOfCard(definition, {}),
    ...(definition.offer?.hasExpiration ? [expiry] : []),
    ...definition.cards.flatMap((card, at) => fieldsOfCard(card, { card: at })),
  ];
}

/** The id of a field, by which the message finds its value. */
export function fieldId(place: { card?: number }, ...path: (string | number)[]): string {
  return [...(place.card === undefined ? [] : [`card${place.card}`]), ...path].join('.');
}

const expiry: TemplateField = { id: fieldId({}, 'offer'), place: { part: 'offer' }, input: { kind: 'expiry' } };

function fieldsOfCard(card: TemplateCard, at: { card?: number }): TemplateField[] {
  return [
    ...headerFields(card, at),
    ...(card.body ? textFields(card.body, { part: 'body', ...at }) : []),
    ...buttonFields(card, at),
  ];
}

function headerFields({ header }: TemplateCard, at: { card?: number }): TemplateField[] {
  const place: FieldPlace = { part: 'header', ...at };
  if (!header) return [];
  if (header.format === 'text') return textFields(header, place);
  if (header.format === 'location') return [{ id: fieldId(at, 'header'), place, input: { kind: 'location' } }];
  if (header.format === 'product') {
    return [
      { id: fieldId(at, 'header', 'catalog'), place, input: { kind: 'catalogId' } },
      { id: fieldId(at, 'header', 'product'), place, input: { kind: 'productId' } },
    ];
  }
  return [{ id: fieldId(at, 'header'), place, input: { kind: 'media', media: header.format } }];
}

function textFields({ variables, examples }: TemplateText, place: FieldPlace): TemplateField[] {
  return variables.map((variable) => ({
    id: fieldId(place, place.part, variable),
    place,
    input: { kind: 'text', variable },
    example: examples[variable],
  }));
}

function buttonFields({ buttons }: TemplateCard, at: { card?: number }): TemplateField[] {
  return buttons.flatMap((button) => {
    const place: FieldPlace = { part: 'button', button: button.label, ...at };
    const fields = buttonInputs[button.kind]?.(button) ?? [];
    return fields.map(({ name, ...field }) => ({ id: fieldId(at, 'button', button.index, name), place, ...field }));
  });
}

type ButtonField = { name: string } & Omit<TemplateField, 'id' | 'place'>;

/** The field of each kind of button. A kind that is not listed has none. */
const buttonInputs: Partial<Record<TemplateButton['kind'], (button: TemplateButton) => ButtonField[]>> = {
  url: (button) =>
    button.kind === 'url' && button.hasSuffix
      ? [
          {
            name: 'suffix',
            input: { kind: 'urlSuffix', url: button.url },
            example: button.example,
            limit: URL_LIMIT,
          },
        ]
      : [],
  couponCode: (button) => [
    {
      name: 'code',
      input: { kind: 'couponCode' },
      example: button.kind === 'couponCode' ? button.example : undefined,
      limit: CODE_LIMIT,
    },
  ],
  oneTimeCode: () => [{ name: 'code', input: { kind: 'oneTimeCode' }, limit: CODE_LIMIT }],
  // Without a thumbnail, WhatsApp shows the first product of the catalogue.
  catalog: () => [{ name: 'thumbnail', input: { kind: 'productId' }, isOptional: true }],
  productList: () => [
    { name: 'thumbnail', input: { kind: 'productId' } },
    { name: 'products', input: { kind: 'productList' } },
  ],
};
