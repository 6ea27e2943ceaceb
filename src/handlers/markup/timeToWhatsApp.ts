/** A moment that Rocket.Chat shows in each reader's time zone; the customer's is not known. `seconds` since 1970. */
export function timeToWhatsApp(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? String(seconds) : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
