import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import { createVisitor } from './createVisitor';

/** What WhatsApp newly tells of a customer. */
interface News {
  name?: string;
  /** Digits, the country code first. */
  waId?: string;
}

/**
 * Takes what is new over to the customer's visitor, so that agents and other apps find it. A name is taken over unless an
 * agent renamed the visitor: then the agent's stays.
 *
 * @returns the visitor's name from now on
 */
export async function renewVisitor(host: Host, known: Conversation, { name, waId }: News): Promise<string> {
  const { visitor, profileName } = known;
  const stored = await host.read.getLivechatReader().getLivechatVisitorByToken(visitor.token);
  if (!stored) {
    return visitor.name;
  }
  const named = name !== undefined && stored.name === profileName ? name : stored.name;
  if (named !== stored.name || waId !== undefined) {
    const phone = waId === undefined ? stored.phone : [{ phoneNumber: `+${waId}` }];
    await createVisitor(host, { ...stored, name: named, phone });
  }
  return named;
}
