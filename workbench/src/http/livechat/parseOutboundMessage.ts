import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication/IOutboundMessage';
import * as v from 'valibot';
import { parse } from '../body/parse';

const number = v.optional(v.number());
const Currency = v.strictObject({ fallbackValue: v.string(), code: v.string(), amount1000: v.number() });
const DateTime = v.strictObject({
  fallbackValue: v.string(),
  timestamp: number,
  dayOfWeek: number,
  dayOfMonth: number,
  year: number,
  month: number,
  hour: number,
  minute: number,
});

/** The client sends the `format` of a file, and the engine's type has it, but no known server schema accepts it. */
const Parameter = v.variant('type', [
  v.strictObject({ type: v.literal('text'), text: v.string() }),
  v.strictObject({ type: v.literal('currency'), currency: Currency }),
  v.strictObject({ type: v.literal('date_time'), dateTime: DateTime }),
  v.strictObject({ type: v.literal('media'), link: v.string() }),
]);

const Message = v.strictObject({
  to: v.pipe(v.string(), v.minLength(1)),
  type: v.literal('template'),
  templateProviderPhoneNumber: v.optional(v.string()),
  agentId: v.optional(v.string()),
  departmentId: v.optional(v.string()),
  template: v.strictObject({
    name: v.string(),
    language: v.strictObject({ code: v.string(), policy: v.optional(v.picklist(['deterministic', 'fallback'])) }),
    components: v.optional(
      v.array(
        v.strictObject({
          type: v.picklist(['header', 'body', 'footer', 'button']),
          parameters: v.array(Parameter),
        }),
      ),
    ),
    namespace: v.optional(v.string()),
  }),
});

/** Parses the body of an outbound message like the server's schema (`POSTOutboundMessageSchema`). */
export function parseOutboundMessage(body: unknown): IOutboundMessage {
  return parse(Message, body) as IOutboundMessage;
}
