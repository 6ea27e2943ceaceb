import type { Request, Response } from 'express';
import type { Simulator } from '../Simulator';

/** `GET /media/:id`: the bytes of a stored file, for the phone to show; no key, no expiry of the URL. */
export function sendMediaFile({ store }: Simulator, request: Request, response: Response): void {
  const media = store.media.byId(String(request.params.id));
  const bytes = media && store.mediaFiles.read(media.id);
  if (!bytes) {
    response.status(404).json({ error: 'there is no such file' });
    return;
  }
  // A customer's file may be a page with scripts: it must not run beside ours.
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.type(media.mimeType).send(bytes);
}
