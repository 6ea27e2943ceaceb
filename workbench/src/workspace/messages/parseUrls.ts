/** Links of a message's text, as Rocket.Chat finds them: in plain text and inside Markdown links. */
export function parseUrls(text: string): { url: string }[] {
  const urls = text.match(/https?:\/\/[^\s<>"'\])]+/g) ?? [];
  return [...new Set(urls)].map((url) => ({ url }));
}
