import * as v from 'valibot';
import type { TemplateButton, TemplateCard, TemplateDefinition } from './templateDefinition';
import { fieldId, fieldsOf } from './templateFields';
import { buildTemplateParts } from './templateMessage';
import type { FieldProblem, FieldValue, ProblemReason } from './templateMessage';

/** A caller's `template.components`, parsed against its template. */
export interface ReadComponents {
  /** The components without empty parts, which Meta refuses. */
  components: Record<string, unknown>[];
  /** Its values by the ids of their fields, if they could be parsed. */
  values: Record<string, FieldValue>;
  /** The error in English, for the calling program. */
  problems: string[];
}

const word = v.pipe(v.string(), v.toLowerCase());
const place = v.fallback(v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(Number))), undefined);
const componentSchema = v.looseObject({
  type: word,
  sub_type: v.fallback(v.optional(word), undefined),
  index: place,
  parameters: v.fallback(v.nullish(v.array(v.unknown())), undefined),
  cards: v.fallback(
    v.optional(v.array(v.looseObject({ card_index: place, components: v.array(v.unknown()) }))),
    undefined,
  ),
});
type Component = v.InferOutput<typeof componentSchema>;

const text = v.fallback(v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))), undefined);
const fallback = v.fallback(v.optional(v.object({ fallback_value: text })), undefined);
const media = v.fallback(v.optional(v.object({ id: text, link: text, filename: text })), undefined);
const degrees = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.finite());
const parameterSchema = v.object({
  type: word,
  text,
  parameter_name: text,
  currency: fallback,
  date_time: fallback,
  image: media,
  video: media,
  document: media,
  gif: media,
  location: v.fallback(
    v.optional(v.object({ latitude: degrees, longitude: degrees, name: text, address: text })),
    undefined,
  ),
  product: v.fallback(v.optional(v.object({ catalog_id: text, product_retailer_id: text })), undefined),
  coupon_code: text,
  payload: text,
  limited_time_offer: v.fallback(v.optional(v.object({ expiration_time_ms: degrees })), undefined),
  action: v.fallback(
    v.optional(
      v.object({
        thumbnail_product_retailer_id: text,
        sections: v.fallback(
          v.optional(v.array(v.object({ product_items: v.array(v.object({ product_retailer_id: v.string() })) }))),
          undefined,
        ),
      }),
    ),
    undefined,
  ),
});
type Parameter = v.InferOutput<typeof parameterSchema>;

/** The values read so far. */
interface Reading {
  values: Record<string, FieldValue>;
  problems: string[];
}

/**
 * Parses the parts of a message that a program built. An unknown template, or one with unknown kinds of parts, is not
 * checked: then WhatsApp decides.
 *
 * @param now epoch milliseconds
 */
export function readTemplateComponents(
  raw: readonly unknown[],
  definition: TemplateDefinition | undefined,
  now: number,
): ReadComponents {
  const parts = raw.map((part) => v.safeParse(componentSchema, part));
  const broken = parts.findIndex(({ success }) => !success);
  const known = parts.flatMap((part) => (part.success ? [part.output] : []));
  const components = known.filter(holdsSomething).map(cleaned);
  const reading: Reading = { values: {}, problems: [] };
  if (broken >= 0) {
    reading.problems.push(`components[${broken}] has no "type"`);
  }
  if (!definition || definition.unknownParts.length > 0) {
    return { components, ...reading };
  }
  const carousel = known.find(({ type }) => type === 'carousel');
  readCard(known, definition, {}, reading);
  readOffer(known, definition, reading);
  definition.cards.forEach((card, at) => {
    const sent = carousel?.cards?.find((each, index) => (each.card_index ?? index) === at);
    const own = (sent?.components ?? []).flatMap((part) => {
      const parsed = v.safeParse(componentSchema, part);
      return parsed.success ? [parsed.output] : [];
    });
    readCard(own, card, { card: at }, reading);
  });
  const { problems, values } = reading;
  if (carousel && definition.cards.length === 0) {
    problems.push('components has a carousel, but the template has none');
  }
  if (problems.length === 0) {
    const built = buildTemplateParts(definition, values, now);
    problems.push(...(built.ok ? [] : built.problems.map((problem) => describe(problem))));
  }
  return { components, values, problems };
}

function holdsSomething({ type, parameters, cards }: Component): boolean {
  return type !== 'footer' && ((parameters?.length ?? 0) > 0 || (cards?.length ?? 0) > 0);
}

/** Unchanged except for the case of its keywords. */
function cleaned(component: Component): Record<string, unknown> {
  const { index, ...rest } = component;
  return { ...rest, ...(index === undefined ? {} : { index: String(index) }) };
}

const WORDS: Readonly<Record<ProblemReason, string>> = {
  valueMissing: 'has no value',
  mediaMissing: 'has no file (id or link)',
  locationMissing: 'has no location',
  expiryMissing: 'has no expiration_time_ms',
  valueHasBreaks: 'has a line break, a tab or more than three spaces in a row',
  valueTooLong: 'is too long',
  bodyTooLong: 'makes the body too long',
  headerTooLong: 'makes the header too long',
  linkMalformed: 'has a link that is no web address',
  locationMalformed: 'has a location that is not on Earth',
  expiryPast: 'is over already',
  tooManyProducts: 'has too many products',
};

function describe({ field, reason, params }: FieldProblem): string {
  const limit = params?.limit === undefined ? '' : ` (at most ${params.limit})`;
  return `components: ${field} ${WORDS[reason]}${limit}`;
}

function nameOf(at: { card?: number }, part: string): string {
  return at.card === undefined ? `components: ${part}` : `components: card ${at.card}, ${part}`;
}

function parametersOf(component: Component | undefined): Parameter[] {
  return (component?.parameters ?? []).flatMap((parameter) => {
    const parsed = v.safeParse(parameterSchema, parameter);
    return parsed.success ? [parsed.output] : [];
  });
}

function readCard(parts: readonly Component[], card: TemplateCard, at: { card?: number }, reading: Reading): void {
  const { header, body } = card;
  const sentHeader = parametersOf(parts.find(({ type }) => type === 'header'));
  if (!header || header.format === 'text') {
    readTexts(sentHeader, header?.variables ?? [], { part: 'header', at }, reading);
  } else {
    readHeader(sentHeader[0], header.format, at, reading);
  }
  const sentBody = parametersOf(parts.find(({ type }) => type === 'body'));
  const code = card.buttons.find(({ kind }) => kind === 'oneTimeCode');
  if (!code) {
    readTexts(sentBody, body?.variables ?? [], { part: 'body', at }, reading);
  }
  for (const part of parts.filter(({ type }) => type === 'button')) {
    const button = card.buttons.find(({ index }) => index === (part.index ?? 0));
    if (button) {
      readButton(parametersOf(part)[0], button, at, reading);
    } else {
      reading.problems.push(`${nameOf(at, 'button')} ${part.index ?? 0} is not in the template`);
    }
  }
}

/** Positional ones by their place, named ones by their name. */
function readTexts(
  sent: readonly Parameter[],
  variables: readonly string[],
  { part, at }: { part: 'header' | 'body'; at: { card?: number } },
  { values, problems }: Reading,
): void {
  if (sent.length !== variables.length) {
    problems.push(`${nameOf(at, part)} takes ${variables.length} parameters, not ${sent.length}`);
    return;
  }
  const isNamed = variables.some((name) => !/^\d+$/.test(name));
  variables.forEach((variable, index) => {
    const parameter = isNamed ? sent.find((each) => each.parameter_name === variable) : sent[index];
    if (!parameter) {
      problems.push(`${nameOf(at, part)} has no parameter with "parameter_name" ${variable}`);
      return;
    }
    const words = parameter.text ?? parameter.currency?.fallback_value ?? parameter.date_time?.fallback_value ?? '';
    values[fieldId(at, part, variable)] = { kind: 'text', text: words };
  });
}

function readHeader(
  sent: Parameter | undefined,
  format: 'image' | 'video' | 'document' | 'gif' | 'location' | 'product',
  at: { card?: number },
  { values, problems }: Reading,
): void {
  if (sent?.type !== format) {
    problems.push(`${nameOf(at, 'header')} needs a parameter of the type ${format}${sent ? `, not ${sent.type}` : ''}`);
    return;
  }
  if (format === 'location') {
    if (sent.location) {
      values[fieldId(at, 'header')] = { kind: 'location', ...sent.location };
    }
  } else if (format === 'product') {
    values[fieldId(at, 'header', 'catalog')] = { kind: 'text', text: sent.product?.catalog_id ?? '' };
    values[fieldId(at, 'header', 'product')] = { kind: 'text', text: sent.product?.product_retailer_id ?? '' };
  } else {
    const { id, link, filename } = sent[format] ?? {};
    const source = id === undefined ? { link: link ?? '' } : { id };
    values[fieldId(at, 'header')] = { kind: 'media', source, filename };
  }
}

function readButton(
  sent: Parameter | undefined,
  button: TemplateButton,
  at: { card?: number },
  { values }: Reading,
): void {
  const note = (name: string, words: string | undefined) => {
    if (words !== undefined) {
      values[fieldId(at, 'button', button.index, name)] = { kind: 'text', text: words };
    }
  };
  const products = sent?.action?.sections?.flatMap((section) => section.product_items) ?? [];
  const reads: Partial<Record<TemplateButton['kind'], () => void>> = {
    url: () => note('suffix', sent?.text),
    oneTimeCode: () => note('code', sent?.text),
    couponCode: () => note('code', sent?.coupon_code),
    catalog: () => note('thumbnail', sent?.action?.thumbnail_product_retailer_id),
    productList: () => {
      note('thumbnail', sent?.action?.thumbnail_product_retailer_id);
      note('products', products.map((product) => product.product_retailer_id).join('\n') || undefined);
    },
  };
  reads[button.kind]?.();
}

function readOffer(parts: readonly Component[], definition: TemplateDefinition, { values }: Reading): void {
  const [sent] = parametersOf(parts.find(({ type }) => type === 'limited_time_offer'));
  const expires = sent?.limited_time_offer?.expiration_time_ms;
  if (expires !== undefined && fieldsOf(definition).some(({ input }) => input.kind === 'expiry')) {
    values[fieldId({}, 'offer')] = { kind: 'time', at: expires };
  }
}
