import { createHmac } from 'crypto';
import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import type { Host } from '../Host';
import { headerOf } from './findBySecret';

/** Stands in place of a secret where the doctor asks whether this app is at the address; a random number follows. */
export const PROBE = 'probe ';

/** What only this installation can answer to a random number. It opens nothing. */
export function proofOf(secret: string, nonce: string): string {
  return createHmac('sha256', secret).update(`probe ${nonce}`).digest('hex');
}

/** The answer to the doctor's question; undefined for every other request. */
export async function answerProbe(host: Host, { headers }: IApiRequest): Promise<IApiResponse | undefined> {
  const nonce = /^probe ([\da-f]{32})$/.exec(headerOf(headers) ?? '')?.[1];
  if (nonce === undefined) {
    return undefined;
  }
  const { visitorSecret } = await host.memory.install.get(host);
  return { status: 200, headers: { 'Content-Type': 'text/plain' }, content: proofOf(visitorSecret, nonce) };
}
