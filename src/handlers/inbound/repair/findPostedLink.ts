import type { Host } from '../../core/Host';
import { findByWamid } from '../../core/records/entries';
import type { LinkEntry } from '../../core/records/Entry';

/** The link of a customer's message that this process has posted; of those of other instances nothing is known. */
export async function findPostedLink(host: Host, messageId: string): Promise<LinkEntry | undefined> {
  const wamid = host.memory.posted.get(messageId);
  return wamid ? (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link') : undefined;
}
