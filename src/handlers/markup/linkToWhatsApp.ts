const SCHEME = /^(?:mailto|tel):/i;

/** A link as WhatsApp can show it: its text and the address behind, or one of them where both say the same. */
export function linkToWhatsApp(label: string, url: string): string {
  const text = label.trim();
  const address = url.replace(SCHEME, '');
  if (text === '') return address;
  if (bare(text) === bare(address)) return SCHEME.test(url) ? text : url;
  return `${text} (${address})`;
}

function bare(address: string): string {
  return address.replace(/^https?:\/\/|\/$|[\s().-]/gi, '').toLowerCase();
}
