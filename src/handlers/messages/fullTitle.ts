const CUT = /\s*(?:\.{3}|…)$/;

/**
 * WhatsApp takes 20 characters for a button and 24 for a row; a longer text is cut with dots, and stands in full in the id
 * that comes back with the tap.
 */
export function fullTitle(title: string, id: string | undefined): string {
  if (id === undefined || !CUT.test(title)) return title;
  const beginning = title.replace(CUT, '');
  return beginning !== '' && id.length > title.length && id.startsWith(beginning) ? id : title;
}
