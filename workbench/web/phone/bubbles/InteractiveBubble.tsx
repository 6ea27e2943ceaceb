import type { ComponentType } from 'react';
import { pickText } from '../../state/pick';
import type { BubbleProps } from './BubbleProps';
import { CallToAction } from './interactive/CallToAction';
import { InteractiveFrame } from './interactive/InteractiveFrame';
import { ListMenu } from './interactive/ListMenu';
import { LocationRequest } from './interactive/LocationRequest';
import { ReplyButtons } from './interactive/ReplyButtons';
import { TappedAnswer } from './interactive/TappedAnswer';

const BELOW: Readonly<Record<string, ComponentType<BubbleProps>>> = {
  button: ReplyButtons,
  list: ListMenu,
  cta_url: CallToAction,
  location_request_message: LocationRequest,
};

/** What a business offers to tap, or what a customer has tapped. */
export function InteractiveBubble({ shown }: BubbleProps) {
  const type = pickText(shown.message, 'interactive', 'type') ?? '';
  if (shown.direction === 'in') {
    return <TappedAnswer shown={shown} />;
  }
  const Below = BELOW[type];
  return <InteractiveFrame shown={shown}>{Below && <Below shown={shown} />}</InteractiveFrame>;
}
