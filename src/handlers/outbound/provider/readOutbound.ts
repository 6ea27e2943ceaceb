import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication';
import * as v from 'valibot';
import type { TemplateDefinition, TemplateText } from '../../whatsapp/templateDefinition';
import { fieldId } from '../../whatsapp/templateFields';
import type { FieldValue } from '../../whatsapp/templateMessage';

const text = v.fallback(v.optional(v.string()), undefined);
const file = v.fallback(v.optional(v.object({ link: text, filename: text })), undefined);
const fallback = v.fallback(v.optional(v.object({ fallbackValue: text })), undefined);

/** The fields of a parameter that the server passes on. */
const parameterSchema = v.object({
  type: v.pipe(v.string(), v.toLowerCase()),
  text,
  link: text,
  currency: fallback,
  dateTime: fallback,
  image: file,
  video: file,
  document: file,
});
type Parameter = v.InferOutput<typeof parameterSchema>;

/** Names are short; the limit keeps the pattern linear on any text. */
const PLACEHOLDER = /\{\{([^{}]{1,100})\}\}/g;

/**
 * The values that the dialog of Outbound Messages sends, by the ids of the template's fields. The dialog numbers the
 * placeholders of a text as they appear in it, whatever their names or numbers are, sends an empty list for a part that has
 * none, and calls every file of a header `media` (`template.ts`, `outbound-message.ts` of the client).
 */
export function readOutbound(
  components: NonNullable<IOutboundMessage['template']['components']>,
  { header, body }: TemplateDefinition,
): Record<string, FieldValue> {
  const sent = (type: string) =>
    components
      .filter((component) => component.type.toLowerCase() === type)
      .flatMap(({ parameters }) => parameters.flatMap(readParameter));
  return {
    ...(body ? textsOf(sent('body'), body, 'body') : {}),
    ...(header?.format === 'text' ? textsOf(sent('header'), header, 'header') : fileOf(sent('header')[0])),
  };
}

function readParameter(parameter: unknown): Parameter[] {
  const parsed = v.safeParse(parameterSchema, parameter);
  return parsed.success ? [parsed.output] : [];
}

function textsOf(sent: readonly Parameter[], { text: words }: TemplateText, part: string): Record<string, FieldValue> {
  const names = [...new Set([...words.matchAll(PLACEHOLDER)].map(([, name = '']) => name.trim()))];
  return Object.fromEntries(
    names.map((name, at) => [fieldId({}, part, name), { kind: 'text', text: wordsOf(sent[at]) }]),
  );
}

function wordsOf(parameter: Parameter | undefined): string {
  const { text: words, currency, dateTime } = parameter ?? {};
  return words ?? currency?.fallbackValue ?? dateTime?.fallbackValue ?? '';
}

function fileOf(parameter: Parameter | undefined): Record<string, FieldValue> {
  const { text: typed, link, image, video, document } = parameter ?? {};
  // Typed into a text field, see `headerOf` of the metadata.
  const address = link ?? (typed?.trim() ? typed.trim() : undefined);
  const given = image ?? video ?? document ?? { link: address, filename: undefined };
  return given.link === undefined
    ? {}
    : { [fieldId({}, 'header')]: { kind: 'media', source: { link: given.link }, filename: given.filename } };
}
