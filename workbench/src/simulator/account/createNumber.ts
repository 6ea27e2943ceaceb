import { randomDigits } from '../customers/createIds';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/numbers';

/** Creates a business number, as if its owner had signed up at 360dialog. */
export function createNumber(
  { store, clock, bus }: Simulator,
  given: { phoneNumber: string; apiKey: string; displayName?: string },
): NumberRecord {
  const number: NumberRecord = {
    phoneNumber: given.phoneNumber,
    phoneNumberId: randomDigits(15),
    wabaId: WABA_ID,
    displayName: given.displayName ?? `Number ${given.phoneNumber.slice(-4)}`,
    apiKey: given.apiKey,
    webhook: null,
    quality: 'GREEN',
    messagingLimit: 'TIER_10K',
    canSend: 'AVAILABLE',
    profile: {},
    createdAt: clock.now(),
  };
  store.numbers.save(number);
  bus.emit('state', {});
  return number;
}

/** All numbers of the simulator belong to one WhatsApp Business Account. */
export const WABA_ID = '102290129340398';
