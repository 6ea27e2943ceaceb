import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { randomUUID } from 'crypto';
import * as v from 'valibot';
import { AppError } from '../../core/errors/AppError';
import { describeError } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import { describeProblems, isHidden } from '../../numbers/templates/sendableTemplates';
import { findTemplate } from '../../numbers/templates/templates';
import { readPhoneNumber } from '../../whatsapp/phoneNumbers';
import type { TemplateDefinition, TemplateText } from '../../whatsapp/templateDefinition';
import { fieldId } from '../../whatsapp/templateFields';
import type { FieldValue } from '../../whatsapp/templateMessage';
import { reportElsewhere } from '../failures/reportElsewhere';
import { sendTemplate } from '../templates/sendTemplate';

/**
 * Sends a message from the dialog of Outbound Messages. For every error the dialog only says that the message was not
 * sent, so the app tells the reason to the agent who gets the conversation, or else in the setup channel.
 *
 * @throws when WhatsApp did not take it, so that the dialog shows the failure
 */
export async function sendFromProvider(host: Host, message: IOutboundMessage): Promise<void> {
  const { to, templateProviderPhoneNumber, template } = message;
  // The client sends an empty text for a choice that was cleared (`RepliesForm.tsx`).
  const agentId = message.agentId || undefined;
  const departmentId = message.departmentId || undefined;
  const agent: IUser | undefined = agentId ? await host.read.getUserReader().getById(agentId) : undefined;
  const from = readPhoneNumber(templateProviderPhoneNumber);
  const digits = from.ok ? from.value.digits : '';
  const phone = readPhoneNumber(to);
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const known = await findTemplate(host, digits, template.name, template.language.code);
  const t = await translatorOf(host);
  const fail = async (error: unknown): Promise<never> => {
    const reason = describeError(error, t);
    const customer = phone.ok ? phone.value.digits : to;
    await reportElsewhere(host, { number: digits, customer }, { excerpt: template.name, reason, sender: agent });
    throw error;
  };
  const refused = (key: string, params?: Record<string, string | number>) =>
    fail(new AppError({ kind: 'refused', retry: 'no', key, params }));
  if (!number) {
    return refused('errors:numberNotConnected');
  }
  if (!phone.ok) {
    return refused(phone.error.key, phone.error.params);
  }
  if (!known) {
    return refused('templates:stoppedGone');
  }
  if (isHidden(known, await host.memory.settings.get('hiddenTemplates'))) {
    return refused('templates:stoppedHidden');
  }
  const sending = sendTemplate(host, {
    number,
    customer: { waId: phone.value.digits },
    template: known,
    values: readOutbound(template.components ?? [], known.definition),
    key: randomUUID(),
    // The server does not tell who sends, and the agent who gets the answer may be somebody else.
    sender: agent && { id: agent.id },
    target: agent || departmentId ? { agent: agent?.username, departmentId } : undefined,
  });
  // Refusals of WhatsApp are reported by the send itself.
  const outcome = await sending.catch(fail);
  if (outcome.state === 'invalid') {
    return refused('errors:templateParameters', { details: describeProblems(outcome.problems, t) });
  }
  if (outcome.state === 'refused' || outcome.state === 'outdated') {
    throw outcome.error;
  }
}

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
 * The values from the dialog of Outbound Messages, by the ids of the template's fields. The dialog numbers the
 * placeholders of a text in their order, whatever their names or numbers. It sends an empty list for a part without
 * placeholders, and calls every file of a header `media` (`template.ts`, `outbound-message.ts` of the client).
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
