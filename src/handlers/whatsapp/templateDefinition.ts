import * as v from 'valibot';

/** A template text and the variables in it. */
export interface TemplateText {
  text: string;
  /** The names between the braces: `1`, `2` … or the author's own names. */
  variables: string[];
  /** The author's example of each variable, if the definition has one. */
  examples: Readonly<Record<string, string>>;
}

/** The part above the body. */
export type TemplateHeader =
  ({ format: 'text' } & TemplateText) | { format: 'image' | 'video' | 'document' | 'gif' | 'location' | 'product' };

/** The action of a button, by its kind. */
type ButtonAction =
  | { kind: 'quickReply' | 'flow' | 'catalog' | 'productList' | 'product' | 'call' }
  | { kind: 'url'; url: string; hasSuffix: boolean; example?: string }
  | { kind: 'phone'; phone: string }
  | { kind: 'couponCode'; example?: string }
  | { kind: 'oneTimeCode' }
  | { kind: 'unknown'; type: string };

/** A button; `index` is its place among all buttons, by which a send addresses it. */
export type TemplateButton = { index: number; label: string } & ButtonAction;

/** One card of a carousel. */
export interface TemplateCard {
  header?: TemplateHeader;
  body?: TemplateText;
  buttons: TemplateButton[];
}

/** The parts of a template. */
export interface TemplateDefinition extends TemplateCard {
  /** WhatsApp writes the body of authentication templates itself. */
  isAuthentication: boolean;
  /** Parameters carry the variable's name (`parameter_format: NAMED`). */
  isNamed: boolean;
  footer?: string;
  /** For an authentication template: the minutes after which the code expires, as its footer says. */
  codeExpiresAfter?: number;
  /** A limited-time offer. If it has an end, the send must name the time. */
  offer?: { text: string; hasExpiration: boolean };
  cards: TemplateCard[];
  /** Unknown kinds of parts; such a template cannot be filled in here. */
  unknownParts: string[];
}

/** The parts of a template record that are parsed. */
interface TemplateRecord {
  category?: string;
  parameterFormat?: string;
  components: readonly unknown[];
}

const upper = v.pipe(v.string(), v.nonEmpty(), v.toUpperCase());
const text = v.fallback(v.optional(v.string()), undefined);
const texts = v.pipe(
  v.array(v.unknown()),
  v.transform((items) => items.map(String)),
);
const namedExamples = v.array(v.object({ param_name: v.string(), example: v.string() }));
const exampleSchema = v.fallback(
  v.optional(
    v.object({
      header_text: v.fallback(v.optional(texts), undefined),
      body_text: v.fallback(v.optional(v.union([v.array(texts), texts])), undefined),
      header_text_named_params: v.fallback(v.optional(namedExamples), undefined),
      body_text_named_params: v.fallback(v.optional(namedExamples), undefined),
    }),
  ),
  undefined,
);
const buttonSchema = v.object({
  type: upper,
  text,
  url: text,
  phone_number: text,
  example: v.fallback(v.optional(v.union([v.string(), texts])), undefined),
});
const componentSchema = v.object({
  type: upper,
  format: v.fallback(v.optional(upper), undefined),
  text,
  example: exampleSchema,
  code_expiration_minutes: v.fallback(v.optional(v.number()), undefined),
  limited_time_offer: v.fallback(
    v.optional(v.object({ text, has_expiration: v.fallback(v.optional(v.boolean()), undefined) })),
    undefined,
  ),
  buttons: v.fallback(v.optional(v.array(v.unknown())), undefined),
  cards: v.fallback(v.optional(v.array(v.object({ components: v.array(v.unknown()) }))), undefined),
});
type Component = v.InferOutput<typeof componentSchema>;

/** Part types that a card or a template may have; a record may also name its buttons one by one. */
const KNOWN_PARTS = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'];
const HEADER_FORMATS = ['image', 'video', 'document', 'gif', 'location', 'product'] as const;

/**
 * Parses the parts of a template, ignoring case. Unreadable parts are left out; unknown kinds are listed in
 * `unknownParts`. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */
export function readDefinition({ category, parameterFormat, components }: TemplateRecord): TemplateDefinition {
  const parts = readComponents(components);
  const card = readCard(parts);
  const footer = parts.find(({ type }) => type === 'FOOTER');
  const offer = parts.find(({ type }) => type === 'LIMITED_TIME_OFFER')?.limited_time_offer;
  const cardParts = parts.flatMap((part) => part.cards ?? []).map((each) => readComponents(each.components));
  const cards = cardParts.map(readCard);
  const variables = [card, ...cards].flatMap(({ header, body }) => [
    ...(header?.format === 'text' ? header.variables : []),
    ...(body?.variables ?? []),
  ]);
  const hasOneTimeCode = card.buttons.some(({ kind }) => kind === 'oneTimeCode');
  return {
    ...card,
    isAuthentication: category?.toUpperCase() === 'AUTHENTICATION' || hasOneTimeCode,
    isNamed: parameterFormat?.toUpperCase() === 'NAMED' || variables.some((name) => !NUMBER.test(name)),
    footer: footer?.text,
    codeExpiresAfter: parts.find((part) => part.code_expiration_minutes !== undefined)?.code_expiration_minutes,
    offer: offer && { text: offer.text ?? '', hasExpiration: offer.has_expiration ?? false },
    cards,
    unknownParts: unknownPartsOf([card, ...cards], [parts, ...cardParts].flat()),
  };
}

/**
 * Every variable of a text once; `{{ name }}` and `{{name}}` are the same. Numbered ones come in the order of their
 * numbers, because WhatsApp assigns their values by position; named ones in the order of the text.
 * @internal
 */
export function variablesIn(words: string): string[] {
  const names = [...new Set([...words.matchAll(VARIABLE)].map(([, name = '']) => name.trim()))];
  return names.every((name) => NUMBER.test(name)) ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

const NUMBER = /^\d+$/;

/** The text with each variable replaced. A variable without a value from `valueOf` stays unchanged. */
export function fillVariables(words: string, valueOf: (variable: string) => string | undefined): string {
  return words.replace(VARIABLE, (whole, name: string) => valueOf(name.trim()) ?? whole);
}

/** Names are short; the limit keeps the pattern linear on any text. */
const VARIABLE = /\{\{([^{}]{1,100})\}\}/g;

function readComponents(components: readonly unknown[]): Component[] {
  return components.flatMap((component) => {
    const parsed = v.safeParse(componentSchema, component);
    return parsed.success ? [parsed.output] : [];
  });
}

function readCard(parts: readonly Component[]): TemplateCard {
  const header = parts.find(({ type }) => type === 'HEADER');
  const body = parts.find(({ type }) => type === 'BODY');
  const buttons = parts.flatMap((part) => part.buttons ?? []).map(readButton);
  return {
    header: header && readHeader(header),
    body: body && readText(body.text ?? '', body.example?.body_text, body.example?.body_text_named_params),
    buttons,
  };
}

function readHeader(header: Component): TemplateHeader {
  const format = HEADER_FORMATS.find((each) => each === header.format?.toLowerCase());
  if (format) return { format };
  const { header_text: positional, header_text_named_params: named } = header.example ?? {};
  return { format: 'text', ...readText(header.text ?? '', positional, named) };
}

function isKnownFormat(format: string): boolean {
  return format === 'TEXT' || HEADER_FORMATS.some((each) => each === format.toLowerCase());
}

function readText(
  words: string,
  positional: readonly (string | readonly string[])[] = [],
  named: v.InferOutput<typeof namedExamples> = [],
): TemplateText {
  // The examples of a body are a list of lists, one for each sample; those of a header are one list.
  const [first] = positional;
  const row = typeof first === 'string' ? positional.map(String) : (first ?? []);
  const numbered = row.map((example, at): [string, string] => [String(at + 1), example]);
  const byName = named.map(({ param_name: name, example }): [string, string] => [name, example]);
  return { text: words, variables: variablesIn(words), examples: Object.fromEntries([...numbered, ...byName]) };
}

function readButton(button: unknown, index: number): TemplateButton {
  const parsed = v.safeParse(buttonSchema, button);
  if (!parsed.success) return { index, label: '', kind: 'unknown', type: '' };
  const { type, text: label = '', url = '', phone_number: phone = '', example } = parsed.output;
  const sample = typeof example === 'string' ? example : example?.[0];
  // Authors give a whole address as the example; a send contains only the value of the variable.
  const stem = url.slice(0, Math.max(0, url.indexOf('{{')));
  const suffix = sample?.startsWith(stem) ? sample.slice(stem.length) : sample;
  const actions: Record<string, ButtonAction> = {
    QUICK_REPLY: { kind: 'quickReply' },
    URL: { kind: 'url', url, hasSuffix: variablesIn(url).length > 0, example: suffix },
    PHONE_NUMBER: { kind: 'phone', phone },
    COPY_CODE: { kind: 'couponCode', example: sample },
    OTP: { kind: 'oneTimeCode' },
    FLOW: { kind: 'flow' },
    CATALOG: { kind: 'catalog' },
    MPM: { kind: 'productList' },
    SPM: { kind: 'product' },
    VOICE_CALL: { kind: 'call' },
    CALL_REQUEST: { kind: 'call' },
  };
  return { index, label, ...(actions[type] ?? { kind: 'unknown', type }) };
}

function unknownPartsOf(cards: readonly TemplateCard[], parts: readonly Component[]): string[] {
  const buttons = cards.flatMap((card) => card.buttons);
  const types = buttons.flatMap((button) => (button.kind === 'unknown' ? [button.type || 'BUTTON'] : []));
  const foreign = parts.map(({ type }) => type).filter((type) => !KNOWN_PARTS.includes(type));
  const formats = parts.flatMap(({ type, format }) =>
    type === 'HEADER' && format && !isKnownFormat(format) ? [format] : [],
  );
  return [...new Set([...foreign, ...formats, ...types])];
}
