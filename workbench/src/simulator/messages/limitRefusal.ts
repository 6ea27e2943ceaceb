import type { MetaRefusal } from '../errors/MetaRefusal';
import type { CustomerRecord } from '../store/CustomerRecord';
import type { SendContext } from './SendContext';

/** Throughput of the number (130429) and of the pair of number and customer (131056). */
export function limitRefusal(
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
