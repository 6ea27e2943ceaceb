/**
 * Spellings under which WhatsApp knows one mobile number, the given one first.
 * Brazil: with and without the ninth digit; Mexico: with and without 1 after 52; Argentina: with and without 9 after 54.
 */
export function spellingsOf(digits: string): string[] {
  const rules: [RegExp, (match: RegExpMatchArray) => string][] = [
    [/^55(\d{2})9(\d{8})$/, ([, area, rest]) => `55${area}${rest}`],
    [/^55(\d{2})(\d{8})$/, ([, area, rest]) => `55${area}9${rest}`],
    [/^521(\d{10})$/, ([, rest]) => `52${rest}`],
    [/^52(\d{10})$/, ([, rest]) => `521${rest}`],
    [/^549(\d{10})$/, ([, rest]) => `54${rest}`],
    [/^54(\d{10})$/, ([, rest]) => `549${rest}`],
  ];
  const others = rules.flatMap(([pattern, spell]) => {
    const match = digits.match(pattern);
    return match ? [spell(match)] : [];
  });
  return [digits, ...others];
}
