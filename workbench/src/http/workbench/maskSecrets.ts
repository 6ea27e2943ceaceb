const SECRET_NAME = /api_?key|secret|authorization|token|password/i;

/** A copy in which whatever stands under a name that looks secret is replaced, so that it can be shown. */
export function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_NAME.test(name) && inner ? '••••••' : maskSecrets(inner),
    ]),
  );
}
