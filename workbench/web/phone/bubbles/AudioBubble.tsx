import { pick } from '../../state/pick';
import { words } from '../../words';
import type { BubbleProps } from './BubbleProps';
import { useBubbleMedia } from './useBubbleMedia';

/** A sound, or a voice note with its microphone. */
export function AudioBubble({ shown }: BubbleProps) {
  const media = pick(shown.message, 'audio') ?? pick(shown.message, 'voice');
  const isVoice = pick(media, 'voice') === true || shown.message.type === 'voice';
  return (
    <div className="ph-audio" data-voice={isVoice ? 'yes' : undefined}>
      <span className="ph-audio-sign" aria-hidden>
        {isVoice ? '🎤' : '🎵'}
      </span>
      <audio
        src={useBubbleMedia(media)}
        controls
        preload="metadata"
        aria-label={isVoice ? words.phone.kinds.voice : words.phone.kinds.audio}
      />
    </div>
  );
}
