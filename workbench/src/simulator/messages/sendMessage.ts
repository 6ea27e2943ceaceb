import type { Answer } from '../api/Answer';
import { conversationOf } from '../customers/conversationOf';
import { isWindowOpen } from '../customers/isWindowOpen';
import { metaError } from '../errors/metaError';
import type { JsonObject } from '../json/JsonObject';
import { objectOf } from '../json/objectOf';
import { textOf } from '../json/textOf';
import { planStatuses } from '../statuses/planStatuses';
import { startStatuses } from '../statuses/startStatuses';
import type { CustomerRecord } from '../store/CustomerRecord';
import type { TemplateRecord } from '../store/TemplateRecord';
import { templateActions } from '../templates/lifecycle/templateActions';
import { acceptMessage } from './acceptMessage';
import { applyReaction } from './applyReaction';
import { checkEnvelope } from './checkEnvelope';
import { checkType } from './checkType';
import { laterRefusal } from './laterRefusal';
import { limitRefusal } from './limitRefusal';
import { type Recipient, recipientOf } from './recipientOf';
import type { SendContext } from './SendContext';
import { typeOf } from './typeOf';

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
