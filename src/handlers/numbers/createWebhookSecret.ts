import { createHmac } from 'crypto';

/**
 * The secret that 360dialog sends with every webhook of a number. The same for the same number and key, so that two
 * administrators who connect it at the same moment, also on two instances, register the same one: whoever is last takes
 * nothing away from the other. Another key makes another secret.
 *
 * @param secret of the installation, which nobody else knows
 */
export function webhookSecret(secret: string, digits: string, apiKey: string): string {
  return createHmac('sha256', secret).update(`webhook ${digits} ${apiKey}`).digest('hex');
}
