import type { IMessage, IMessageFile } from '@rocket.chat/apps-engine/definition/messages';
import * as v from 'valibot';

/** What Rocket.Chat tells of a message's file, some of which the engine's types do not know. */
const fileSchema = v.object({
  _id: v.string(),
  name: v.fallback(v.string(), ''),
  type: v.fallback(v.string(), ''),
  size: v.fallback(v.optional(v.number()), undefined),
  typeGroup: v.fallback(v.optional(v.string()), undefined),
});

/** A file of an agent's message. */
export interface AgentFile {
  id: string;
  name: string;
  mimeType: string;
  /** Bytes; absent where the message does not tell. */
  size?: number;
}

/**
 * The files of a message, each once. From Rocket.Chat 8.2 on `files` lists the thumbnails of pictures too, which are no
 * files of their own; before, apps are told only `file`.
 */
export function filesOf({ file, files }: Pick<IMessage, 'file' | 'files'>): AgentFile[] {
  const listed: readonly (IMessageFile | undefined)[] = files?.length ? files : [file];
  const found = new Map<string, AgentFile>();
  for (const each of listed) {
    const parsed = v.safeParse(fileSchema, each);
    if (parsed.success && parsed.output.typeGroup !== 'thumb') {
      const { _id, name, type, size } = parsed.output;
      found.set(_id, { id: _id, name, mimeType: type, size });
    }
  }
  return [...found.values()];
}
