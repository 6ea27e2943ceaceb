import { Divider } from '@rocket.chat/fuselage';

/** A line. */
export function DividerBlock() {
  return <Divider />;
}
