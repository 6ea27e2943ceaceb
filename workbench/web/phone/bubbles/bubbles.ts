import type { ComponentType } from 'react';
import { AudioBubble, DocumentBubble, ImageBubble, LocationBubble, StickerBubble, VideoBubble } from './mediaBubbles';
import type { BubbleProps } from './BubbleProps';
import { ButtonBubble, ContactsBubble, OrderBubble, SystemBubble, TextBubble } from './textBubbles';
import { InteractiveBubble } from './InteractiveBubble';
import { TemplateBubble } from './TemplateBubble';

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
