import { createContext } from 'react';
import type { InteractionClient } from '../interactions/InteractionClient';
import type { UiKitContextValue } from '../UiKitContext';

/** What all surfaces of the page share. */
export type SurfaceWorldValue = Pick<UiKitContextValue, 'translate' | 'suggest' | 'ghosts'> & {
  readonly client: InteractionClient;
  /** Where an app's icon is. */
  readonly iconUrl: (appId: string) => string;
};

/** The page around the surfaces; without one they draw and send nothing. */
export const SurfaceWorld = createContext<SurfaceWorldValue | undefined>(undefined);
