import type { Translate } from '../translation/Translate';
import type { MediaContent, MessageContent } from '../webhook/MessageContent';
import type { RenderedMessage } from './RenderedMessage';

type ContentOf<Type extends MessageContent['type']> = Type extends MediaContent['type']
  ? MediaContent
  : Extract<MessageContent, { type: Type }>;

/** Writes one kind of content as a person reads it. Pure. */
export type Renderer<Type extends MessageContent['type']> = (content: ContentOf<Type>, t: Translate) => RenderedMessage;
