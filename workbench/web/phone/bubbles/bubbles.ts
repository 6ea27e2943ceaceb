import type { ComponentType } from 'react';
import { AudioBubble } from './AudioBubble';
import type { BubbleProps } from './BubbleProps';
import { ButtonBubble } from './ButtonBubble';
import { ContactsBubble } from './ContactsBubble';
import { DocumentBubble } from './DocumentBubble';
import { ImageBubble } from './ImageBubble';
import { InteractiveBubble } from './InteractiveBubble';
import { LocationBubble } from './LocationBubble';
import { OrderBubble } from './OrderBubble';
import { StickerBubble } from './StickerBubble';
import { SystemBubble } from './SystemBubble';
import { TemplateBubble } from './TemplateBubble';
import { TextBubble } from './TextBubble';
import { VideoBubble } from './VideoBubble';

/** The bubble of each type of message; any other is drawn as unsupported. */
export const bubbles: Readonly<Record<string, ComponentType<BubbleProps>>> = {
  text: TextBubble,
  image: ImageBubble,
  video: VideoBubble,
  audio: AudioBubble,
  voice: AudioBubble,
  document: DocumentBubble,
  sticker: StickerBubble,
  location: LocationBubble,
  contacts: ContactsBubble,
  interactive: InteractiveBubble,
  template: TemplateBubble,
  button: ButtonBubble,
  order: OrderBubble,
  system: SystemBubble,
};
