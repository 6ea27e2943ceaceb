import type { Answer } from '../api/Answer';
import { conversationOf, isWindowOpen } from '../customers/conversationOf';
import type { MetaRefusal } from '../errors/metaError';
import { metaError } from '../errors/metaError';
import type { JsonObject } from '../json';
import { isObject, objectOf, shown, textOf, wordOf } from '../json';
import { planStatuses, startStatuses } from '../statuses/planStatuses';
import type { CustomerRecord } from '../store/customers';
import type { TemplateRecord } from '../store/templates';
import { templateActions } from '../templates/lifecycle/templateActions';
import { acceptMessage, applyReaction } from './acceptMessage';
import { checkText, firstRefusal, missing, wrongParam } from './checks';
import { laterRefusal } from './laterRefusal';
import { checkType } from './messageTypes';
import type { Recipient } from './recipientOf';
import { recipientOf } from './recipientOf';
import type { SendContext } from './SendContext';
import { typeOf } from './SendContext';

/**
 * `POST /messages` with a message: refused at once in Meta's shape, or accepted; acceptance is not delivery, the statuses
 * come by webhook. An early status (a fault) reaches the webhook before this answers.
 */
export async function sendMessage(message: JsonObject, context: SendContext): Promise<Answer> {
  const { simulator } = context;
  decideAboutTemplate(message, context);
  const wrong = checkEnvelope(message) ?? checkType(message, context);
  if (wrong) return metaError(wrong);
  const recipient = recipientOf(message, context);
  if ('code' in recipient) return metaError(recipient);
  const template = templateOf(message, context);
  const refusal =
    limitRefusal(context, recipient.customer) ??
    (recipient.byUserId && template?.category === 'AUTHENTICATION' ? { code: 131062 } : undefined) ??
    windowRefusal(message, recipient.customer, context);
  if (refusal) return metaError(refusal);
  const record = acceptMessage(message, recipient, template, context);
  const later = recipient.isFormer
    ? { code: 131026 }
    : laterRefusal(message, typeOf(message), recipient.customer, template?.category, context);
  if (!later && typeOf(message) === 'reaction') applyReaction(simulator, 'business', objectOf(message.reaction));
  await startStatuses(simulator, record, planStatuses(simulator, record, later));
  return accepted(recipient, record.wamid, template, context);
}

/** What a fault has Meta decide about the template that is being sent. */
function decideAboutTemplate(message: JsonObject, context: SendContext): void {
  const template = templateOf(message, context);
  if (!template) return;
  const { simulator, number } = context;
  for (const { event, details } of simulator.faults.onTemplate(number.phoneNumber, template.name)) {
    templateActions[event]?.(simulator, simulator.store.templates.byId(template.id) ?? template, details);
  }
}

function templateOf(message: JsonObject, { simulator }: SendContext): TemplateRecord | undefined {
  if (typeOf(message) !== 'template') return undefined;
  const { name, language } = objectOf(message.template);
  const code = textOf(objectOf(language).code);
  return simulator.store.templates.byName(textOf(name) ?? '').find((record) => record.language === code);
}

function windowRefusal(message: JsonObject, customer: CustomerRecord, { simulator, number }: SendContext) {
  if (typeOf(message) === 'template' || simulator.switches.current().window !== 'sync') return undefined;
  const conversation = conversationOf(simulator.store, number.phoneNumber, customer.id);
  return isWindowOpen(conversation, simulator.clock.now()) ? undefined : { code: 131047 };
}

function accepted(
  { input, customer, byUserId }: Recipient,
  wamid: string,
  template: TemplateRecord | undefined,
  { simulator }: SendContext,
): Answer {
  const { acceptStatus, userIds } = simulator.switches.current();
  return {
    status: acceptStatus,
    json: {
      messaging_product: 'whatsapp',
      contacts: [
        {
          input,
          ...(customer.waId !== undefined && { wa_id: customer.waId }),
          ...((userIds === 'on' || byUserId) && { user_id: customer.userId }),
        },
      ],
      messages: [{ id: wamid, ...(template && { message_status: 'accepted' }) }],
    },
  };
}

const RECIPIENT_TYPES = ['GROUP', 'INDIVIDUAL'];

/** The members that all messages share: product, recipient type, quote, callback data. */
function checkEnvelope(message: JsonObject): MetaRefusal | undefined {
  const { messaging_product: product, recipient_type: recipientType, context } = message;
  return firstRefusal(
    () => (product === undefined ? missing('messaging_product') : undefined),
    () =>
      product === 'whatsapp'
        ? undefined
        : wrongParam('messaging_product', `must be one of {WHATSAPP} - got "${shown(product)}".`),
    () =>
      recipientType === undefined || RECIPIENT_TYPES.includes(wordOf(recipientType))
        ? undefined
        : wrongParam('recipient_type', `must be one of {GROUP, INDIVIDUAL} - got "${shown(recipientType)}".`),
    () => {
      if (context === undefined || context === null) return undefined;
      return isObject(context)
        ? checkText(context.message_id, "context['message_id']", { max: 1000 })
        : wrongParam('context', 'must be a JSON object.');
    },
    () => checkText(message.biz_opaque_callback_data, 'biz_opaque_callback_data', { max: 512, optional: true }),
  );
}

/** Throughput of the number (130429) and of the pair of number and customer (131056). */
function limitRefusal(
  { simulator: { switches, limits, clock }, number }: SendContext,
  customer: CustomerRecord,
): MetaRefusal | undefined {
  const { limits: state, throughputPerSecond, pairBurst, pairSeconds } = switches.current();
  if (state === 'off') return undefined;
  const now = clock.now();
  if (!limits.throughput.take(number.phoneNumber, throughputPerSecond, now)) {
    return { code: 130429, subcode: 2494055 };
  }
  const pair = `${number.phoneNumber} ${customer.id}`;
  return limits.pair.take(pair, pairBurst, pairSeconds * 1000, now) ? undefined : { code: 131056 };
}
