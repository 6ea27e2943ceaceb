import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

type Visitor = Partial<IVisitor>;

/**
 * The parts of a host that know visitors and their rooms, as Rocket.Chat has them: registering under a known token
 * changes that visitor, and one who has the very phone is answered with instead of a new one.
 */
export function livechat(
  visitors: Visitor[] = [],
  rooms: readonly IRoom[] = [],
): { visitors: Visitor[]; asked: string[]; read: Partial<IRead>; modify: Partial<IModify> } {
  const asked: string[] = [];
  const phonesOf = ({ phone }: Visitor) => (phone ?? []).map(({ phoneNumber }) => phoneNumber);
  const reader = {
    getLivechatVisitorByPhoneNumber: async (phone: string) => {
      asked.push(phone);
      return visitors.find((visitor) => phonesOf(visitor).includes(phone));
    },
    getLivechatVisitorByToken: async (token: string) => visitors.find((visitor) => visitor.token === token),
    getLivechatRooms: async () => rooms,
  };
  const creator = {
    createAndReturnVisitor: async (facts: Visitor) => {
      const [phone] = phonesOf(facts);
      const known = visitors.find(
        (visitor) => visitor.token === facts.token || (phone !== undefined && phonesOf(visitor).includes(phone)),
      );
      if (known)
        return Object.assign(known, {
          name: facts.name || known.name,
          phone: facts.phone?.length ? facts.phone : known.phone,
        });
      const visitor = { id: `visitor-${visitors.length + 1}`, ...facts };
      visitors.push(visitor);
      return visitor;
    },
  };
  return {
    visitors,
    asked,
    read: { getLivechatReader: () => reader } as unknown as Partial<IRead>,
    modify: { getCreator: () => ({ getLivechatCreator: () => creator }) } as unknown as Partial<IModify>,
  };
}
