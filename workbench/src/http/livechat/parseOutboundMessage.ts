import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication/IOutboundMessage';
import * as v from 'valibot';
import { parse } from '../body/parse';

const Message = v.strictObject({
  to: v.string(),
  type: v.literal('template'),
  templateProviderPhoneNumber: v.string(),
  agentId: v.optional(v.string()),
  departmentId: v.optional(v.string()),
  template: v.object({
    name: v.string(),
    language: v.object({ code: v.string() }),
    components: v.optional(
      v.array(v.looseObject({ type: v.string(), parameters: v.array(v.record(v.string(), v.unknown())) })),
    ),
  }),
});

/** Reads the body of an outbound message. What a parameter holds goes to the app as it came, as on the real server. */
export function parseOutboundMessage(body: unknown): IOutboundMessage {
  return parse(Message, body) as IOutboundMessage;
}
