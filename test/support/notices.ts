import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { person } from './person';

interface Notice {
  to: string;
  room: string;
  text: string;
}

/** The parts of a host by which the app says something to one person alone, and what it said. */
export function notices(): { said: Notice[]; modify: Partial<IModify>; read: Partial<IRead> } {
  const said: Notice[] = [];
  const message = { room: '', text: '' };
  const builder = {
    setRoom: ({ id }: IRoom) => ((message.room = id), builder),
    setSender: () => builder,
    setText: (text: string) => ((message.text = text), builder),
    setBlocks: () => builder,
    getMessage: () => message,
  };
  const notifier = {
    getMessageBuilder: () => builder,
    notifyUser: async ({ id }: IUser, { room, text }: typeof message) => void said.push({ to: id, room, text }),
  };
  const reader = { getAppUser: async () => person({ id: 'bot-id', username: 'whatsapp.bot', roles: ['app'] }) };
  return {
    said,
    modify: { getNotifier: () => notifier } as unknown as Partial<IModify>,
    read: { getUserReader: () => reader } as unknown as Partial<IRead>,
  };
}
