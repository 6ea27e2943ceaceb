import type { Host } from '../Host';
import { findByAbout } from '../records/entries';
import { aboutText } from './aboutText';
import type { AutomaticKind } from './aboutText';

/** Whether one of the app's own texts was sent, or was begun and may have been: one round trip. */
export async function isTextSent(host: Host, kind: AutomaticKind, where: string): Promise<boolean> {
  return (await findByAbout(host, aboutText(kind, where))).length > 0;
}
