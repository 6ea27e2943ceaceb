/** Placeholder while building. */
export function SimulatorPanel() {
  return null;
}
