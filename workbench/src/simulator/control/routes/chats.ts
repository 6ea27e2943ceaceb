import * as v from 'valibot';
import { conversationOf, openChat } from '../../customers/conversationOf';
import { toPhoneMessage } from '../../phone/showOnPhone';
import type { ControlRequest, ControlRoute } from '../ControlRoute';
import { ControlError, findCustomer, findNumber, parseBody } from '../ControlRoute';

const PATH = '/customers/:id/chats/:number';
const NEWEST = 500;

/** A chat as the phone shows it; opening it reads what is there and what comes while it is open; playing a voice note. */
export const chats: ControlRoute[] = [
  {
    method: 'get',
    path: PATH,
    handle: (request) => {
      const { conversation, simulator } = chatOf(request);
      const { store, clock } = simulator;
      const records = store.messages.ofChat(conversation.phoneNumber, conversation.customerId, NEWEST);
      return {
        messages: records.filter(({ hidden }) => !hidden).map((record) => toPhoneMessage(record, store.messages)),
        typing: (conversation.typingUntil ?? 0) > clock.now(),
        open: conversation.open,
        lastInboundAt: conversation.lastInboundAt,
      };
    },
  },
  {
    method: 'post',
    path: `${PATH}/open`,
    handle: (request) => {
      const { open } = parseBody(v.object({ open: v.optional(v.boolean(), true) }), request.body);
      const { conversation, simulator } = chatOf(request);
      openChat(simulator, conversation, open);
      return { open };
    },
  },
  {
    method: 'post',
    path: `${PATH}/played`,
    handle: (request) => {
      const { wamid } = parseBody(v.object({ wamid: v.string() }), request.body);
      const { simulator } = chatOf(request);
      if (!simulator.store.messages.byWamid(wamid)) throw new ControlError(404, 'wamid: there is no such message');
      simulator.jobs.add('status', simulator.clock.now(), { wamid, status: 'played' });
      return { wamid };
    },
  },
];

function chatOf({ simulator, params }: ControlRequest) {
  const { phoneNumber } = findNumber(simulator, params.number);
  const { id } = findCustomer(simulator, params.id);
  return { simulator, conversation: conversationOf(simulator.store, phoneNumber, id) };
}

const request = v.object({
  wamid: v.string(),
  status: v.picklist(['sent', 'delivered', 'read', 'played', 'failed']),
  code: v.optional(v.number()),
  details: v.optional(v.string()),
});

/** Sends a status for a message by hand: `{wamid, status, code?, details?}` */
export const statuses: ControlRoute = {
  method: 'post',
  path: '/statuses',
  handle: ({ simulator, body }) => {
    const { wamid, status, code = 131000, details } = parseBody(request, body);
    if (!simulator.store.messages.byWamid(wamid)) throw new ControlError(404, 'wamid: there is no such message');
    simulator.jobs.add('status', simulator.clock.now(), {
      wamid,
      status,
      refusal: status === 'failed' ? { code, details } : undefined,
    });
    return { wamid, status };
  },
};
