import type { NumberCardModel } from '../../blocks/numberCard';
import type { ConnectedNumber } from '../../handlers/records/numbers';
import { sayCode } from '../../handlers/translation/sayCode';
import type { Translate } from '../../handlers/translation/Translate';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';

/** What a card shows of a connected number: never its key or its secret. */
export function cardOf(number: ConnectedNumber, t: Translate): NumberCardModel {
  const { digits, displayName, departmentName, quality, messagingLimit } = number;
  return {
    digits,
    number: formatPhone(digits),
    displayName,
    department: departmentName,
    quality: quality && sayCode(quality, t),
    messagingLimit: messagingLimit && sayCode(messagingLimit, t),
  };
}
