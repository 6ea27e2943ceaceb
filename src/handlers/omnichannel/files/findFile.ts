import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { newestMessages } from '../newestMessages';

/** A file's message in a room. */
export interface PostedFile {
  /** Rocket.Chat's id of the message; undefined when the server does not let the app look for it. */
  messageId?: string;
  /** Rocket.Chat's time of the message, epoch milliseconds. */
  storedAt: number;
}

const fileMessageSchema = v.object({
  id: v.string(),
  sender: v.object({ _id: v.string() }),
  createdAt: v.pipe(
    v.union([v.date(), v.string(), v.number()]),
    v.transform((time) => new Date(time).getTime()),
  ),
  file: v.object({ _id: v.string(), name: v.string() }),
});

type FileMessage = v.InferOutput<typeof fileMessageSchema>;

/**
 * The messages with a matching file, newest first. One round trip.
 *
 * @param limit how many of the newest messages are read; Rocket.Chat returns at most 100
 */
export async function findFiles(
  host: Host,
  room: IRoom,
  limit: number,
  fits: (message: FileMessage) => boolean,
): Promise<Required<PostedFile>[]> {
  return (await newestMessages(host, room.id, limit)).flatMap((message) => {
    const parsed = v.safeParse(fileMessageSchema, message);
    const isIt = parsed.success && fits(parsed.output);
    return isIt ? [{ messageId: parsed.output.id, storedAt: parsed.output.createdAt }] : [];
  });
}

const listedSchema = v.object({
  file: v.object({ _id: v.string(), name: v.string(), type: v.fallback(v.string(), '') }),
  sender: v.fallback(v.object({ _id: v.string() }), { _id: '' }),
});

/** How many of a room's newest messages are read for the files that a form offers. */
const OFFERED_FROM = 100;

/** A file of a room that a form offers. */
interface ListedFile {
  /** The id of the upload. */
  id: string;
  name: string;
  /** The first part of its MIME type, such as `image`; empty when Rocket.Chat gives none. */
  type: string;
}

/** The files of a room's newest messages and who posted each, newest first: one round trip. */
export async function listFiles(host: Host, roomId: string): Promise<{ file: ListedFile; senderId: string }[]> {
  return (await newestMessages(host, roomId, OFFERED_FROM)).flatMap((message) => {
    const parsed = v.safeParse(listedSchema, message);
    if (!parsed.success) {
      return [];
    }
    const { file, sender } = parsed.output;
    return { file: { id: file._id, name: file.name, type: file.type.split('/')[0] ?? '' }, senderId: sender._id };
  });
}

/** The newest message with a matching file. */
export async function findFile(...asked: Parameters<typeof findFiles>): Promise<PostedFile | undefined> {
  return (await findFiles(...asked))[0];
}
