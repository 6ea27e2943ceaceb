interface Rule {
  /** Of one spelling, with the groups that the other one is made of. */
  pattern: RegExp;
  other: string;
}

/**
 * Countries where WhatsApp knows one phone under two spellings: the number of an older account, and what people dial.
 * Brazil: mobiles that were registered before 2016 lack the leading 9; only 6 to 9 follow it there, lower first digits
 * are landlines, which are somebody else. Mexico: 521 for 52. Argentina: 549 for 54.
 */
const rules: readonly Rule[] = [
  { pattern: /^55(\d{2})9([6-9]\d{7})$/, other: '55$1$2' },
  { pattern: /^55(\d{2})([6-9]\d{7})$/, other: '55$19$2' },
  { pattern: /^521(\d{10})$/, other: '52$1' },
  { pattern: /^52([2-9]\d{9})$/, other: '521$1' },
  { pattern: /^549(\d{10})$/, other: '54$1' },
  { pattern: /^54([1-8]\d{9})$/, other: '549$1' },
];

/** The spellings that a wa_id of the same customer may have, itself first; a wa_id is digits with the country code. */
export function phoneVariants(waId: string): string[] {
  const digits = waId.replace(/^\+/, '');
  const rule = rules.find(({ pattern }) => pattern.test(digits));
  return rule ? [digits, digits.replace(rule.pattern, rule.other)] : [digits];
}
