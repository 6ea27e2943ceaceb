/** A command's arguments as the real server splits them: by spaces, but what stands in quotes is one. */
export function parseParameters(text: string): string[] {
  const parts = text.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return parts.map((part) => (/^(["']).*\1$/s.test(part) && part.length > 1 ? part.slice(1, -1) : part));
}
