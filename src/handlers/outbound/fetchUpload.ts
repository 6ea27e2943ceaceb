import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { Buffer } from 'buffer';
import * as v from 'valibot';
import { timeouts } from '../dialog360/Connection';
import type { Host } from '../Host';
import type { AgentFile } from './filesOf';

const roomSchema = v.object({ id: v.string(), visitor: v.object({ token: v.pipe(v.string(), v.nonEmpty()) }) });

/**
 * Fetches an agent's file past the engine, from the workspace's own address, as the customer's widget would: Rocket.Chat
 * shows a conversation's files to who has its visitor's token (FileUpload.requestCanAccessFiles of the server). The token
 * goes as a cookie, because addresses end up in the logs of servers and proxies. A store like S3 answers with another
 * address, which is asked without it.
 *
 * @returns undefined where it cannot be had this way; why is logged
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
    const bytes = await load(address, `rc_room_type=${cookie[0]}; rc_rid=${cookie[1]}; rc_token=${cookie[2]}`);
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

async function load(address: string, cookie?: string): Promise<Buffer> {
  const response = await fetch(address, {
    redirect: 'manual',
    signal: AbortSignal.timeout(timeouts.media),
    headers: cookie === undefined ? {} : { cookie },
  });
  const elsewhere = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
  if (elsewhere !== null && cookie !== undefined) {
    await response.body?.cancel();
    return load(new URL(elsewhere, address).href);
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`HTTP ${response.status}`);
  }
  return Buffer.from(await response.arrayBuffer());
}
