import { useContext } from 'react';
import { SurfaceWorld } from './SurfaceWorld';
import type { SurfaceWorldValue } from './SurfaceWorld';

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
