/** Why Rocket.Chat does not let a customer's message in. */
type Refusal = 'nobody-there' | 'blocked' | 'room-closed';

/** By the names of its errors; the bridge hands over nothing but their text. */
const refusals: readonly (readonly [error: string, refusal: Refusal])[] = [
  ['no-agent-online', 'nobody-there'],
  ['error-omnichannel-is-disabled', 'nobody-there'],
  ['error-contact-channel-blocked', 'blocked'],
  ['error-room-closed', 'room-closed'],
  ['room_is_closed', 'room-closed'],
];

/** What a refusal to open a room, or to take a message into one, means for the message; undefined for every other error. */
export function readRefusal(error: unknown): Refusal | undefined {
  const text = error instanceof Error ? error.message : String(error);
  return refusals.find(([name]) => text.includes(name))?.[1];
}
