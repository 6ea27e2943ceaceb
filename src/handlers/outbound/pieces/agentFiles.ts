import type { IMessage, IMessageFile } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { Buffer } from 'buffer';
import * as v from 'valibot';
import { timeouts } from '../../dialog360/Connection';
import { AppError } from '../../core/errors/AppError';
import type { Problem } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { checkMedia, readMediaRules, showSize } from '../../omnichannel/files/mediaRules';
import { readSandbox, weights } from '../../core/sandbox';
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import { escapeMarkdown } from '../../whatsapp/markup/whatsAppToMarkdown';
import { ANY_BYTES, typeOfFile } from '../../whatsapp/mimeTypes';
import type { FilePlan } from '../../whatsapp/planFile';
import { MOST_BYTES, planFile, typeOfContent } from '../../whatsapp/planFile';

/** Rocket.Chat's facts about a message's file. The engine's types lack some of them. */
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
  /** Bytes; absent when the message does not tell. */
  size?: number;
}

/**
 * The files of a message, each once. From Rocket.Chat 8.2 on, `files` also lists the thumbnails of pictures, which are
 * skipped. Before 8.2, apps get only `file`.
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

/** An agent's file, ready for the upload to Meta. */
export interface LoadedFile {
  plan: FilePlan;
  bytes: Buffer;
}

/**
 * Loads a file that an agent sent and decides how it is sent to WhatsApp. A file that is known to be refused is not
 * loaded.
 *
 * @throws AppError with the sentence for the agent: the settings forbid the file, WhatsApp does not accept it in any
 * form, or it cannot be loaded
 */
export async function loadUpload(host: Host, told: AgentFile, room: IRoom): Promise<LoadedFile> {
  const t = await translatorOf(host);
  const size = told.size ?? Number((await host.read.getUploadReader().getById(told.id)).size);
  const file = { ...told, size };
  const rules = await readMediaRules(host);
  const type = typeOfFile(file.mimeType, file.name);
  refuse(checkMedia({ type: type === ANY_BYTES ? undefined : type, size }, rules, t));
  if (size > MOST_BYTES) {
    const params = { name: file.name, size: showSize(size, t), limit: showSize(MOST_BYTES, t) };
    refuse({ key: 'errors:fileOverLimit', params });
  }
  const bytes = await readBytes(host, file, room, t);
  if (type === ANY_BYTES) {
    refuse(checkMedia({ type: typeOfContent({ ...file, bytes }), size }, rules, t));
  }
  const plan = planFile({ ...file, bytes, size: bytes.byteLength });
  return plan.ok ? { plan: plan.value, bytes } : refuse(plan.error);
}

function refuse(problem: Problem): never;
function refuse(problem: Problem | undefined): void;
function refuse(problem: Problem | undefined): void {
  if (problem) {
    const { key, params } = problem;
    throw new AppError({ kind: 'refused', retry: 'no', key, params: params && shown(params) });
  }
}

/** The card is Markdown, so the name of the file is escaped. */
function shown({ name, ...others }: NonNullable<Problem['params']>): NonNullable<Problem['params']> {
  return name === undefined ? others : { ...others, name: escapeMarkdown(String(name)) };
}

/**
 * The bytes of a file. A file that is too large for the engine is not requested from it: the engine would consider the
 * app dead and restart it, and the search for unsent messages would request the file again.
 */
async function readBytes(host: Host, file: AgentFile & { size: number }, room: IRoom, t: Translate): Promise<Buffer> {
  const { size } = file;
  const most = readSandbox().wire === 'ipc' ? weights.mostIntoAppByIpc : weights.mostIntoApp;
  if (size <= most) {
    return host.read.getUploadReader().getBufferById(file.id);
  }
  const bytes = await fetchUpload(host, file, room);
  if (!bytes) {
    const params = { size: showSize(size, t), limit: showSize(most, t) };
    throw new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:fileOutOfReach', params });
  }
  return bytes;
}

const roomSchema = v.object({ id: v.string(), visitor: v.object({ token: v.pipe(v.string(), v.nonEmpty()) }) });

/**
 * Fetches an agent's file without the engine, from the workspace's own address, like the customer's widget: Rocket.Chat
 * serves a conversation's files to the holder of its visitor's token (FileUpload.requestCanAccessFiles of the server).
 * The token is sent as a cookie, because servers and proxies log addresses. A store like S3 redirects to another
 * address, which does not get the token.
 *
 * @returns undefined when it cannot be fetched this way; the reason is logged
 */
export async function fetchUpload(host: Host, file: AgentFile, room: IRoom): Promise<Buffer | undefined> {
  const siteUrl = await host.memory.siteUrl.get(host, 0);
  const parsed = v.safeParse(roomSchema, room);
  if (!/^https?:\/\//i.test(siteUrl) || !parsed.success) {
    host.logger.warn(
      'A large file of an agent cannot be fetched: the workspace tells no address (Site Url) or visitor.',
    );
    return undefined;
  }
  const address = `${siteUrl}/file-upload/${encodeURIComponent(file.id)}/${encodeURIComponent(file.name || 'file')}`;
  const { id, visitor } = parsed.output;
  const cookie = ['l', id, visitor.token].map(encodeURIComponent);
  try {
    const bytes = await download(address, `rc_room_type=${cookie[0]}; rc_rid=${cookie[1]}; rc_token=${cookie[2]}`);
    if (file.size !== undefined && bytes.byteLength !== file.size) {
      throw new Error(`${bytes.byteLength} bytes came of ${file.size}`);
    }
    return bytes;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    host.logger.warn(
      "A large file of an agent could not be fetched from the workspace's own address:",
      `${String(error)}${cause}`,
    );
    return undefined;
  }
}

async function download(address: string, cookie?: string): Promise<Buffer> {
  const response = await fetch(address, {
    redirect: 'manual',
    signal: AbortSignal.timeout(timeouts.media),
    headers: cookie === undefined ? {} : { cookie },
  });
  const elsewhere = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
  if (elsewhere !== null && cookie !== undefined) {
    await response.body?.cancel();
    return download(new URL(elsewhere, address).href);
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`HTTP ${response.status}`);
  }
  return Buffer.from(await response.arrayBuffer());
}
