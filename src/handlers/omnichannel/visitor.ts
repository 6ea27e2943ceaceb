import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { createHmac } from 'crypto';
import * as v from 'valibot';
import type { Host } from '../core/Host';
import type { Conversation } from './conversations/conversations';
import type { Customer } from '../whatsapp/webhook/EventBase';
import { whereSupported } from '../core/sandbox';

/** The owner of a visitor: one customer at one of our numbers. */
type Owner = Pick<Conversation, 'number' | 'customer'>;

/** Values of a conversation that only this installation can derive. */
interface VisitorKeys {
  /** Rocket.Chat's id of the visitor, so that two instances that register it at the same moment create one. */
  id: string;
  /** Anybody with a visitor's token can read and write in the conversation (Rocket.Chat's livechat REST API). */
  token: string;
  /** Follows a phone, so that nobody can find the visitor by it. */
  mark: string;
}

/**
 * The keys of a conversation's own visitor. They are the same on every instance, and cannot be guessed from phone
 * numbers.
 *
 * @param generation 0 for the first visitor of a conversation, then counted up when a visitor is lost and replaced
 */
export async function visitorKeys(host: Host, { number, customer }: Owner, generation: number): Promise<VisitorKeys> {
  // The secret never changes.
  const { visitorSecret } = await host.memory.install.get(host, Number.POSITIVE_INFINITY);
  const owner = generation === 0 ? `${number} ${customer}` : `${number} ${customer} ${generation}`;
  const sign = (of: string, length: number) =>
    createHmac('sha256', visitorSecret).update(of).digest('hex').slice(0, length);
  const token = sign(owner, 40);
  return {
    id: sign(`id ${owner}`, 24),
    token: generation === 0 ? token : `${token}.${generation}`,
    mark: sign(`phone ${owner}`, 16),
  };
}

/** The generation of the conversation's visitor that has this token; undefined for a visitor that this app did not make. */
export async function generationOf(host: Host, owner: Owner, token: string): Promise<number | undefined> {
  const generation = Number(token.split('.')[1] ?? 0);
  const isPossible = Number.isInteger(generation) && generation >= 0;
  return isPossible && (await visitorKeys(host, owner, generation)).token === token ? generation : undefined;
}

/** No username can begin with this: usernames consist of letters, digits, dots, dashes and underscores. */
const USERNAME_PREFIX = 'whatsapp:';

/**
 * Registers a conversation's own visitor, without a phone. With one, Rocket.Chat would return any visitor who already
 * claims that phone, in every channel and without proof, so only the token may find a visitor.
 *
 * @param generation see `visitorKeys`
 * @throws when Rocket.Chat returns no visitor, or another one
 */
export async function registerVisitor(
  host: Host,
  owner: Pick<Conversation, 'number' | 'customer'>,
  { waId, userId, name, username }: Customer,
  generation = 0,
): Promise<Conversation['visitor']> {
  const { id, token } = await visitorKeys(host, owner, generation);
  const visitor = await createVisitor(host, {
    id,
    token,
    username: `${USERNAME_PREFIX}${waId ?? userId ?? owner.customer}`,
    name: name ?? username ?? (waId ? `+${waId}` : owner.customer),
    phone: [],
  });
  if (visitor?.token !== token) {
    throw new Error('Rocket.Chat registered no visitor for the customer');
  }
  return { id: visitor.id ?? id, token, username: visitor.username, name: visitor.name };
}

/** The customer in a visitor's username: the phone's digits or the business-scoped id. */
export function readUsername(username: string): string {
  return username.startsWith(USERNAME_PREFIX) ? username.slice(USERNAME_PREFIX.length) : username;
}

/**
 * Registers a visitor and returns it as Rocket.Chat has it now. If the server returns only an id, the whole visitor is
 * read.
 *
 * @returns undefined when Rocket.Chat returns none
 * @throws every failure of Rocket.Chat
 */
export async function createVisitor(host: Host, facts: IVisitor): Promise<IVisitor | undefined> {
  const creator = host.modify.getCreator().getLivechatCreator();
  const ask = () => creator.createAndReturnVisitor(facts);
  const visitor = await whereSupported(host, 'createAndReturnVisitor', ask, undefined);
  if (visitor) {
    return visitor;
  }
  await creator.createVisitor(facts);
  return host.read.getLivechatReader().getLivechatVisitorByToken(facts.token);
}

/** The visitor in the form of Rocket.Chat's accessors. */
export function visitorOf({ visitor: { id, token, username, name }, waId }: Conversation): IVisitor {
  return { id, token, username, name, phone: waId ? [{ phoneNumber: `+${waId}` }] : [] };
}

const visitorSchema = v.object({ id: v.string(), token: v.string(), username: v.string(), name: v.string() });

/**
 * The visitor in the form of Rocket.Chat's accessors, with its current name in this room: an agent may have renamed it,
 * and a message shows the name that is passed with it.
 */
export function visitorIn({ visitor }: { visitor?: unknown }, conversation: Conversation): IVisitor {
  const parsed = v.safeParse(visitorSchema, visitor);
  return { ...visitorOf(conversation), ...(parsed.success ? parsed.output : {}) };
}
