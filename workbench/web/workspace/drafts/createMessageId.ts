/** Signs of Rocket.Chat's ids, none of which is easily taken for another. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';
const LENGTH = 17;

/** An id for a message, as Rocket.Chat's client chooses one. */
export function createMessageId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(LENGTH));
  return Array.from(numbers, (number) => ALPHABET.charAt(number % ALPHABET.length)).join('');
}
