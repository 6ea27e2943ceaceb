import { createHmac } from 'crypto';
import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';

/** Whose visitor it is: one customer at one of our numbers. */
type Owner = Pick<Conversation, 'number' | 'customer'>;

/** What only this installation can make of a conversation. */
export interface VisitorKeys {
  /** Rocket.Chat's id of the visitor: two instances that register it at once make one. */
  id: string;
  /** Whoever has a visitor's token reads and writes in the conversation (Rocket.Chat's livechat REST). */
  token: string;
  /** Stands behind a phone that nobody shall find the visitor by. */
  mark: string;
}

/**
 * The keys of a conversation's own visitor: the same on every instance, and not to be guessed from phone numbers.
 *
 * @param generation the first visitor of a conversation is 0; the next ones take its place where it is lost
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

/** Which of a conversation's own visitors a token belongs to; undefined for every visitor that this app did not make. */
export async function generationOf(host: Host, owner: Owner, token: string): Promise<number | undefined> {
  const generation = Number(token.split('.')[1] ?? 0);
  const isPossible = Number.isInteger(generation) && generation >= 0;
  return isPossible && (await visitorKeys(host, owner, generation)).token === token ? generation : undefined;
}
