import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { person } from './person';

interface Posted {
  room: string;
  sender: string;
  text: string;
  blocks?: LayoutBlock[];
}

/**
 * The parts of a host by which the app's bot posts into these rooms, and what it posted. A room that is not listed is
 * gone; messages can be looked up where they are given.
 */
export function postings(
  rooms: readonly IRoom[],
  messages: readonly Partial<IMessage>[] = [],
): { posted: Posted[]; modify: Partial<IModify>; read: Partial<IRead> } {
  const posted: Posted[] = [];
  const startMessage = () => {
    const message: Posted = { room: '', sender: '', text: '' };
    const builder = {
      setRoom: ({ id }: IRoom) => ((message.room = id), builder),
      setSender: ({ id }: { id: string }) => ((message.sender = id), builder),
      setText: (text: string) => ((message.text = text), builder),
      setBlocks: (blocks: LayoutBlock[]) => ((message.blocks = blocks), builder),
      setGroupable: () => builder,
      setData: () => builder,
      getMessage: () => message,
    };
    return builder;
  };
  const finish = async (builder: ReturnType<typeof startMessage>) => `post-${posted.push(builder.getMessage())}`;
  const byId =
    <T extends { id?: string }>(things: readonly T[]) =>
    async (id: string) =>
      things.find((thing) => thing.id === id);
  return {
    posted,
    modify: { getCreator: () => ({ startMessage, finish }) } as unknown as Partial<IModify>,
    read: {
      getRoomReader: () => ({ getById: byId(rooms) }),
      getMessageReader: () => ({ getById: byId(messages) }),
      getUserReader: () => ({ getAppUser: async () => person({ id: 'bot-id', roles: ['app'] }) }),
    } as unknown as Partial<IRead>,
  };
}
