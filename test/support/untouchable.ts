/** Stands for a part that a test must not use: touching it throws a sentence that says what was touched. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what it stands for
export function untouchable<T extends object>(name: string, known: object = {}): T {
  return new Proxy(known, {
    get: (target, property) => {
      if (property in target) return Reflect.get(target, property) as unknown;
      // A promise that is resolved with it asks for `then`.
      if (property === 'then' || typeof property === 'symbol') return undefined;
      throw new Error(`This test has no ${name}.${property}: give it one, or prove it on the runtime.`);
    },
  }) as T;
}
