import { createHmac } from 'node:crypto';
import type { Simulator } from '../Simulator';

/** The hash that signs a media id and an expiry, in the look of Meta's. */
export function mediaHash({ secret }: Pick<Simulator, 'secret'>, id: string, expires: string): string {
  return `AT${createHmac('sha256', secret).update(`${id} ${expires}`).digest('base64url')}`;
}
