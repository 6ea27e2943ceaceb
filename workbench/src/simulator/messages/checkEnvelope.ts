import type { MetaRefusal } from '../errors/MetaRefusal';
import { isObject } from '../json/isObject';
import type { JsonObject } from '../json/JsonObject';
import { shown } from '../json/shown';
import { wordOf } from '../json/wordOf';
import { checkText } from './checks/checkText';
import { firstRefusal } from './checks/firstRefusal';
import { missing } from './checks/missing';
import { wrongParam } from './checks/wrongParam';

const RECIPIENT_TYPES = ['GROUP', 'INDIVIDUAL'];

/** The members that all messages share: product, recipient type, quote, callback data. */
export function checkEnvelope(message: JsonObject): MetaRefusal | undefined {
  const { messaging_product: product, recipient_type: recipientType, context } = message;
  return firstRefusal(
    () => (product === undefined ? missing('messaging_product') : undefined),
    () =>
      product === 'whatsapp'
        ? undefined
        : wrongParam('messaging_product', `must be one of {WHATSAPP} - got "${shown(product)}".`),
    () =>
      recipientType === undefined || RECIPIENT_TYPES.includes(wordOf(recipientType))
        ? undefined
        : wrongParam('recipient_type', `must be one of {GROUP, INDIVIDUAL} - got "${shown(recipientType)}".`),
    () => {
      if (context === undefined || context === null) return undefined;
      return isObject(context)
        ? checkText(context.message_id, "context['message_id']", { max: 1000 })
        : wrongParam('context', 'must be a JSON object.');
    },
    () => checkText(message.biz_opaque_callback_data, 'biz_opaque_callback_data', { max: 512, optional: true }),
  );
}
