const DOTS = ['...', '…'];

/**
 * WhatsApp takes 20 characters for a button and 24 for a row; a longer text is cut with dots, and stands in full in the id
 * that comes back with the tap.
 */
export function fullTitle(title: string, id: string | undefined): string {
  const dots = DOTS.find((sign) => title.endsWith(sign));
  if (id === undefined || dots === undefined) return title;
  const beginning = title.slice(0, -dots.length).trimEnd();
  return beginning !== '' && id.length > title.length && id.startsWith(beginning) ? id : title;
}
