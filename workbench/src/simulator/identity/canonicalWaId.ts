/**
 * The WhatsApp id that a new user with this number gets. Brazil: area codes from 31 on were registered without the ninth
 * digit; Mexico has 1 after 52, Argentina 9 after 54. Everything else stays as it is.
 */
export function canonicalWaId(digits: string): string {
  const brazil = digits.match(/^55(\d{2})9(\d{8})$/);
  if (brazil && Number(brazil[1]) >= 31) return `55${brazil[1]}${brazil[2]}`;
  const mexico = digits.match(/^52([2-9]\d{9})$/);
  if (mexico) return `521${mexico[1]}`;
  const argentina = digits.match(/^54([1-8]\d{9})$/);
  if (argentina) return `549${argentina[1]}`;
  return digits;
}
