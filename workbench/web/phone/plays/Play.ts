import type { IconProps } from '@rocket.chat/fuselage';
import type { Phone } from '../Phone';

/** Something that a customer can do besides writing. */
export type Play = {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: IconProps['name'];
  readonly play: (phone: Phone) => Promise<boolean>;
};
