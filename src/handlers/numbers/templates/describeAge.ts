/** Seconds of each unit, the longest first. */
const units = [
  { unit: 'day', length: 86_400 },
  { unit: 'hour', length: 3_600 },
  { unit: 'minute', length: 60 },
] as const;

/**
 * How long ago something was, in words of the language: "12 minutes ago".
 *
 * @param age milliseconds
 * @param language a tag such as `pt-BR`
 */
export function describeAge(age: number, language: string): string {
  const seconds = Math.max(1, Math.floor(age / 1000));
  const { unit, length } = units.find((each) => seconds >= each.length) ?? { unit: 'second', length: 1 };
  // Arabic has digits of its own, which the counts and the phone numbers around it are not written in.
  const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`);
  return format.format(-Math.floor(seconds / length), unit);
}
