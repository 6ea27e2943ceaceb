const PREFIXES: [string, string][] = [
  ['55', 'BR'],
  ['52', 'MX'],
  ['54', 'AR'],
  ['57', 'CO'],
  ['49', 'DE'],
  ['44', 'GB'],
  ['33', 'FR'],
  ['34', 'ES'],
  ['39', 'IT'],
  ['91', 'IN'],
  ['971', 'AE'],
  ['966', 'SA'],
  ['962', 'JO'],
  ['961', 'LB'],
  ['20', 'EG'],
  ['1', 'US'],
];

/** Two-letter country of a number, as the first part of a business-scoped user id; US when it is none we list. */
export function countryOf(digits: string | undefined): string {
  return PREFIXES.find(([prefix]) => digits?.startsWith(prefix))?.[1] ?? 'US';
}
