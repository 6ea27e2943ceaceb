/** The digits of a phone number as somebody typed it: `+55 (11) 5555-0100` → `551155550100`. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '');
}
