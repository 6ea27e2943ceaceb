/** Takes an API key out of a text that came from outside: a server may repeat what it refused. */
export function hideKey(text: string, apiKey: string): string {
  return apiKey === '' ? text : text.replaceAll(apiKey, '***').replaceAll(encodeURIComponent(apiKey), '***');
}
