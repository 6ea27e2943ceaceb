import { createHmac } from 'crypto';

/**
 * The token that a customer's visitor is registered with: the same on every instance, so that two webhooks at once make
 * one visitor, and not to be guessed from a phone number, because a visitor's token opens the conversation to whoever
 * has it (Rocket.Chat's livechat REST).
 */
export function visitorToken(secret: string, number: string, customer: string): string {
  return createHmac('sha256', secret).update(`${number} ${customer}`).digest('hex').slice(0, 40);
}
