import { createContext, useContext } from 'react';
import type { InteractionClient } from '../interactions/InteractionClient';
import type { UiKitContextValue } from '../UiKitContext';

/**
 * The page around a surface.
 *
 * @throws Error when a surface stands outside of a page.
 */
export function useSurfaceWorld(): SurfaceWorldValue {
  const world = useContext(SurfaceWorld);
  if (!world) {
    throw new Error('A surface needs a SurfaceWorld around it');
  }
  return world;
}

/** What all surfaces of the page share. */
export type SurfaceWorldValue = Pick<UiKitContextValue, 'translate' | 'suggest' | 'ghosts'> & {
  readonly client: InteractionClient;
  /** Where an app's icon is. */
  readonly iconUrl: (appId: string) => string;
};

/** The page around the surfaces; without one they draw and send nothing. */
export const SurfaceWorld = createContext<SurfaceWorldValue | undefined>(undefined);
