import type { NumberCardModel } from '../../blocks/numberCard';
import { showLimit } from '../../handlers/dialog360/showLimit';
import { formatPhone } from '../../handlers/phone/formatPhone';
import type { ConnectedNumber } from '../../handlers/records/numbers';

/** What a card shows of a connected number: never its key or its secret. */
export function cardOf(number: ConnectedNumber): NumberCardModel {
  const { digits, displayName, departmentName, quality, messagingLimit } = number;
  return {
    digits,
    number: formatPhone(digits),
    displayName,
    department: departmentName,
    quality,
    messagingLimit: messagingLimit && showLimit(messagingLimit),
  };
}
