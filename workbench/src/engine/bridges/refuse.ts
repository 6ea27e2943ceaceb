/** Refuses what the workbench does not have: loudly, with the name of what was asked for. */
export function refuse(bridge: string, method: string): never {
  throw new Error(`The workbench has no ${bridge}.${method}()`);
}
