import { phoneVariants } from './phoneVariants';

/** Whether two wa_ids (or two business-scoped ids) are the same customer's. */
export function sameCustomer(a: string, b: string): boolean {
  return phoneVariants(a).includes(b.replace(/^\+/, ''));
}
