/** An example of a message with a real wamid in the place of `wamid.…`, by which examples refer to another message. */
export function readExample(example: Record<string, unknown>, wamid: string): Record<string, unknown> {
  return JSON.parse(JSON.stringify(example).replaceAll('wamid.…', wamid)) as Record<string, unknown>;
}
