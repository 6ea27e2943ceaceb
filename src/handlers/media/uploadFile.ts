import type { Blob } from 'buffer';
import { reasonOf } from '../errors/reasonOf';
import { readUploadAnswer } from './readUploadAnswer';
import type { UploadOutcome } from './UploadOutcome';

/** Milliseconds for all of an upload. */
const PATIENCE = 60_000;

/**
 * Uploads a file as the livechat widget does, by the sandbox's own `fetch`: it is stored and posted in the visitor's
 * name. Never throws. The token goes into its header and nowhere else; no redirect is followed, because a file that was
 * posted to one address is not meant for another.
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
