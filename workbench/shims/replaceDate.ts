/**
 * Makes `new Date()`, `Date()` and `Date.now()` of this process follow another clock. Dates stay dates of the platform:
 * `instanceof`, structured clone and codecs see no difference. It imports nothing: the sandbox loads it as it is.
 *
 * @returns what puts the platform's own back
 */
export function replaceDate(now: () => number): () => void {
  const Real = globalThis.Date;
  const realNow = Real.now;
  const Replaced = new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (target, args: unknown[], made): Date =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, made),
  });
  Real.now = now;
  Real.prototype.constructor = Replaced;
  globalThis.Date = Replaced;
  return () => {
    Real.now = realNow;
    Real.prototype.constructor = Real;
    globalThis.Date = Real;
  };
}
