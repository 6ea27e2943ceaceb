import * as v from 'valibot';
import type { Customer } from '../Customer';
import { findCustomer } from '../findCustomer';
import type { Reader } from '../Reader';
import type { Scope } from '../Scope';
import type { WebhookEvent } from '../WebhookEvent';
import { eventBase } from './eventBase';
import { idFromContent } from './idFromContent';
import { messageSchema } from './messageSchema';
import type { RawMessage } from './messageSchema';
import { plainWord } from './plainWord';
import { readAct } from './readAct';
import { readMessageContext } from './readMessageContext';
import { readSystem } from './readSystem';

/**
 * One item of `messages`: what a customer wrote, or did to something written; files in a form come besides. A message of
 * a group is refused, and nothing of it is kept.
 */
export const readMessage: Reader = (item, scope) => {
  const parsed = v.safeParse(messageSchema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  // Meta gives every message an id; what comes without one must not get lost all the same.
  const raw = { ...parsed.output, id: parsed.output.id ?? idFromContent(item) };
  if (raw.group_id !== undefined) return [{ kind: 'group', what: 'message', ...eventBase(raw.timestamp, scope) }];
  const type = plainWord(raw.type);
  const customer = findSender(raw, scope);
  if (!customer) return [{ reason: 'missing-sender', type }];
  const event = readSystem(raw, customer, scope) ?? readAction(item, raw, customer, scope);
  return [event, ...readFiles(event)];
};

/** Files that came in a form are messages of their own, each under an id that is made of the form's. */
function readFiles(event: WebhookEvent): WebhookEvent[] {
  if (event.kind !== 'message' || event.content.type !== 'flow') return [];
  const { context: _context, referral: _referral, content, ...form } = event;
  return (content.files ?? []).map((file, index) => ({ ...form, wamid: `${form.wamid}#${index + 1}`, content: file }));
}

function findSender(raw: RawMessage, scope: Scope): Customer | undefined {
  const { system } = raw;
  return findCustomer(
    {
      address: raw.from ?? system?.customer,
      // Of a customer who changed, what stands beside the message may be the new id already.
      userId: system?.previous_user_id ?? raw.from_user_id,
      parentUserId: system?.previous_parent_user_id ?? raw.from_parent_user_id,
    },
    scope,
  );
}

function readAction(item: unknown, raw: RawMessage, customer: Customer, scope: Scope): WebhookEvent {
  const act = readAct(raw, item, scope.errors);
  const base = { wamid: raw.id ?? '', customer, ...eventBase(raw.timestamp, scope) };
  if (act.type === 'message') return { kind: 'message', ...base, content: act.content, ...readMessageContext(item) };
  if (act.type === 'reaction') return { kind: 'reaction', ...base, target: act.target, emoji: act.emoji };
  if (act.type === 'edit') return { kind: 'edit', ...base, target: act.target, content: act.content };
  return { kind: 'revoke', ...base, target: act.target };
}
