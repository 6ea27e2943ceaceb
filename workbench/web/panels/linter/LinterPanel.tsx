/** Placeholder while building. */
export function LinterPanel() {
  return null;
}
