import { words } from '../../../words';
import { somePlace } from '../../plays/somePlace';
import type { BubbleProps } from '../BubbleProps';
import { TapButton } from '../TapButton';

/** A button that sends where the customer is. */
export function LocationRequest({ shown }: BubbleProps) {
  return (
    <TapButton wamid={shown.wamid} text={words.phone.sendLocation} answer={{ type: 'location', location: somePlace }} />
  );
}
