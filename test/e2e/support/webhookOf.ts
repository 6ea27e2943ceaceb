import type { SimulatorClient } from './SimulatorClient';

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
