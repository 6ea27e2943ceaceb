/** Rocket.Chat's form of a good answer. */
export function success<T extends object>(body?: T): T & { success: true } {
  return Object.assign({}, body, { success: true as const });
}
