import * as v from 'valibot';
import type { MediaContent } from '../MessageContent';
import { tolerant } from '../tolerant';

const schema = tolerant.object({
  id: tolerant.word,
  url: tolerant.word,
  mime_type: tolerant.word,
  sha256: tolerant.word,
  caption: tolerant.text,
  filename: tolerant.word,
  voice: tolerant.flag,
  animated: tolerant.flag,
});

/** A file: everything but its id may be missing. Nothing when there is no id, without which it cannot be fetched. */
export function readMediaContent(
  type: MediaContent['type'],
  media: unknown,
  isVoice = false,
): MediaContent | undefined {
  const parsed = v.parse(schema, media);
  if (parsed?.id === undefined) return undefined;
  const { id, url, mime_type, sha256, caption, filename, voice, animated } = parsed;
  return {
    type,
    id,
    url,
    mimeType: mime_type,
    sha256,
    caption: caption?.trim() ? caption : undefined,
    filename,
    isVoice: isVoice || voice ? true : undefined,
    isAnimated: animated ? true : undefined,
  };
}
