import { randomUUID } from 'node:crypto';
import type { SimulatedCustomer, SimulatorClient } from './clients/SimulatorClient';
import type { TestWorkbench } from './instances/TestWorkbench';

/** The sender of a message, as WhatsApp names it: the phone, the business-scoped id, or both. */
export interface Sender {
  waId?: string;
  userId?: string;
  /** The name of the profile. */
  name?: string;
}

/** A webhook with one message, as 360dialog delivers it: a text, or what `message` says of it. */
export async function messageWebhook(
  workbench: TestWorkbench,
  number: string,
  { waId, userId, name }: Sender,
  message: string | Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { numbers } = await workbench.sim.state();
  const phoneNumberId = numbers.find(({ phoneNumber }) => phoneNumber.replace(/\D/g, '') === number)?.phoneNumberId;
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: number, phone_number_id: phoneNumberId },
    contacts: [{ ...(name && { profile: { name } }), wa_id: waId, user_id: userId }],
    messages: [
      {
        from: waId,
        from_user_id: userId,
        id: `wamid.${randomUUID()}`,
        timestamp: String(Math.floor(Date.now() / 1000)),
        ...(typeof message === 'string' ? { type: 'text', text: { body: message } } : message),
      },
    ],
  };
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
}

/** A webhook of a connected number with this in its `value`, as 360dialog delivers it. @param field what it tells of */
export async function webhookOf(
  sim: SimulatorClient,
  number: string,
  value: Record<string, unknown>,
  field = 'messages',
) {
  const metadata = { display_phone_number: number, phone_number_id: await sim.phoneNumberId(number) };
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] };
}

/**
 * A webhook with texts of one customer. A text without a wamid gets a new one; a text without a time (`at`, epoch milliseconds)
 * is from now.
 */
export function textWebhook(
  sim: SimulatorClient,
  number: string,
  { waId, name }: Pick<SimulatedCustomer, 'waId' | 'name'>,
  texts: readonly { body: string; wamid?: string; at?: number }[],
) {
  return webhookOf(sim, number, {
    contacts: [{ profile: { name }, wa_id: waId }],
    messages: texts.map(({ body, wamid = `wamid.${randomUUID()}`, at = Date.now() }) => ({
      from: waId,
      id: wamid,
      timestamp: String(Math.floor(at / 1_000)),
      type: 'text',
      text: { body },
    })),
  });
}
