/** The type of WhatsApp message that carries a file of this MIME type when somebody attaches it. */
export function mediaTypeOf(mime: string): 'image' | 'video' | 'audio' | 'document' {
  const kind = mime.split('/')[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
}
