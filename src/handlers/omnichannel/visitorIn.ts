import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import * as v from 'valibot';
import type { Conversation } from '../records/conversations';
import { visitorOf } from './visitorOf';

const visitorSchema = v.object({ id: v.string(), token: v.string(), username: v.string(), name: v.string() });

/**
 * The visitor as Rocket.Chat's accessors take it, under the name that it has in this room by now: an agent may have
 * renamed it, and a message bears the name that is handed over with it.
 */
export function visitorIn({ visitor }: { visitor?: unknown }, conversation: Conversation): IVisitor {
  const parsed = v.safeParse(visitorSchema, visitor);
  return { ...visitorOf(conversation), ...(parsed.success ? parsed.output : {}) };
}
