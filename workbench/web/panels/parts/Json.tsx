/** A value as it travelled. */
export function Json({ value }: { readonly value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <pre className="wb-panel-json" tabIndex={0} dir="ltr">
      {text}
    </pre>
  );
}
