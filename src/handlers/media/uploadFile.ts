import type { Blob } from 'buffer';
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
    return { kind: 'uncertain', why: describe(error), underWay: signal.aborted };
  }
}

/** `fetch` says only that it failed; what it met is beneath. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
