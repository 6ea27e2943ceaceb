import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { person } from './person';

/** The parts of a host by which messages are edited and reacted to, and what was done to them. */
export function updates(texts: Record<string, string>): {
  texts: Record<string, string>;
  done: string[];
  modify: Partial<IModify>;
  read: Partial<IRead>;
} {
  const done: string[] = [];
  const reactions = {
    addReaction: async (id: string, user: string, reaction: string) => void done.push(`${user} +${reaction} ${id}`),
    removeReaction: async (id: string, user: string, reaction: string) => void done.push(`${user} -${reaction} ${id}`),
  };
  const message = async (id: string) => {
    const builder = {
      id,
      text: texts[id] ?? '',
      getText: () => builder.text,
      setText: (text: string) => ((builder.text = text), builder),
      setEditor: () => builder,
    };
    return builder;
  };
  const finish = async ({ id, text }: { id: string; text: string }) => {
    Object.assign(texts, { [id]: text });
  };
  return {
    texts,
    done,
    modify: {
      getUpdater: () => ({ message, finish, getMessageUpdater: () => reactions }),
    } as unknown as Partial<IModify>,
    read: {
      getUserReader: () => ({ getAppUser: async () => person({ id: 'bot-id' }) }),
      getMessageReader: () => ({ getById: async (id: string) => (id in texts ? { id, text: texts[id] } : undefined) }),
    } as unknown as Partial<IRead>,
  };
}
