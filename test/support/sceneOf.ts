import type { Scene } from '../../src/flows/Flow';
import type { Host } from '../../src/handlers/core/Host';
import { person } from './person';
import { sayKeys } from './sayKeys';

/** A scene played for an administrator, in keys instead of words. */
export function sceneOf(host: Host, facts: Partial<Scene> = {}): Scene {
  return { host, user: person(), t: sayKeys, stage: 'view-id', ...facts };
}
