/** Why Rocket.Chat opens no room, by the names of its errors; the bridge hands over nothing but their text. */
const refusals: readonly (readonly [error: string, refusal: 'nobody-there' | 'blocked'])[] = [
  ['no-agent-online', 'nobody-there'],
  ['error-omnichannel-is-disabled', 'nobody-there'],
  ['error-contact-channel-blocked', 'blocked'],
];

/** What a refusal to open a room means for the message; undefined for every other error. */
export function readRefusal(error: unknown): 'nobody-there' | 'blocked' | undefined {
  const text = error instanceof Error ? error.message : String(error);
  return refusals.find(([name]) => text.includes(name))?.[1];
}
