import { digitsOf } from '../identity/digitsOf';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/NumberRecord';
import { ControlError } from './ControlError';

/** The business number that somebody named, in any spelling. @throws ControlError 404 */
export function findNumber({ store }: Simulator, phoneNumber: string | undefined): NumberRecord {
  const number = store.numbers.byPhoneNumber(digitsOf(phoneNumber ?? ''));
  if (!number) throw new ControlError(404, `number: there is no number ${phoneNumber ?? ''}`);
  return number;
}
