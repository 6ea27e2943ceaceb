import type { Problem } from '../errors/Problem';
import type { Translate } from '../translation/Translate';
import type { MediaRules } from './MediaRules';
import { showSize } from './showSize';

/** What is known of a file so far; what is not known yet is not held against it. */
interface MediaFacts {
  /** Plain MIME type (`plainMimeType`). */
  type?: string;
  /** Bytes. */
  size?: number;
}

/** Why the app's settings do not let a file pass, a customer's or an agent's, by what is known of it. */
export function checkMedia(
  { type, size }: MediaFacts,
  { enabled, maxSize, accepts }: MediaRules,
  t: Translate,
): Problem | undefined {
  if (!enabled) {
    return { key: 'media:uploadsOff' };
  }
  if (type !== undefined && !accepts(type)) {
    return { key: 'media:typeRefused', params: { type } };
  }
  return size !== undefined && size > maxSize
    ? { key: 'media:tooLarge', params: { size: showSize(size, t), limit: showSize(maxSize, t) } }
    : undefined;
}
