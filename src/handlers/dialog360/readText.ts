/**
 * What a body that is not JSON has to say: a short text itself, a page of HTML by its title, JSON that breaks off
 * nothing.
 */
export function readText(body: string): string {
  const text = body.trim();
  if (/^[{[]/.test(text)) {
    return '';
  }
  if (!text.startsWith('<')) {
    return text;
  }
  const title = /<title[^<>]*>([^<]*)<\/title>/i.exec(text)?.[1];
  return (title ?? '').trim();
}
