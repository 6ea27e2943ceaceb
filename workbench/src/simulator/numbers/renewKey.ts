import { randomBytes } from 'node:crypto';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/NumberRecord';

/** A new key: the old one stops working at once and the number's webhook is cleared, as integrators report. */
export function renewKey({ store, bus }: Simulator, number: NumberRecord): NumberRecord {
  const renewed = { ...number, apiKey: randomBytes(16).toString('base64url'), webhook: null };
  store.numbers.save(renewed);
  bus.emit('state', {});
  return renewed;
}
