import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Blob } from 'buffer';
import * as v from 'valibot';
import { AppError } from '../../core/errors/AppError';
import type { Problem } from '../../core/errors/AppError';
import { reasonOf } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { pause } from '../../core/durations';
import { isClosed } from '../findOpenRoom';
import type { PostedFile } from './findFile';
import { findFile } from './findFile';
import { readUploadRefusal } from './storeByEngine';

/** The number of messages that are searched; few can come between the upload and the search. */
const NEWEST = 25;

/** Milliseconds after which a server that lost its client during the upload has posted the file, or never will. */
const GRACE = 5_000;

type Ending = { kind: 'posted'; file: PostedFile } | { kind: 'room-closed' } | { kind: 'not-taken'; why: string };

/**
 * Stores a file without the engine: uploads it to the workspace's own address, which posts it into the room in the
 * customer's name. If the answer is lost, the message is searched for, so that 'not-taken' means that the file is not
 * there. One round trip.
 *
 * @throws AppError when the workspace refuses such files, and `media:notStored` when the upload may still be under way
 */
export async function storeOverHttp(
  host: Host,
  { room, visitor }: { room: ILivechatRoom; visitor: IVisitor },
  file: { name: string; blob: Blob },
  address: string,
): Promise<Ending> {
  // The customer may have sent another file with this name.
  const others = await idsOf(host, room, file.name);
  const outcome = await uploadFile(address, visitor.token, file);
  if (outcome.kind === 'posted') {
    return outcome;
  }
  if (outcome.kind === 'refused') {
    throw new AppError({ kind: 'refused', retry: 'no', ...outcome.problem });
  }
  const { why } = outcome;
  if (outcome.kind === 'uncertain') {
    const stored = await findNew(host, room, file.name, others);
    if (stored) {
      return { kind: 'posted', file: stored };
    }
    if (outcome.underWay) {
      throw new AppError({ kind: 'unreachable', retry: 'later', key: 'media:notStored', params: { details: why } });
    }
  }
  const now = await host.read.getRoomReader().getById(room.id);
  return now && isClosed(now) ? { kind: 'room-closed' } : { kind: 'not-taken', why };
}

/** The ids of the newest messages with a file of this name. */
async function idsOf(host: Host, room: ILivechatRoom, name: string): Promise<Set<string>> {
  const ids = new Set<string>();
  await findFile(host, room, NEWEST, (message) => {
    if (message.file.name === name) {
      ids.add(message.id);
    }
    return false;
  });
  return ids;
}

async function findNew(
  host: Host,
  room: ILivechatRoom,
  name: string,
  others: ReadonlySet<string>,
): Promise<PostedFile | undefined> {
  const find = () => findFile(host, room, NEWEST, ({ id, file }) => file.name === name && !others.has(id));
  const found = await find();
  if (found) {
    return found;
  }
  await pause(GRACE);
  return find();
}

/** Milliseconds for a whole upload. */
const PATIENCE = 60_000;

/**
 * Uploads a file as the livechat widget does, by the sandbox's own `fetch`. The workspace stores it and posts it in the
 * visitor's name. Never throws. The token goes into its header only. No redirect is followed, since another address must not
 * get the file.
 *
 * @param patience milliseconds
 */
export async function uploadFile(
  address: string,
  token: string,
  { name, blob }: { name: string; blob: Blob },
  patience = PATIENCE,
): Promise<UploadOutcome> {
  const signal = AbortSignal.timeout(patience);
  try {
    const form = new FormData();
    form.append('file', blob, name);
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'x-visitor-token': token },
      body: form,
      redirect: 'manual',
      signal,
    });
    return readUploadAnswer(response.status, await response.text());
  } catch (error) {
    return { kind: 'uncertain', why: reasonOf(error), underWay: signal.aborted };
  }
}

/** The outcome of an upload over HTTP. */
export type UploadOutcome =
  | { kind: 'posted'; file: PostedFile }
  /** The workspace refuses such files, over HTTP and through the engine. */
  | { kind: 'refused'; problem: Problem }
  /** The file was not stored. `why` is technical and English. */
  | { kind: 'not-taken'; why: string }
  /** The file may have been stored. If it is `underWay`, the server may still be storing it. */
  | { kind: 'uncertain'; why: string; underWay?: boolean };

/** The message that was posted with the file. */
const postedSchema = v.object({
  _id: v.pipe(v.string(), v.nonEmpty()),
  ts: v.pipe(
    v.string(),
    v.transform((text) => Date.parse(text)),
    v.finite(),
  ),
});

const refusedSchema = v.object({
  error: v.optional(v.string(), ''),
  errorType: v.optional(v.string(), ''),
  reason: v.optional(v.string(), ''),
});

/** Responses of a proxy that stopped waiting for the server, which may still be working. */
const GAVE_UP = new Set([408, 504, 524]);

/** Rocket.Chat also answers this when only visitors may not upload. The way through the engine still works then. */
const SWITCHED_OFF = 'error-file-upload-disabled';

/**
 * Reads the answer to an upload (`POST /api/v1/livechat/upload/:rid`). Rocket.Chat gives a reason when it refuses a file. Any
 * other failure comes from a proxy, or from Rocket.Chat before it had the file.
 */
export function readUploadAnswer(status: number, text: string): UploadOutcome {
  const body = parseJson(text);
  if (status >= 200 && status < 300) {
    const posted = v.safeParse(postedSchema, body);
    return posted.success
      ? { kind: 'posted', file: { messageId: posted.output._id, storedAt: posted.output.ts } }
      : { kind: 'uncertain', why: `HTTP ${status} without a message` };
  }
  if (status >= 500 || status === 408) {
    return { kind: 'uncertain', why: `HTTP ${status}`, underWay: GAVE_UP.has(status) };
  }
  const said = v.safeParse(refusedSchema, body);
  const words = said.success ? [said.output.reason, said.output.errorType, said.output.error].join(' ').trim() : '';
  const problem = words.includes(SWITCHED_OFF) ? undefined : readUploadRefusal(words);
  return problem && status === 400
    ? { kind: 'refused', problem }
    : { kind: 'not-taken', why: `HTTP ${status} ${words}`.trim() };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
