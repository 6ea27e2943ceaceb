import type { ConnectedNumber } from '../../handlers/records/numbers';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { NumberForm } from '../../machines/NumberForm';

/** A connected number as the Edit modal shows it; the key is never shown again. */
export function formOf(number: ConnectedNumber): NumberForm {
  return {
    apiKey: '',
    phoneNumber: formatPhone(number.digits),
    departmentId: number.departmentId ?? '',
    welcomeMessage: number.welcomeMessage ?? '',
    finishedMessage: number.finishedMessage ?? '',
    offlineMessage: number.offlineMessage ?? '',
  };
}
