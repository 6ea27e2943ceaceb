/** Placeholder while building. */
export function AppPanel() {
  return null;
}
