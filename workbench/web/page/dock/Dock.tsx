/** The tools beside the workspace. */
export function Dock() {
  return null;
}
