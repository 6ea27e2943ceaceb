import { objectOf } from '../../json/objectOf';
import type { InboundKind } from '../InboundKind';
import { audio } from './audio';

export const voice: InboundKind = {
  title: 'Voice note',
  description: 'Audio with `voice: true`, Opus in Ogg.',
  example: { type: 'voice' },
  build: (request) =>
    audio.build({
      ...request,
      message: {
        ...request.message,
        type: 'audio',
        audio: { ...objectOf(request.message.audio), ...objectOf(request.message.voice), voice: true },
      },
    }),
};
