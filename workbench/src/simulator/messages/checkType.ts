import type { MetaRefusal } from '../errors/MetaRefusal';
import type { JsonObject } from '../json/JsonObject';
import { wrongParam } from './checks/wrongParam';
import { messageTypes } from './messageTypes';
import type { SendContext } from './SendContext';
import { typeOf } from './typeOf';
import { entryOf } from '../json/entryOf';

/** Types that come in but cannot be sent. */
const ONLY_INCOMING = new Set(['button', 'system', 'order', 'unsupported', 'edit', 'revoke', 'ephemeral', 'voice']);

/** The object that the message's type names. */
export function checkType(message: JsonObject, context: SendContext): MetaRefusal | undefined {
  const type = typeOf(message);
  const check = entryOf(messageTypes, type);
  if (check) return check(message, context);
  if (ONLY_INCOMING.has(type)) return { code: 131051 };
  const names = Object.keys(messageTypes).map((name) => name.toUpperCase());
  return wrongParam('type', `must be one of {${names.join(', ')}} - got "${String(message.type)}".`);
}
